package ashlar.model.x86_64;

import ashlar.model.mmu.VirtualMemory;

/// Decoding of instructions: SDM volume 2, appendix A, opcode maps.
public final class Decoder {
    private Decoder() { }

    /// The instruction at pc; [Undefined] if there is none.
    /// @throws ashlar.model.mmu.MemoryFault if its bytes may not be executed
    public static Instruction decode(VirtualMemory memory, long pc) {
        Encoding e = new Encoding(memory, pc);
        Instruction i = OneByteMap.decode(e, e.prefixes());
        if (e.isTooLong()) return new Privileged(Privileged.TOO_LONG, Encoding.LONGEST);
        if (!e.hasLock()) return i;
        return i.mayBeLocked() ? new Locked(i) : new Undefined(i.length());
    }
}

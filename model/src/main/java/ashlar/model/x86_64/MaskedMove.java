package ashlar.model.x86_64;

/// MASKMOVDQU: the bytes whose mask has its top bit set go to memory at RDI.
public record MaskedMove(Address place, int source, int mask, int length)
    implements Instruction {
    /// Opcode 66 0f f7.
    static Instruction decode(Encoding e) {
        return e.isRegister() ? new MaskedMove(place(e), e.reg(), e.rm(), e.length()) : e.undefined();
    }

    private static Address place(Encoding e) {
        return new Address(e.segment(), Cpu.RDI, Cpu.NONE, 0, 0, e.has67(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long start = place.in(cpu);
        for (int i = 0; i < 16; i++) {
            int shift = 8 * i;
            boolean isStored = (cpu.x[2 * mask + (i >> 3)] >>> shift & 0x80) != 0;
            if (isStored) cpu.memory.store8(start + i, cpu.x[2 * source + (i >> 3)] >>> shift);
        }
    }

    @Override
    public String assembly(long pc) {
        return "maskmovdqu xmm" + source + ",xmm" + mask;
    }
}

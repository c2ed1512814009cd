package ashlar.proofs.isa;

import ashlar.model.aarch64.Cpu;
import ashlar.model.aarch64.Decoder;
import ashlar.model.aarch64.Interpreter;
import ashlar.model.aarch64.Trap;
import ashlar.model.mmu.MemoryFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One case, run by the interpreter, and what it found beside what QEMU found.
final class Aarch64Run {
    private static final int MAX_STEPS = 16;
    private static final long ADDRESS_BITS = (1L << 56) - 1;
    private static final int HOST_ADDRESS_BITS = 47;
    private static final int SIGILL = 4;
    private static final int SIGTRAP = 5;
    private static final int SIGBUS = 7;
    private static final int SIGSEGV = 11;

    private Aarch64Run() { }

    /// What becomes of s, or nothing if QEMU cannot be asked about it.
    static Optional<Aarch64State> run(Aarch64State s, int slot) {
        long codeAddress = Aarch64Memory.CODE + (long) Aarch64Memory.SLOT_BYTES * slot;
        Aarch64Memory memory = new Aarch64Memory(s, codeAddress);
        Cpu cpu = s.load(memory);
        cpu.pc = codeAddress;
        Aarch64State after = s.copy();
        try {
            for (int i = 0; i < MAX_STEPS; i++) Interpreter.step(cpu);
            return Optional.empty();
        } catch (Trap t) {
            boolean isUnaligned = t.exceptionClass() == Trap.DATA_ABORT && isUnchecked(s.code(0));
            if (t.exceptionClass() == Trap.SVC || isUnaligned) return Optional.empty();
            after.setEnd(signal(t), cpu.pc, address(t, cpu));
        } catch (MemoryFault f) {
            after.setEnd(SIGSEGV, cpu.pc, f.address());
        } catch (Aarch64Memory.Outside _) {
            return Optional.empty();
        }
        after.keep(cpu, memory);
        if (cpu.pc == codeAddress && !s.agreesWith(after))
            throw new AssertionError("a trap left a change\n" + report("", s, after, s, slot));
        return Optional.of(after);
    }

    /// Instructions whose address QEMU does not check for alignment: LDAPR, and store exclusives that fail
    /// anyway.
    private static boolean isUnchecked(int w) {
        return (w & 0x3FE0_FC00) == 0x38A0_C000 || (w & 0x3FC0_0000) == 0x0800_0000;
    }

    /// QEMU finds that a pc is not mapped before it finds that it is not aligned; no pc outside the slot is
    /// mapped.
    private static int signal(Trap t) {
        return switch (t.exceptionClass()) {
            case Trap.BRK          -> SIGTRAP;
            case Trap.DATA_ABORT   -> SIGBUS;
            case Trap.PC_ALIGNMENT -> SIGSEGV;
            default                -> SIGILL;
        };
    }

    private static long address(Trap t, Cpu cpu) {
        return t.exceptionClass() == Trap.DATA_ABORT ? t.address() : cpu.pc;
    }

    /// Where the two differ: name, ours, QEMU's. In QEMU a load or store that fails may have done its first
    /// part, and an address that the host cannot have is reported as 0.
    static List<String> differences(Aarch64State ours, Aarch64State theirs) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < ours.words.length; i++) {
            if (i == 3 || Aarch64State.isWide(i) && ours.words[0] == SIGSEGV) continue;
            long mask = i == 1 || i == 2 ? ADDRESS_BITS : -1;
            boolean isUnknown = i == 2 && theirs.words[2] == 0
                && (ours.words[2] & ADDRESS_BITS) >>> HOST_ADDRESS_BITS != 0;
            if (!isUnknown && ((ours.words[i] ^ theirs.words[i]) & mask) != 0)
                all.add("%-14s ours %016x  qemu %016x".formatted(Aarch64State.name(i), ours.words[i],
                theirs.words[i]));
        }
        return all;
    }

    static String report(String family, Aarch64State before, Aarch64State ours, Aarch64State theirs,
                         int slot) {
        StringBuilder text = new StringBuilder(family).append('\n');
        long pc = Aarch64Memory.CODE + (long) Aarch64Memory.SLOT_BYTES * slot;
        for (int i = 0; i < Aarch64State.CODE_WORDS && before.code(i) != Aarch64Cases.END; i++) {
            int w = before.code(i);
            text.append("  %08x  %s%n".formatted(w, Decoder.decode(w).assembly(pc + 4L * i)));
        }
        for (String d : differences(ours, theirs)) text.append("  ").append(d).append('\n');
        text.append("  before\n");
        for (int i = 4; i < before.words.length; i++) {
            boolean isNew = before.words[i] != ours.words[i] || before.words[i] != theirs.words[i];
            if (isNew || isNamed(i, before.code(0)))
                text.append("    %-14s %016x%n".formatted(Aarch64State.name(i), before.words[i]));
        }
        return text.toString();
    }

    /// Whether word i is one of the registers in the usual places of w, or steers it.
    private static boolean isNamed(int i, int w) {
        int[] registers = {w & 31, w >>> 5 & 31, w >>> 10 & 31, w >>> 16 & 31};
        for (int r : registers) {
            if (i == 4 + r || i == 40 + 2 * r || i == 41 + 2 * r) return true;
        }
        return i >= 36 && i < 39;
    }
}

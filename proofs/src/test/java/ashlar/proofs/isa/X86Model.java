package ashlar.proofs.isa;

import ashlar.model.mmu.MemoryFault;
import ashlar.model.x86_64.Cpu;
import ashlar.model.x86_64.Decoder;
import ashlar.model.x86_64.Instruction;
import ashlar.model.x86_64.Interpreter;
import ashlar.model.x86_64.Surroundings;
import ashlar.model.x86_64.Trap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// Runs cases on the model.
final class X86Model {
    private static final int ROUNDS = 300;
    private static final int SIGILL = 4;
    private static final int SIGTRAP = 5;
    private static final int SIGFPE = 8;
    private static final int SIGSEGV = 11;

    private final X86Memory memory = new X86Memory();
    private final Cpu cpu = new Cpu(memory, new Surroundings() {
        @Override
        public long cpuid(long leaf, long subleaf, int register) {
            return 0;
        }

        @Override
        public long timeStamp() {
            return 0;
        }

        @Override
        public long processor() {
            return 0;
        }
    });

    static long pc(int slot) {
        return X86Case.CODE + (long) slot * X86Case.SLOT + X86Case.START;
    }

    Instruction decode(X86Case c, int slot) {
        memory.reset(c, pc(slot) - X86Case.START);
        return Decoder.decode(memory, pc(slot));
    }

    /// The state after c; nothing if it depends on more than the case.
    Optional<X86State> run(X86Case c, int slot) {
        memory.reset(c, pc(slot) - X86Case.START);
        load(c, pc(slot));
        int signal = execute(pc(slot), c.code.length);
        boolean isOwn = !memory.leftWindow() && signal != 0 && (cpu.flags() & 0x100) == 0
            && !X86Fpu.hasStackFault(cpu.fpu);
        return isOwn ? Optional.of(state(signal)) : Optional.empty();
    }

    private void load(X86Case c, long pc) {
        System.arraycopy(c.r, 0, cpu.r, 0, 16);
        cpu.setFlags(c.flags);
        cpu.fsBase = c.fsBase;
        cpu.gsBase = c.gsBase;
        cpu.pc = pc;
        ByteBuffer fx = c.fx();
        cpu.mxcsr.set(fx.getInt(24));
        X86Fpu.load(cpu.fpu, fx);
        for (int i = 0; i < 32; i++) cpu.x[i] = fx.getLong(160 + 8 * i);
    }

    /// @return the signal; 0 where the next instruction would be another case's
    private int execute(long pc, int length) {
        try {
            int rounds = 0;
            while (cpu.pc == pc && rounds++ < ROUNDS) Interpreter.step(cpu);
            if (cpu.pc >= pc && cpu.pc < pc + length || isOther(cpu.pc, pc)) return 0;
            if (cpu.pc < X86Case.CODE || cpu.pc > X86Case.CODE + 0x1000000) return SIGSEGV;
            cpu.pc++;
            return SIGTRAP;
        } catch (MemoryFault _) {
            return SIGSEGV;
        } catch (Trap t) {
            return signal(t);
        }
    }

    private static boolean isOther(long at, long pc) {
        long start = pc - X86Case.START;
        boolean isNear = at >= start && at < start + X86Case.SLOT;
        boolean isElsewhere = at >= X86Case.CODE && at < X86Case.CODE + 0x1000000
            || at >= 0x400000 && at < 0x500000;
        return !isNear && isElsewhere || at >>> 47 != 0;
    }

    private int signal(Trap t) {
        return switch (t.vector()) {
            case Trap.DIVIDE_ERROR, Trap.FLOATING_POINT, Trap.SIMD_FLOATING_POINT -> SIGFPE;
            case Trap.UNDEFINED_OPCODE                                            -> SIGILL;
            case Trap.BREAKPOINT, Trap.DEBUG                                      -> stop(t);
            case Trap.GENERAL_PROTECTION, Trap.SOFTWARE_INTERRUPT                 -> SIGSEGV;
            default                                                               -> 0;
        };
    }

    private int stop(Trap t) {
        cpu.pc += t.length();
        return SIGTRAP;
    }

    private X86State state(int signal) {
        byte[] bytes = new byte[X86Case.FX];
        ByteBuffer fx = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        X86Fpu.store(cpu.fpu, fx);
        fx.putInt(24, cpu.mxcsr.value());
        for (int i = 0; i < 32; i++) fx.putLong(160 + 8 * i, cpu.x[i]);
        return new X86State(Arrays.copyOf(cpu.r, 16), cpu.pc, cpu.flags(), cpu.fsBase, cpu.gsBase, signal,
            bytes,
            memory.window());
    }
}

package ashlar.model.aarch64;

/// Floating-point operations on corresponding elements or on neighbours: "Advanced SIMD three same", "three
/// same (FP16)" and their scalar forms.
/// @param opcode see [FloatLane]
public record VectorFloatThreeSame(boolean isScalar, boolean isFull, int opcode, int bits, int rm, int rn,
                                   int rd) implements Instruction {
    //  31 30 29 28.24 23 22 21 20..16 15.14 13..11 10 9..5 4..0
    //  0  Q  U  s1110 a  sz 1  Rm     11    opcode 1  Rn   Rd       s: scalar, with Q = 1
    //  0  Q  U  s1110 a  1  0  Rm     00    opcode 1  Rn   Rd       half precision
    static boolean matches(int w) {
        return (w & 0x8F20_C400) == 0x0E20_C400 || (w & 0x8F60_C400) == 0x0E40_0400;
    }

    static Instruction decode(int w) {
        boolean isScalar = Fields.bit(w, 28);
        boolean isFull = Fields.bit(w, 30);
        int opcode = Fields.bits(w, 29, 29) << 4 | Fields.bits(w, 23, 23) << 3 | Fields.bits(w, 13, 11);
        int bits = !Fields.bit(w, 21) ? 16 : Fields.bit(w, 22) ? 64 : 32;
        boolean exists = isScalar ? isFull && FloatLane.existsScalar(opcode)
            : FloatLane.exists(opcode) && (isFull || bits != 64);
        if (!exists) return new Undefined(w);
        return new VectorFloatThreeSame(isScalar, isFull, opcode, bits, Fields.rm(w), Fields.rn(w),
            Fields.rd(w));
    }

    @Override
    public void execute(Cpu cpu) {
        if (isScalar) {
            long result = FloatLane.apply(cpu, opcode, bits, cpu.scalar(bits, rn), cpu.scalar(bits, rm), 0);
            cpu.setQ(rd, result & Lanes.mask(bits), 0);
        } else if (FloatLane.isPairwise(opcode)) {
            pairwise(cpu);
        } else {
            long low = half(cpu, cpu.qLow(rn), cpu.qLow(rm), cpu.qLow(rd));
            long high = isFull ? half(cpu, cpu.qHigh(rn), cpu.qHigh(rm), cpu.qHigh(rd)) : 0;
            cpu.setQ(rd, low, high);
        }
    }

    private long half(Cpu cpu, long n, long m, long d) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) {
            long lane = FloatLane.apply(cpu, opcode, bits, Lanes.get(n, bits, i), Lanes.get(m, bits, i),
                Lanes.get(d, bits, i));
            result |= Lanes.at(lane, bits, i);
        }
        return result;
    }

    private void pairwise(Cpu cpu) {
        if (isFull) {
            long low = pairs(cpu, cpu.qLow(rn), cpu.qHigh(rn));
            cpu.setQ(rd, low, pairs(cpu, cpu.qLow(rm), cpu.qHigh(rm)));
        } else {
            cpu.setQ(rd, pairs(cpu, cpu.qLow(rn), cpu.qLow(rm)), 0);
        }
    }

    private long pairs(Cpu cpu, long low, long high) {
        long result = 0;
        for (int i = 0; i < 64 / bits; i++) {
            long a = Lanes.get(low, high, bits, 2 * i);
            long b = Lanes.get(low, high, bits, 2 * i + 1);
            result |= Lanes.at(FloatLane.apply(cpu, opcode, bits, a, b, 0), bits, i);
        }
        return result;
    }

    @Override
    public String assembly(long pc) {
        int sizeLog = Lanes.sizeLog(bits);
        String name = FloatLane.name(opcode) + " ";
        if (isScalar)
            return name + Text.scalar(sizeLog, rd) + ", " + Text.scalar(sizeLog, rn) + ", "
            + Text.scalar(sizeLog, rm);
        return name + Text.vector(isFull, sizeLog, rd) + ", " + Text.vector(isFull, sizeLog, rn) + ", "
            + Text.vector(isFull, sizeLog, rm);
    }
}

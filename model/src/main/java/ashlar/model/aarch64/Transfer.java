package ashlar.model.aarch64;

import ashlar.model.mmu.VirtualMemory;

/// What one load or store moves between memory and a register: size, direction, extension.
/// @param sizeLog log2 of the bytes moved: 0 to 3, or 4 for a whole vector register
/// @param opc     0: store; 1: load; 2: load and sign-extend to 64 bits; 3: to 32 bits
public record Transfer(boolean isVector, int sizeLog, int opc) {
    static final int PREFETCH = 2;

    /// Whether the fields size, V and opc of a load or store name a transfer, or a prefetch.
    static boolean exists(int size, boolean isVector, int opc) {
        if (isVector) return opc < 2 || size == 0;
        return opc < 2 || size < 2 || opc == 2;
    }

    static boolean isPrefetch(int size, boolean isVector, int opc) {
        return !isVector && size == 3 && opc == PREFETCH;
    }

    static Transfer of(int size, boolean isVector, int opc) {
        return isVector ? new Transfer(true, size | (opc & 2) << 1, opc & 1) : new Transfer(false, size, opc);
    }

    void execute(Cpu cpu, long address, int rt) {
        if (opc == 0) store(cpu, address, rt);
        else load(cpu, address, rt);
    }

    private void store(Cpu cpu, long address, int rt) {
        if (!isVector) {
            store(cpu.memory, sizeLog, address, cpu.x[rt]);
        } else if (sizeLog == 4) {
            StoreCheck.check(cpu.memory, address, 16);
            cpu.memory.store64(address, cpu.qLow(rt));
            cpu.memory.store64(address + 8, cpu.qHigh(rt));
        } else {
            store(cpu.memory, sizeLog, address, cpu.qLow(rt));
        }
    }

    private void load(Cpu cpu, long address, int rt) {
        if (!isVector) {
            cpu.setX(rt, extended(load(cpu.memory, sizeLog, address)));
        } else if (sizeLog == 4) {
            long low = cpu.memory.load64(address);
            cpu.setQ(rt, low, cpu.memory.load64(address + 8));
        } else {
            cpu.setQ(rt, load(cpu.memory, sizeLog, address), 0);
        }
    }

    long extended(long value) {
        if (opc < 2) return value;
        int unused = 64 - (8 << sizeLog);
        long wide = value << unused >> unused;
        return opc == 2 ? wide : wide & 0xFFFF_FFFFL;
    }

    static long load(VirtualMemory memory, int sizeLog, long address) {
        return switch (sizeLog) {
            case 0  -> memory.load8(address);
            case 1  -> memory.load16(address);
            case 2  -> memory.load32(address);
            default -> memory.load64(address);
        };
    }

    static void store(VirtualMemory memory, int sizeLog, long address, long value) {
        switch (sizeLog) {
            case 0  -> memory.store8(address, value);
            case 1  -> memory.store16(address, value);
            case 2  -> memory.store32(address, value);
            default -> memory.store64(address, value);
        }
    }

    /// b, h or sb, sh, sw; empty for whole registers.
    String suffix() {
        String size = switch (sizeLog) {
            case 0  -> "b";
            case 1  -> "h";
            case 2  -> "w";
            default -> "";
        };
        if (isVector) return "";
        return opc >= 2 ? "s" + size : sizeLog == 2 ? "" : size;
    }

    String register(int rt) {
        return isVector ? Text.scalar(sizeLog, rt) : Text.r(sizeLog == 3 || opc == 2, rt);
    }
}

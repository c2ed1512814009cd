package ashlar.proofs.isa;

import ashlar.model.mmu.Access;
import ashlar.model.mmu.MemoryFault;
import ashlar.model.mmu.VirtualMemory;
import java.util.Arrays;

/// The memory of an [X86Case].
final class X86Memory extends VirtualMemory {
    private final byte[] page = new byte[4096];
    private final byte[] code = new byte[X86Case.SLOT];
    private long slot;
    private boolean leftWindow;

    void reset(X86Case c, long slotAddress) {
        Arrays.fill(page, (byte) 0);
        Arrays.fill(code, (byte) 0xcc);
        System.arraycopy(c.memory, 0, page, 0xf00, 256);
        System.arraycopy(c.code, 0, code, X86Case.START, c.code.length);
        slot = slotAddress;
        leftWindow = false;
    }

    /// Whether an access met memory whose contents or rights are not the case's own.
    boolean leftWindow() {
        return leftWindow;
    }

    byte[] window() {
        return Arrays.copyOfRange(page, 0xf00, 4096);
    }

    private void check(long address, int bytes, Access access) {
        for (long a = address; a != address + bytes; a++) {
            if (isShared(a)) leftWindow = true;
            boolean isReadable = a >= X86Case.DATA && a < X86Case.READ_ONLY + 4096;
            boolean isAllowed = access == Access.READ ? isReadable : isReadable && a < X86Case.READ_ONLY;
            if (!isAllowed) throw new MemoryFault(a, access);
            if (a < X86Case.WINDOW) leftWindow = true;
        }
    }

    /// Where the emulated program keeps its code, its buffers or its stack, and addresses that are not
    /// canonical.
    private static boolean isShared(long a) {
        boolean isCode = a >= X86Case.CODE && a < X86Case.CODE + 0x1000000 || a >= 0x400000 && a < 0x500000;
        boolean isBuffer = a >>> 32 == 0x40 || a >>> 40 == 0x7f;
        return isCode || isBuffer || a >>> 47 != 0 && a >>> 47 != 0x1ffff;
    }

    private long load(long address, int bytes) {
        check(address, bytes, Access.READ);
        long v = 0;
        for (int i = 0; i < bytes; i++) {
            long a = address + i - X86Case.DATA;
            v |= (a < 4096 ? page[(int) a] & 0xffL : 0) << 8 * i;
        }
        return v;
    }

    private void store(long address, int bytes, long value) {
        check(address, bytes, Access.WRITE);
        for (int i = 0; i < bytes; i++) page[(int) (address - X86Case.DATA) + i] = (byte) (value >> 8 * i);
    }

    @Override
    public long load8(long address) {
        return load(address, 1);
    }

    @Override
    public long load16(long address) {
        return load(address, 2);
    }

    @Override
    public long load32(long address) {
        return load(address, 4);
    }

    @Override
    public long load64(long address) {
        return load(address, 8);
    }

    @Override
    public void store8(long address, long value) {
        store(address, 1, value);
    }

    @Override
    public void store16(long address, long value) {
        store(address, 2, value);
    }

    @Override
    public void store32(long address, long value) {
        store(address, 4, value);
    }

    @Override
    public void store64(long address, long value) {
        store(address, 8, value);
    }

    @Override
    public int fetch8(long address) {
        if (address < slot || address >= slot + X86Case.SLOT) throw new MemoryFault(address, Access.EXECUTE);
        return code[(int) (address - slot)] & 0xff;
    }

    @Override
    public int fetch32(long address) {
        return fetch8(address) | fetch8(address + 1) << 8 | fetch8(address + 2) << 16
            | fetch8(address + 3) << 24;
    }
}

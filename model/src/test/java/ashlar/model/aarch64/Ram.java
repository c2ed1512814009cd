package ashlar.model.aarch64;

import ashlar.model.mmu.Access;
import ashlar.model.mmu.MemoryFault;
import ashlar.model.mmu.VirtualMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Two pages of memory for tests, the second of which may only be read; nothing else is there.
final class Ram extends VirtualMemory {
    static final long START = 0x1_0000;
    static final long READ_ONLY = START + 0x1000;
    static final long END = START + 0x2000;

    private final ByteBuffer bytes = ByteBuffer.allocate(0x2000).order(ByteOrder.LITTLE_ENDIAN);

    private int index(long address, int length, Access access) {
        long end = access == Access.WRITE ? READ_ONLY : END;
        boolean isBelow = Long.compareUnsigned(address, START) < 0;
        boolean isAbove = Long.compareUnsigned(address, end) >= 0;
        if (isBelow || isAbove) throw new MemoryFault(address, access);
        if (address + length > end) throw new MemoryFault(end, access);
        return (int) (address - START);
    }

    /// Sets 64 bits whatever the rights.
    void put(long address, long value) {
        bytes.putLong((int) (address - START), value);
    }

    @Override
    public long load8(long a) {
        return bytes.get(index(a, 1, Access.READ)) & 0xFF;
    }

    @Override
    public long load16(long a) {
        return bytes.getShort(index(a, 2, Access.READ)) & 0xFFFF;
    }

    @Override
    public long load32(long a) {
        return bytes.getInt(index(a, 4, Access.READ)) & 0xFFFF_FFFFL;
    }

    @Override
    public long load64(long a) {
        return bytes.getLong(index(a, 8, Access.READ));
    }

    @Override
    public void store8(long a, long value) {
        bytes.put(index(a, 1, Access.WRITE), (byte) value);
    }

    @Override
    public void store16(long a, long value) {
        bytes.putShort(index(a, 2, Access.WRITE), (short) value);
    }

    @Override
    public void store32(long a, long value) {
        bytes.putInt(index(a, 4, Access.WRITE), (int) value);
    }

    @Override
    public void store64(long a, long value) {
        bytes.putLong(index(a, 8, Access.WRITE), value);
    }

    @Override
    public int fetch8(long a) {
        return bytes.get(index(a, 1, Access.EXECUTE)) & 0xFF;
    }

    @Override
    public int fetch32(long a) {
        return bytes.getInt(index(a, 4, Access.EXECUTE));
    }
}

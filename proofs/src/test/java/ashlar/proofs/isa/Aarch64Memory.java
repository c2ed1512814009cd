package ashlar.proofs.isa;

import ashlar.model.mmu.Access;
import ashlar.model.mmu.MemoryFault;
import ashlar.model.mmu.VirtualMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The memory of aarch64-runner.c: one slot of code, and the last bytes of the page of data. The top byte of
/// an address is ignored, as Linux has it.
final class Aarch64Memory extends VirtualMemory {
    static final long CODE = 0x10_0000_0000L;
    static final long DATA = 0x10_0000_8000L;
    static final long WINDOW = DATA + 0xF00;
    static final int SLOT_BYTES = 32;
    private static final long END = DATA + 0x1000;
    private static final long ADDRESS_BITS = (1L << 56) - 1;

    /// An access to what the runner has but a case does not: such a case is no good.
    static final class Outside extends RuntimeException {
        private static final long serialVersionUID = 1;

        Outside() {
            super(null, null, false, false);
        }
    }

    final ByteBuffer window = ByteBuffer.allocate(Aarch64State.MEMORY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final Aarch64State code;
    private final long codeAddress;

    Aarch64Memory(Aarch64State code, long codeAddress) {
        this.code = code;
        this.codeAddress = codeAddress;
    }

    private int index(long tagged, int bytes, Access access) {
        long address = tagged & ADDRESS_BITS;
        if (address >= WINDOW && address <= END - bytes) return (int) (address - WINDOW);
        if (address >= WINDOW && address < END) throw new MemoryFault(END, access);
        if (address + bytes > CODE && address < WINDOW) throw new Outside();
        if (address < 0x1000_0000)
            throw address + bytes > 0x40_0000 ? new Outside() : new MemoryFault(address, access);
        throw new MemoryFault(address, access);
    }

    @Override
    public long load8(long a) {
        return window.get(index(a, 1, Access.READ)) & 0xFF;
    }

    @Override
    public long load16(long a) {
        return window.getShort(index(a, 2, Access.READ)) & 0xFFFF;
    }

    @Override
    public long load32(long a) {
        return window.getInt(index(a, 4, Access.READ)) & 0xFFFF_FFFFL;
    }

    @Override
    public long load64(long a) {
        return window.getLong(index(a, 8, Access.READ));
    }

    @Override
    public void store8(long a, long value) {
        window.put(index(a, 1, Access.WRITE), (byte) value);
    }

    @Override
    public void store16(long a, long value) {
        window.putShort(index(a, 2, Access.WRITE), (short) value);
    }

    @Override
    public void store32(long a, long value) {
        window.putInt(index(a, 4, Access.WRITE), (int) value);
    }

    @Override
    public void store64(long a, long value) {
        window.putLong(index(a, 8, Access.WRITE), value);
    }

    @Override
    public int fetch8(long a) {
        throw new UnsupportedOperationException("fetched in words");
    }

    @Override
    public int fetch32(long tagged) {
        long a = tagged & ADDRESS_BITS;
        if (a >= codeAddress && a < codeAddress + SLOT_BYTES) return code.code((int) (a - codeAddress) / 4);
        if (a >= CODE && a < END) throw new Outside();
        throw new MemoryFault(a, Access.EXECUTE);
    }
}

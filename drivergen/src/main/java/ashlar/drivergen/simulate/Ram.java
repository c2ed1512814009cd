package ashlar.drivergen.simulate;

import ashlar.model.bus.SharedMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Memory from address 0 on.
public final class Ram implements SharedMemory {
    private final ByteBuffer bytes;

    public Ram(int size) {
        this.bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override public long load8(long address) {
        return bytes.get(Math.toIntExact(address)) & 0xFF;
    }

    @Override public long load16(long address) {
        return bytes.getShort(Math.toIntExact(address)) & 0xFFFF;
    }

    @Override public long load32(long address) {
        return bytes.getInt(Math.toIntExact(address)) & 0xFFFF_FFFFL;
    }

    @Override public long load64(long address) {
        return bytes.getLong(Math.toIntExact(address));
    }

    @Override public void store8(long address, long value) {
        bytes.put(Math.toIntExact(address), (byte) value);
    }

    @Override public void store16(long address, long value) {
        bytes.putShort(Math.toIntExact(address), (short) value);
    }

    @Override public void store32(long address, long value) {
        bytes.putInt(Math.toIntExact(address), (int) value);
    }

    @Override public void store64(long address, long value) {
        bytes.putLong(Math.toIntExact(address), value);
    }

    @Override public void storeBarrier() { }

    @Override public void loadBarrier() { }
}

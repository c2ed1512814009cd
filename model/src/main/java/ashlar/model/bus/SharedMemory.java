package ashlar.model.bus;

/// Memory that drivers share with devices that master the bus; little-endian.
/// Without a barrier the other side may see stores, and this one loads, in another order.
public interface SharedMemory {
    long load8(long address);

    long load16(long address);

    long load32(long address);

    long load64(long address);

    void store8(long address, long value);

    void store16(long address, long value);

    void store32(long address, long value);

    void store64(long address, long value);

    /// What was stored before is seen before what is stored after.
    void storeBarrier();

    /// What is loaded after is no older than what was loaded before.
    void loadBarrier();
}

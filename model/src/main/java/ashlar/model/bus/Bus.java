package ashlar.model.bus;

/// What a driver sees of devices: accesses to their registers, in the order in which it makes them.
/// Narrow values are filled with zeros when read, and cut when written.
public interface Bus {
    long read8(long address);

    long read16(long address);

    long read32(long address);

    long read64(long address);

    void write8(long address, long value);

    void write16(long address, long value);

    void write32(long address, long value);

    void write64(long address, long value);
}

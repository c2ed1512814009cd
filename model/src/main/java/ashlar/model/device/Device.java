package ashlar.model.device;

/// What answers to a range of physical addresses.
public interface Device {
    /// @param offset from the device's first address; a multiple of bytes
    /// @param bytes  1, 2, 4 or 8
    /// @return the value, zero-extended
    long read(long offset, int bytes);

    /// @param offset from the device's first address; a multiple of bytes
    /// @param bytes  1, 2, 4 or 8
    /// @param value  its lowest bytes are written
    void write(long offset, int bytes, long value);
}

package ashlar.drivergen.simulate;

/// When a device does what it does by itself.
public enum Schedule {
    /// Only when asked to.
    LAZY,
    /// All it can, after each access.
    EAGER,
    /// Some of it, or nothing, after each access: whatever a driver must cope with.
    ADVERSARIAL
}

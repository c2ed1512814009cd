package ashlar.drivergen.ast;

/// What a register or a field may be used for.
/// @param once written at most once after reset
public record Access(boolean readable, boolean writable, boolean once) {
    public static final Access RO = new Access(true, false, false);
    public static final Access WO = new Access(false, true, false);
    public static final Access RW = new Access(true, true, false);
    public static final Access NONE = new Access(false, false, false);

    /// As it is written in a description.
    public String text() {
        String way = readable && writable ? "rw" : readable ? "ro" : writable ? "wo" : "na";
        return once ? way + " once" : way;
    }

    /// Whether whatever this allows, the other allows, too.
    public boolean within(Access other) {
        return (!readable || other.readable) && (!writable || other.writable);
    }
}

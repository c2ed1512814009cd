package ashlar.drivergen.ast;

/// What a written value does to what is there; ACTS: rules tell.
public enum WriteEffect {
    REPLACES(""), ONE_CLEARS("one clears"), ONE_SETS("one sets"), ONE_TOGGLES("one toggles"),
    ZERO_CLEARS("zero clears"), ZERO_SETS("zero sets"), ZERO_TOGGLES("zero toggles"),
    CLEARS("write clears"), SETS("write sets"), ACTS("write acts");

    private final String text;

    WriteEffect(String text) {
        this.text = text;
    }

    /// As it is written in a description.
    public String text() {
        return text;
    }

    /// What is there after a write.
    public long after(long before, long written, long mask) {
        return mask & switch (this) {
            case REPLACES     -> written;
            case ONE_CLEARS   -> before & ~written;
            case ONE_SETS     -> before | written;
            case ONE_TOGGLES  -> before ^ written;
            case ZERO_CLEARS  -> before & written;
            case ZERO_SETS    -> before | ~written;
            case ZERO_TOGGLES -> before ^ ~written;
            case CLEARS       -> 0;
            case SETS         -> -1L;
            case ACTS         -> before;
        };
    }

    /// A value that changes nothing when it is written.
    public long harmless(long before, long mask) {
        return mask & switch (this) {
            case REPLACES                            -> before;
            case ZERO_CLEARS, ZERO_SETS, ZERO_TOGGLES -> -1L;
            default                                  -> 0;
        };
    }
}

package ashlar.drivergen.ast;

/// What reading does to what is read; ACTS: rules tell.
public enum ReadEffect {
    NONE(""), CLEARS("read clears"), SETS("read sets"), ACTS("read acts");

    private final String text;

    ReadEffect(String text) {
        this.text = text;
    }

    /// As it is written in a description.
    public String text() {
        return text;
    }
}

package ashlar.drivergen.ast;

/// What a driver writes to bits that it does not mean to change.
public enum Policy {
    /// Nothing is asked.
    NONE(""), MUST_BE_ZERO("mbz"), MUST_BE_ONE("mb1"), PRESERVE("preserve"), IGNORED("ignored");

    private final String text;

    Policy(String text) {
        this.text = text;
    }

    /// As it is written in a description.
    public String text() {
        return text;
    }
}

package ashlar.refinement.mutate;

/// Whether a mutant was noticed.
public enum Status {
    /// A test fails.
    KILLED_BY_TEST("killedByTest", "killed by test"),
    /// An obligation fails in a run on the JVM.
    KILLED_BY_PROOF("killedByProof", "killed by proof"),
    /// It is proved to do what the original does.
    EQUIVALENT("equivalent", "equivalent"),
    /// Nothing notices it.
    SURVIVED("survived", "survived"),
    /// None of the above could be shown.
    UNKNOWN("unknown", "unknown");

    private final String key;
    private final String text;

    Status(String key, String text) {
        this.key = key;
        this.text = text;
    }

    /// The name in JSON.
    public String key() {
        return key;
    }

    /// The name in words.
    public String text() {
        return text;
    }
}

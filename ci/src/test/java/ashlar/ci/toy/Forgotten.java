package ashlar.ci.toy;

/// What is on trial, and no obligation calls.
final class Forgotten {
    private Forgotten() { }

    static long of(long n) {
        return n - 1;
    }
}

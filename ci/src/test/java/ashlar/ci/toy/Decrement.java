package ashlar.ci.toy;

/// What is on trial.
final class Decrement {
    private Decrement() { }

    static long of(long n) {
        return n - 1;
    }
}

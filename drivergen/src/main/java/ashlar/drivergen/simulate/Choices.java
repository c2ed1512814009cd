package ashlar.drivergen.simulate;

import java.util.random.RandomGenerator;

/// Decides what a description leaves open.
public interface Choices {
    /// A number below n.
    int pick(int n);

    /// Any word of that width.
    long any(int bits);

    /// The first block, and zeros.
    static Choices first() {
        return new Choices() {
            @Override public int pick(int n) {
                return 0;
            }

            @Override public long any(int bits) {
                return 0;
            }
        };
    }

    static Choices random(RandomGenerator random) {
        return new Choices() {
            @Override public int pick(int n) {
                return random.nextInt(n);
            }

            @Override public long any(int bits) {
                return bits == 0 ? 0 : random.nextLong() >>> 64 - bits;
            }
        };
    }
}

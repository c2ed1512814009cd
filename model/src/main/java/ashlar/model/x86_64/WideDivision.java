package ashlar.model.x86_64;

/// Division of 128 bits by 64: schoolbook, with two digits of 32 bits (Knuth, The Art of Computer
/// Programming, volume 2, 4.3.1, algorithm D).
final class WideDivision {
    private static final long DIGIT = 0xffffffffL;

    private WideDivision() { }

    /// The quotient of high:low, unsigned. Requires: high is below divisor.
    static long quotient(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long top = shift == 0 ? high : high << shift | low >>> -shift;
        long rest = low << shift;
        long first = digit(top, rest >>> 32, d);
        long middle = (top << 32 | rest >>> 32) - first * d;
        return first << 32 | digit(middle, rest & DIGIT, d);
    }

    /// One digit of the quotient of top:next by d, whose top bit is set.
    private static long digit(long top, long next, long d) {
        long guess = Long.divideUnsigned(top, d >>> 32);
        long rest = top - guess * (d >>> 32);
        for (int i = 0; i < 2; i++) {
            boolean isTooBig = rest <= DIGIT && rest >= 0
                && (guess > DIGIT || Long.compareUnsigned(guess * (d & DIGIT), rest << 32 | next) > 0);
            if (isTooBig) {
                guess--;
                rest += d >>> 32;
            }
        }
        return guess;
    }
}

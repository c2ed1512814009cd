package ashlar.model.x86_64;

import static ashlar.model.x86_64.Format.exponent;
import static ashlar.model.x86_64.Format.isInfinite;
import static ashlar.model.x86_64.Format.isZero;
import static ashlar.model.x86_64.Format.sign;
import static ashlar.model.x86_64.Format.significand;

/// Arithmetic of SSE on numbers of 32 and 64 bits: IEEE 754, with MXCSR. SDM volume 1, 4.8 and 11.5.
final class FloatingPoint {
    static final int SQRT = 0x51;
    static final int RSQRT = 0x52;
    static final int RCP = 0x53;
    static final int ADD = 0x58;
    static final int MULTIPLY = 0x59;
    static final int SUBTRACT = 0x5c;
    static final int MINIMUM = 0x5d;
    static final int DIVIDE = 0x5e;
    static final int MAXIMUM = 0x5f;

    private FloatingPoint() { }

    /// @param operation the opcode of the packed instruction
    static long apply(Mxcsr m, int operation, int bits, long first, long second) {
        if (m.isPlain() && isFast(operation)) {
            long quick = bits == 32 ? quick(operation, (int) first, (int) second)
                : quick(operation, first, second);
            boolean isSafe = Format.isInside(bits, quick) && Format.isOrdinary(bits, second)
                && (operation == SQRT || Format.isOrdinary(bits, first));
            if (isSafe) return quick;
        }
        return exact(m, operation, bits, first, second);
    }

    private static boolean isFast(int operation) {
        return operation != MINIMUM && operation != MAXIMUM && operation != RCP && operation != RSQRT;
    }

    private static long quick(int operation, long first, long second) {
        double a = Double.longBitsToDouble(first);
        double b = Double.longBitsToDouble(second);
        return Double.doubleToRawLongBits(switch (operation) {
            case ADD      -> a + b;
            case MULTIPLY -> a * b;
            case SUBTRACT -> a - b;
            case DIVIDE   -> a / b;
            default       -> Math.sqrt(b);
        });
    }

    private static long quick(int operation, int first, int second) {
        float a = Float.intBitsToFloat(first);
        float b = Float.intBitsToFloat(second);
        return Float.floatToRawIntBits(switch (operation) {
            case ADD      -> a + b;
            case MULTIPLY -> a * b;
            case SUBTRACT -> a - b;
            case DIVIDE   -> a / b;
            default       -> (float) Math.sqrt(b);
        }) & 0xffffffffL;
    }

    /// Zero for a denormal, if MXCSR wants it; else the number, a denormal being noted.
    static long input(Mxcsr m, int bits, long v) {
        if (!Format.isDenormal(bits, v)) return v;
        if (m.denormalsAreZeros()) return Format.zero(bits, sign(bits, v));
        m.meet(Mxcsr.DENORMAL);
        return v;
    }

    static long exact(Mxcsr m, int operation, int bits, long first, long second) {
        return switch (operation) {
            case ADD      -> add(m, bits, first, second, false);
            case SUBTRACT -> add(m, bits, first, second, true);
            case MULTIPLY -> multiply(m, bits, first, second);
            case DIVIDE   -> divide(m, bits, first, second);
            case SQRT     -> squareRoot(m, bits, second);
            case RCP      -> Approximation.reciprocal(m, second);
            case RSQRT    -> Approximation.reciprocalRoot(m, second);
            default       -> select(m, operation, bits, first, second);
        };
    }

    /// Whether an operand is a NaN; if so, exceptions are noted.
    private static boolean hasNaN(Mxcsr m, int bits, long a, long b) {
        if (Format.isSignalling(bits, a) || Format.isSignalling(bits, b)) m.meet(Mxcsr.INVALID);
        return Format.isNaN(bits, a) || Format.isNaN(bits, b);
    }

    /// The first operand that is a NaN, quiet.
    private static long firstNaN(int bits, long a, long b) {
        return Format.quiet(bits, Format.isNaN(bits, a) ? a : b);
    }

    private static long invalid(Mxcsr m, int bits) {
        m.meet(Mxcsr.INVALID);
        return Format.defaultNaN(bits);
    }

    private static long add(Mxcsr m, int bits, long first, long second, boolean isSubtraction) {
        if (hasNaN(m, bits, first, second)) return firstNaN(bits, first, second);
        long flip = isSubtraction ? Bits.topBit(bits) : 0;
        if (isInfinite(bits, first) || isInfinite(bits, second)) return addInfinite(m, bits, first, second,
            flip);
        long a = input(m, bits, first);
        long b = input(m, bits, second) ^ flip;
        if (isZero(bits, a) && isZero(bits, b)) return a == b ? a
            : Format.zero(bits, m.rounding() == Mxcsr.DOWN);
        if (isZero(bits, a)) return Rounding.round(m, bits, sign(bits, b), exponent(bits, b),
            significand(bits, b), 0);
        if (isZero(bits, b)) return Rounding.round(m, bits, sign(bits, a), exponent(bits, a),
            significand(bits, a), 0);
        boolean isOrdered = Format.magnitude(bits, a) >= Format.magnitude(bits, b);
        return isOrdered ? addOrdered(m, bits, a, b) : addOrdered(m, bits, b, a);
    }

    private static long addInfinite(Mxcsr m, int bits, long first, long second, long flip) {
        long a = input(m, bits, first);
        long b = input(m, bits, second) ^ flip;
        if (isInfinite(bits, a) && isInfinite(bits, b) && a != b) return invalid(m, bits);
        return isInfinite(bits, a) ? a : b;
    }

    /// Requires: |a| >= |b| > 0.
    private static long addOrdered(Mxcsr m, int bits, long a, long b) {
        int distance = exponent(bits, a) - exponent(bits, b);
        long high = significand(bits, a) >>> 1;
        long other = significand(bits, b) >>> 1;
        long otherHigh = distance < 64 ? other >>> distance : 0;
        long otherLow = distance == 0 ? 0 : distance < 64 ? other << -distance : 1;
        boolean isDifference = sign(bits, a) != sign(bits, b);
        long low = isDifference ? -otherLow : otherLow;
        long sum = isDifference ? high - otherHigh - (otherLow == 0 ? 0 : 1) : high + otherHigh;
        if (sum == 0 && low == 0) return Format.zero(bits, m.rounding() == Mxcsr.DOWN);
        return normalized(m, bits, sign(bits, a), exponent(bits, a) + 1, sum, low);
    }

    /// Rounds +-high:low * 2^(exponent - 127), which is not zero.
    private static long normalized(Mxcsr m, int bits, boolean isNegative, int exponent, long high, long low) {
        if (high == 0) return normalized(m, bits, isNegative, exponent - 64, low, 0);
        int n = Long.numberOfLeadingZeros(high);
        long top = n == 0 ? high : high << n | low >>> -n;
        return Rounding.round(m, bits, isNegative, exponent - n, top, low << n);
    }

    private static long multiply(Mxcsr m, int bits, long first, long second) {
        if (hasNaN(m, bits, first, second)) return firstNaN(bits, first, second);
        long a = input(m, bits, first);
        long b = input(m, bits, second);
        boolean isNegative = sign(bits, a) != sign(bits, b);
        boolean isInfinite = isInfinite(bits, a) || isInfinite(bits, b);
        boolean isZero = isZero(bits, a) || isZero(bits, b);
        if (isInfinite && isZero) return invalid(m, bits);
        if (isInfinite) return Format.infinity(bits, isNegative);
        if (isZero) return Format.zero(bits, isNegative);
        long x = significand(bits, a);
        long y = significand(bits, b);
        int exponent = exponent(bits, a) + exponent(bits, b) + 1;
        return normalized(m, bits, isNegative, exponent, Math.unsignedMultiplyHigh(x, y), x * y);
    }

    private static long divide(Mxcsr m, int bits, long first, long second) {
        if (hasNaN(m, bits, first, second)) return firstNaN(bits, first, second);
        boolean isNegative = sign(bits, first) != sign(bits, second);
        if (isByZero(m, bits, first, second)) return divideByZero(m, bits, isNegative);
        long a = input(m, bits, first);
        long b = input(m, bits, second);
        boolean isInvalid = isZero(bits, a) && isZero(bits, b) || isInfinite(bits, a) && isInfinite(bits, b);
        if (isInvalid) return invalid(m, bits);
        if (isInfinite(bits, a)) return Format.infinity(bits, isNegative);
        if (isZero(bits, a) || isInfinite(bits, b)) return Format.zero(bits, isNegative);
        return divideFinite(m, bits, isNegative, a, b);
    }

    /// Whether a finite number other than zero is divided by zero: then a denormal is not noted.
    private static boolean isByZero(Mxcsr m, int bits, long first, long second) {
        boolean isZero = isZero(bits, second) || m.denormalsAreZeros() && Format.isDenormal(bits, second);
        boolean hasValue = !isZero(bits, first) && !isInfinite(bits, first)
            && !(m.denormalsAreZeros() && Format.isDenormal(bits, first));
        return isZero && hasValue;
    }

    private static long divideByZero(Mxcsr m, int bits, boolean isNegative) {
        m.meet(Mxcsr.DIVIDE_BY_ZERO);
        return Format.infinity(bits, isNegative);
    }

    private static long divideFinite(Mxcsr m, int bits, boolean isNegative, long a, long b) {
        long x = significand(bits, a);
        long y = significand(bits, b);
        long quotient = WideDivision.quotient(x >>> 1, x << 63, y);
        long remainder = (x << 63) - quotient * y;
        int exponent = exponent(bits, a) - exponent(bits, b);
        return normalized(m, bits, isNegative, exponent, quotient, remainder == 0 ? 0 : 1);
    }

    private static long squareRoot(Mxcsr m, int bits, long operand) {
        if (hasNaN(m, bits, operand, operand)) return Format.quiet(bits, operand);
        long a = Format.isDenormal(bits, operand) && sign(bits, operand) && !m.denormalsAreZeros() ? operand
            : input(m, bits, operand);
        if (isZero(bits, a)) return a;
        if (sign(bits, a)) return invalid(m, bits);
        return isInfinite(bits, a) ? a : Root.of(m, bits, significand(bits, a), exponent(bits, a));
    }

    /// MIN, MAX: the second operand, if one is a NaN or both are zeros.
    private static long select(Mxcsr m, int operation, int bits, long first, long second) {
        if (Format.isNaN(bits, first) || Format.isNaN(bits, second)) {
            m.meet(Mxcsr.INVALID);
            return second;
        }
        long a = input(m, bits, first);
        long b = input(m, bits, second);
        int order = Order.compare(bits, a, b);
        return (operation == MINIMUM ? order < 0 : order > 0) ? a : b;
    }
}

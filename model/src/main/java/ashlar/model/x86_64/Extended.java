package ashlar.model.x86_64;

/// Arithmetic of x87 on numbers of 80 bits: sign and biased exponent a, significand b of each operand.
/// Results go to the unit; exceptions to its environment.
final class Extended {
    static final int MOST = 0x7fff;
    static final int BIAS = 16383;
    static final long ONE = 1L << 63;
    static final long QUIET = 1L << 62;

    private Extended() { }

    static void set(X87 f, long signExponent, long significand) {
        f.resultSignExponent = signExponent & 0xffff;
        f.resultSignificand = significand;
    }

    static void setDefaultNaN(X87 f) {
        set(f, 0xffff, ONE | QUIET);
    }

    static void invalid(X87 f) {
        f.environment.meet(Mxcsr.INVALID);
        setDefaultNaN(f);
    }

    static boolean sign(long a) {
        return (a & 0x8000) != 0;
    }

    private static long signBit(boolean isNegative) {
        return isNegative ? 0x8000 : 0;
    }

    static boolean isZero(long a, long b) {
        return (a & MOST) == 0 && b == 0;
    }

    static boolean isInfinite(long a, long b) {
        return (a & MOST) == MOST && b == ONE;
    }

    static boolean isNaN(long a, long b) {
        return (a & MOST) == MOST && b << 1 != 0;
    }

    /// No number at all: the leading bit is missing.
    static boolean isUnsupported(long a, long b) {
        return (a & MOST) != 0 && b >= 0;
    }

    static boolean isSignalling(long a, long b) {
        return isNaN(a, b) && (b & QUIET) == 0;
    }

    static boolean isDenormal(long a, long b) {
        return (a & MOST) == 0 && b != 0;
    }

    /// Requires: finite and not zero.
    static int exponent(long a, long b) {
        return (int) Math.max(a & MOST, 1) - BIAS - Long.numberOfLeadingZeros(b);
    }

    static long significand(long b) {
        return b << Long.numberOfLeadingZeros(b);
    }

    /// Settles what needs no arithmetic: unsupported operands and NaNs; else notes denormals.
    /// @return whether the result is set
    static boolean settles(X87 f, long a, long b, long c, long d) {
        if (isUnsupported(a, b) || isUnsupported(c, d)) {
            invalid(f);
            return true;
        }
        if (isSignalling(a, b) || isSignalling(c, d)) f.environment.meet(Mxcsr.INVALID);
        if (isNaN(a, b) || isNaN(c, d)) {
            setNaN(f, a, b, c, d);
            return true;
        }
        if (isDenormal(a, b) || isDenormal(c, d)) f.environment.meet(Mxcsr.DENORMAL);
        return false;
    }

    /// Of two NaNs the quiet one, then the one with the larger significand, then the positive one.
    private static void setNaN(X87 f, long a, long b, long c, long d) {
        boolean isFirst = isNaN(a, b) && (!isNaN(c, d) || isPreferred(a, b, c, d));
        set(f, isFirst ? a : c, (isFirst ? b : d) | QUIET);
    }

    private static boolean isPreferred(long a, long b, long c, long d) {
        if (isSignalling(a, b) != isSignalling(c, d)) return isSignalling(c, d);
        return b == d ? !sign(a) || sign(c) : Long.compareUnsigned(b, d) > 0;
    }

    /// The number nearest to +-high:low * 2^(exponent - 127), with so many bits.
    static void round(X87 f, int precision, boolean isNegative, int exponent, long high, long low) {
        int drop = 64 - precision;
        int biased = exponent + BIAS;
        if (biased <= 0) {
            roundTiny(f, drop, isNegative, biased, high, low);
            return;
        }
        int mode = f.environment.rounding();
        if (Rounding.isInexact(high, low, drop)) Rounding.noteInexact(f.environment, isNegative, high, low,
            drop);
        long kept = Rounding.shifted(mode, isNegative, high, low, drop) << drop;
        boolean carries = kept == 0;
        if (biased + (carries ? 1 : 0) >= MOST) overflow(f, drop, isNegative, mode);
        else set(f, signBit(isNegative) | biased + (carries ? 1 : 0), carries ? ONE : kept);
    }

    private static void overflow(X87 f, int drop, boolean isNegative, int mode) {
        boolean isInfinite = mode == Mxcsr.NEAREST || mode == (isNegative ? Mxcsr.DOWN : Mxcsr.UP);
        f.environment.meet(Mxcsr.OVERFLOW | Mxcsr.PRECISION | (isInfinite ? Mxcsr.GROWN : 0));
        if (isInfinite) set(f, signBit(isNegative) | MOST, ONE);
        else set(f, signBit(isNegative) | MOST - 1, -1L << drop);
    }

    private static void roundTiny(X87 f, int drop, boolean isNegative, int biased, long high, long low) {
        int mode = f.environment.rounding();
        long unbounded = Rounding.shifted(mode, isNegative, high, low, drop) << drop;
        boolean isTiny = biased < 0 || unbounded != 0;
        int shift = drop + 1 - biased;
        boolean isInexact = Rounding.isInexact(high, low, shift);
        if (isInexact) Rounding.noteInexact(f.environment, isNegative, high, low, shift);
        if (isTiny && (isInexact || !f.environment.isUnderflowMasked())) f.environment.meet(Mxcsr.UNDERFLOW);
        long kept = Rounding.shifted(mode, isNegative, high, low, shift) << drop;
        set(f, signBit(isNegative) | (kept < 0 ? 1 : 0), kept);
    }

    /// Rounds +-high:low * 2^(exponent - 127), which is not zero.
    private static void normalize(X87 f, boolean isNegative, int exponent, long high, long low) {
        int words = high == 0 ? 64 : 0;
        long first = high == 0 ? low : high;
        long second = high == 0 ? 0 : low;
        int n = Long.numberOfLeadingZeros(first);
        long top = n == 0 ? first : first << n | second >>> -n;
        round(f, f.precision(), isNegative, exponent - words - n, top, second << n);
    }

    static void add(X87 f, long a, long b, long other, long d, boolean isSubtraction) {
        if (settles(f, a, b, other, d)) return;
        long c = isSubtraction ? other ^ 0x8000 : other;
        if (isInfinite(a, b) || isInfinite(c, d)) addInfinite(f, a, b, c, d);
        else if (isZero(a, b) && isZero(c, d)) setZeroSum(f, a, c);
        else if (isZero(a, b)) round(f, f.precision(), sign(c), exponent(c, d), significand(d), 0);
        else if (isZero(c, d)) round(f, f.precision(), sign(a), exponent(a, b), significand(b), 0);
        else if (isAtLeast(a, b, c, d)) addOrdered(f, a, b, c, d);
        else addOrdered(f, c, d, a, b);
    }

    private static void setZeroSum(X87 f, long a, long c) {
        boolean isNegative = sign(a) == sign(c) ? sign(a) : f.environment.rounding() == Mxcsr.DOWN;
        set(f, signBit(isNegative), 0);
    }

    private static void addInfinite(X87 f, long a, long b, long c, long d) {
        if (isInfinite(a, b) && isInfinite(c, d) && sign(a) != sign(c)) invalid(f);
        else set(f, isInfinite(a, b) ? a : c, ONE);
    }

    private static boolean isAtLeast(long a, long b, long c, long d) {
        int difference = exponent(a, b) - exponent(c, d);
        return difference > 0 || difference == 0 && Long.compareUnsigned(significand(b), significand(d)) >= 0;
    }

    private static void addOrdered(X87 f, long a, long b, long c, long d) {
        int distance = exponent(a, b) - exponent(c, d);
        long x = significand(b);
        long y = significand(d);
        long shiftedHigh = distance < 64 ? y >>> distance : 0;
        long shiftedLow = distance == 0 ? 0 : distance < 64 ? y << -distance : far(y, distance - 64);
        if (sign(a) == sign(c)) sum(f, sign(a), exponent(a, b), x, shiftedHigh, shiftedLow);
        else difference(f, sign(a), exponent(a, b), x, shiftedHigh, shiftedLow);
    }

    /// A number shifted out of sight, the bits that are lost gathered in the lowest.
    private static long far(long y, int distance) {
        if (distance == 0) return y;
        return distance < 64 ? y >>> distance | 1 : 1;
    }

    private static void sum(X87 f, boolean isNegative, int exponent, long x, long high, long low) {
        long total = x + high;
        if (Long.compareUnsigned(total, x) >= 0) round(f, f.precision(), isNegative, exponent, total, low);
        else round(f, f.precision(), isNegative, exponent + 1, total >>> 1 | ONE,
            total << 63 | low >>> 1 | low & 1);
    }

    private static void difference(X87 f, boolean isNegative, int exponent, long x, long high, long low) {
        long rest = x - high - (low == 0 ? 0 : 1);
        if (rest == 0 && low == 0) set(f, signBit(f.environment.rounding() == Mxcsr.DOWN), 0);
        else normalize(f, isNegative, exponent, rest, -low);
    }

    static void multiply(X87 f, long a, long b, long c, long d) {
        if (settles(f, a, b, c, d)) return;
        boolean isNegative = sign(a) != sign(c);
        boolean isInfinite = isInfinite(a, b) || isInfinite(c, d);
        boolean isZero = isZero(a, b) || isZero(c, d);
        if (isInfinite && isZero) invalid(f);
        else if (isInfinite) set(f, signBit(isNegative) | MOST, ONE);
        else if (isZero) set(f, signBit(isNegative), 0);
        else multiplyFinite(f, isNegative, exponent(a, b) + exponent(c, d) + 1, significand(b),
            significand(d));
    }

    private static void multiplyFinite(X87 f, boolean isNegative, int exponent, long x, long y) {
        normalize(f, isNegative, exponent, Math.unsignedMultiplyHigh(x, y), x * y);
    }

    static void divide(X87 f, long a, long b, long c, long d) {
        boolean isByZero = isZero(c, d) && !isZero(a, b) && (a & MOST) != MOST && !isUnsupported(a, b);
        boolean isNegative = sign(a) != sign(c);
        if (isByZero) {
            f.environment.meet(Mxcsr.DIVIDE_BY_ZERO);
            set(f, signBit(isNegative) | MOST, ONE);
        } else if (!settles(f, a, b, c, d)) {
            divideOthers(f, isNegative, a, b, c, d);
        }
    }

    private static void divideOthers(X87 f, boolean isNegative, long a, long b, long c, long d) {
        boolean isInvalid = isZero(a, b) && isZero(c, d) || isInfinite(a, b) && isInfinite(c, d);
        if (isInvalid) invalid(f);
        else if (isInfinite(a, b)) set(f, signBit(isNegative) | MOST, ONE);
        else if (isZero(a, b) || isInfinite(c, d)) set(f, signBit(isNegative), 0);
        else divideFinite(f, isNegative, exponent(a, b) - exponent(c, d), significand(b), significand(d));
    }

    /// Two digits of 64 bits: x / 2 by y.
    private static void divideFinite(X87 f, boolean isNegative, int exponent, long x, long y) {
        long high = WideDivision.quotient(x >>> 1, x << 63, y);
        long rest = (x << 63) - high * y;
        long low = rest == 0 ? 0 : WideDivision.quotient(rest, 0, y);
        long sticky = rest != 0 && -(low * y) != 0 ? 1 : 0;
        normalize(f, isNegative, exponent, high, low | sticky);
    }

    static void squareRoot(X87 f, long a, long b) {
        boolean isNegative = sign(a) && !isZero(a, b) && !isNaN(a, b);
        if (isNegative || isUnsupported(a, b)) invalid(f);
        else if (isZero(a, b) || isInfinite(a, b)) set(f, a, b);
        else if (!settles(f, a, b, a, b)) ExtendedRoot.of(f, significand(b), exponent(a, b));
    }

    /// -1, 0, 1 or [Order#UNORDERED].
    static int compare(X87 f, long a, long b, long c, long d, boolean isQuiet) {
        boolean isUnordered = isNaN(a, b) || isNaN(c, d);
        boolean isUnsupported = isUnsupported(a, b) || isUnsupported(c, d);
        boolean isInvalid = isUnsupported || isSignalling(a, b) || isSignalling(c, d)
            || isUnordered && !isQuiet;
        if (isInvalid) f.environment.meet(Mxcsr.INVALID);
        if (isUnordered || isUnsupported) return Order.UNORDERED;
        if (isDenormal(a, b) || isDenormal(c, d)) f.environment.meet(Mxcsr.DENORMAL);
        if (isZero(a, b) && isZero(c, d)) return 0;
        if (sign(a) != sign(c)) return sign(a) ? -1 : 1;
        int magnitudes = Long.compare(Math.max(a & MOST, 1), Math.max(c & MOST, 1));
        int order = magnitudes != 0 ? magnitudes : Long.compareUnsigned(b, d);
        return sign(a) ? -Integer.signum(order) : Integer.signum(order);
    }
}

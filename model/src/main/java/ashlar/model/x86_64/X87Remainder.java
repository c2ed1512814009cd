package ashlar.model.x86_64;

/// FXAM, FSCALE, FXTRACT, FPREM, FPREM1.
final class X87Remainder {
    private X87Remainder() { }

    static void examine(X87 f) {
        long a = f.signExponent[f.st(0)];
        long b = f.significand[f.st(0)];
        int kind;
        if (f.isEmpty(0)) kind = X87.C3 | X87.C0;
        else if (Extended.isZero(a, b)) kind = X87.C3;
        else if (Extended.isDenormal(a, b)) kind = X87.C3 | X87.C2;
        else if (Extended.isUnsupported(a, b)) kind = 0;
        else if (Extended.isNaN(a, b)) kind = X87.C0;
        else kind = Extended.isInfinite(a, b) ? X87.C2 | X87.C0 : X87.C2;
        f.setConditions(X87.CONDITIONS, kind | (Extended.sign(a) ? X87.C1 : 0));
    }

    /// ST(0) times two to the power of ST(1), truncated.
    static void scale(X87 f, long a, long b, long c, long d) {
        if (Extended.settles(f, a, b, c, d)) return;
        boolean isInfinite = Extended.isInfinite(a, b);
        boolean isZero = Extended.isZero(a, b);
        if (Extended.isInfinite(c, d)) scaleWithoutEnd(f, a, b, Extended.sign(c));
        else if (isInfinite || isZero || Extended.isZero(c, d)) Extended.set(f, a, b);
        else scaleFinite(f, a, b, power(c, d));
    }

    private static void scaleWithoutEnd(X87 f, long a, long b, boolean isDown) {
        boolean isInvalid = isDown ? Extended.isInfinite(a, b) : Extended.isZero(a, b);
        if (isInvalid) Extended.invalid(f);
        else if (isDown) Extended.set(f, a & 0x8000, 0);
        else Extended.set(f, a & 0x8000 | Extended.MOST, Extended.ONE);
    }

    /// ST(1) without its fraction, and no larger than it need be.
    private static int power(long c, long d) {
        int exponent = Extended.exponent(c, d);
        int magnitude = exponent < 0 ? 0 : exponent > 16 ? 0x10000
            : (int) (Extended.significand(d) >>> 63 - exponent);
        return Extended.sign(c) ? -magnitude : magnitude;
    }

    private static void scaleFinite(X87 f, long a, long b, int power) {
        Extended.round(f, 64, Extended.sign(a), Extended.exponent(a, b) + power, Extended.significand(b), 0);
    }

    /// The exponent of ST(0) replaces it; its significand, as a number in 1..2, is pushed.
    static void extract(X87 f) {
        long a = f.signExponent[f.st(0)];
        long b = f.significand[f.st(0)];
        boolean isFault = f.isEmpty(0) || !f.isEmpty(7);
        if (isFault) f.stackFault(!f.isEmpty(0));
        else setExponent(f, a, b);
        if (!f.commit()) return;
        boolean isNumber = !isFault && !Extended.isUnsupported(a, b) && !Extended.isNaN(a, b);
        boolean isPlain = isNumber && !Extended.isZero(a, b) && !Extended.isInfinite(a, b);
        f.storeResult(0);
        if (isPlain) Extended.set(f, a & 0x8000 | Extended.BIAS, Extended.significand(b));
        else if (isNumber) Extended.set(f, a, b);
        f.pushResult();
    }

    private static void setExponent(X87 f, long a, long b) {
        if (Extended.isZero(a, b)) {
            f.environment.meet(Mxcsr.DIVIDE_BY_ZERO);
            Extended.set(f, 0xffff, Extended.ONE);
        } else if (!Extended.settles(f, a, b, a, b)) {
            if (Extended.isInfinite(a, b)) Extended.set(f, Extended.MOST, Extended.ONE);
            else ExtendedConversion.fromInteger(f, Extended.exponent(a, b));
        }
    }

    /// FPREM, or as isNearest FPREM1: ST(0) modulo ST(1), in steps of less than 64 bits of the quotient.
    static void remainder(X87 f, long a, long b, long c, long d, boolean isNearest) {
        f.setConditions(X87.CONDITIONS, 0);
        if (Extended.settles(f, a, b, c, d)) return;
        boolean isInvalid = Extended.isInfinite(a, b) || Extended.isZero(c, d);
        boolean isUnchanged = Extended.isZero(a, b) || Extended.isInfinite(c, d);
        if (isInvalid) Extended.invalid(f);
        else if (isUnchanged) Extended.set(f, a, b);
        else step(f, a, b, c, d, isNearest);
    }

    private static void step(X87 f, long a, long b, long c, long d, boolean isNearest) {
        int distance = Extended.exponent(a, b) - Extended.exponent(c, d);
        int exponent = Extended.exponent(c, d);
        long x = Extended.significand(b);
        long y = Extended.significand(d);
        if (distance < -1 || distance < 0 && !isNearest) set(f, Extended.sign(a), Extended.exponent(a, b), x);
        else if (distance == -1) half(f, Extended.sign(a), x, y, exponent);
        else if (distance < 64) divide(f, Extended.sign(a), distance, x, y, exponent, isNearest);
        else reduce(f, Extended.sign(a), distance, x, y, exponent);
    }

    /// FPREM1 of a number between a quarter of the divisor and all of it.
    private static void half(X87 f, boolean isNegative, long x, long y, int exponent) {
        if (Long.compareUnsigned(x, y) <= 0) {
            set(f, isNegative, exponent - 1, x);
        } else {
            f.setConditions(X87.CONDITIONS, X87.C1);
            set(f, !isNegative, exponent - 1, (y - x) + y);
        }
    }

    private static void reduce(X87 f, boolean isNegative, int distance, long x, long y, int exponent) {
        int steps = distance % 32 + 32;
        divide(f, isNegative, steps, x, y, exponent + distance - steps, false);
        f.setConditions(X87.CONDITIONS, X87.C2);
    }

    private static void divide(X87 f, boolean isNegative, int steps, long x, long y, int exponent,
                               boolean isNearest) {
        long rest = x;
        long quotient = 0;
        boolean isWide = false;
        for (int i = 0; i <= steps; i++) {
            boolean fits = isWide || Long.compareUnsigned(rest, y) >= 0;
            quotient = quotient << 1 | (fits ? 1 : 0);
            rest -= fits ? y : 0;
            isWide = i < steps && rest < 0;
            if (i < steps) rest <<= 1;
        }
        int order = Long.compareUnsigned(rest, y - rest);
        boolean isUp = isNearest && (order > 0 || order == 0 && (quotient & 1) != 0);
        setQuotient(f, isUp ? quotient + 1 : quotient);
        set(f, isNegative != isUp, exponent, isUp ? y - rest : rest);
        if (rest == 0) Extended.set(f, isNegative ? 0x8000 : 0, 0);
    }

    private static void setQuotient(X87 f, long q) {
        f.setConditions(X87.CONDITIONS, ((q & 4) != 0 ? X87.C0 : 0) | ((q & 2) != 0 ? X87.C3 : 0)
            | ((q & 1) != 0 ? X87.C1 : 0));
    }

    /// +-significand * 2^(exponent - 63), exactly.
    private static void set(X87 f, boolean isNegative, int exponent, long significand) {
        int n = Long.numberOfLeadingZeros(significand);
        if (significand != 0) Extended.round(f, 64, isNegative, exponent - n, significand << n, 0);
    }
}

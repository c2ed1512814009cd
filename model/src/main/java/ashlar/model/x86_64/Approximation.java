package ashlar.model.x86_64;

/// RCP and RSQRT, whose results the manual bounds (relative error below 1.5 * 2^-12) but does not fix: here
/// they are the quotient and the root, rounded by MXCSR. No exceptions; denormal operands and results count
/// as zeros.
final class Approximation {
    private static final long ONE = 0x3f800000L;

    private Approximation() { }

    static long reciprocal(Mxcsr m, long operand) {
        if (Format.isNaN(32, operand)) return Format.quiet(32, operand);
        return Format.biased(32, operand) == 0 ? Format.infinity(32, Format.sign(32, operand))
            : quotient(m, operand);
    }

    static long reciprocalRoot(Mxcsr m, long operand) {
        if (Format.isNaN(32, operand)) return Format.quiet(32, operand);
        boolean isNegative = Format.sign(32, operand);
        if (Format.biased(32, operand) == 0) return Format.infinity(32, isNegative);
        if (isNegative) return Format.defaultNaN(32);
        int before = m.met();
        long root = FloatingPoint.exact(m, FloatingPoint.SQRT, 32, operand, operand);
        m.forget(before);
        return quotient(m, root);
    }

    private static long quotient(Mxcsr m, long divisor) {
        int before = m.met();
        long result = FloatingPoint.exact(m, FloatingPoint.DIVIDE, 32, ONE, divisor);
        m.forget(before);
        return Format.biased(32, result) == 0 ? Format.zero(32, Format.sign(32, result)) : result;
    }
}

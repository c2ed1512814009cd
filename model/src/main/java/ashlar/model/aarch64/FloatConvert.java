package ashlar.model.aarch64;

import static ashlar.model.aarch64.FloatFormat.bias;
import static ashlar.model.aarch64.FloatFormat.exponent;
import static ashlar.model.aarch64.FloatFormat.flushed;
import static ashlar.model.aarch64.FloatFormat.fractionBits;
import static ashlar.model.aarch64.FloatFormat.isInfinity;
import static ashlar.model.aarch64.FloatFormat.isNan;
import static ashlar.model.aarch64.FloatFormat.isNegative;
import static ashlar.model.aarch64.FloatFormat.isZero;
import static ashlar.model.aarch64.FloatFormat.significand;
import static ashlar.model.aarch64.FloatFormat.zero;

/// Conversions. Source: Arm DDI 0487, shared pseudocode functions FPToFixed, FixedToFP, FPConvert,
/// FPRoundInt.
final class FloatConvert {
    private FloatConvert() { }

    /// The integer of `width` bits nearest to a * 2^fractionBits, saturated.
    static long toFixed(Cpu cpu, int bits, long operand, int width, int scale, boolean isSigned, int mode) {
        long a = flushed(cpu, bits, operand);
        if (isNan(bits, a)) {
            cpu.fpsr |= FloatFormat.INVALID;
            return 0;
        }
        boolean isNegative = isNegative(bits, a);
        if (isZero(bits, a)) return 0;
        if (isInfinity(bits, a)) return saturated(cpu, width, isSigned, isNegative);
        int e = exponent(bits, a) + scale;
        if (e > 63) return saturated(cpu, width, isSigned, isNegative);
        return toFixedFinite(cpu, significand(bits, a), e, width, isSigned, isNegative, mode);
    }

    private static long toFixedFinite(Cpu cpu, long s, int e, int width, boolean isSigned, boolean isNegative,
                                      int mode) {
        long whole = e == 63 ? s << 1 : e < 0 ? 0 : s >>> (62 - e);
        long rest = e >= 62 ? 0 : e < 0 ? FloatRound.shiftRightJamming(s, Math.min(-e - 1, 64))
            : s << (e + 1) & Long.MAX_VALUE;
        boolean up = FloatRound.roundsUp(mode, isNegative, (whole & 1) != 0, rest, 1L << 62);
        long magnitude = whole + (up ? 1 : 0);
        long limit = isSigned ? (1L << (width - 1)) - (isNegative ? 0 : 1) : isNegative ? 0
            : -1L >>> (64 - width);
        if (Long.compareUnsigned(magnitude, limit) > 0) return saturated(cpu, width, isSigned, isNegative);
        if (rest != 0) cpu.fpsr |= FloatFormat.INEXACT;
        long value = isNegative ? -magnitude : magnitude;
        return value & (-1L >>> (64 - width));
    }

    private static long saturated(Cpu cpu, int width, boolean isSigned, boolean isNegative) {
        cpu.fpsr |= FloatFormat.INVALID;
        if (!isSigned) return isNegative ? 0 : -1L >>> (64 - width);
        return isNegative ? 1L << (width - 1) : (1L << (width - 1)) - 1;
    }

    /// value * 2^-scale, where value has `width` bits.
    static long fromFixed(Cpu cpu, int bits, long value, int width, int scale, boolean isSigned) {
        int unused = 64 - width;
        long v = isSigned ? value << unused >> unused : value << unused >>> unused;
        if (v == 0) return 0;
        boolean isNegative = isSigned && v < 0;
        long magnitude = isNegative ? -v : v;
        if (magnitude < 0)
            return FloatRound.round(cpu, bits, isNegative, 63 - scale,
                FloatRound.shiftRightJamming(magnitude, 1));
        return FloatRound.normalizeAndRound(cpu, bits, isNegative, 62 - scale, magnitude);
    }

    /// From one format to another.
    static long convert(Cpu cpu, int from, int to, long operand) {
        return convert(cpu, from, to, operand, FloatRound.mode(cpu));
    }

    static long convert(Cpu cpu, int from, int to, long operand, int mode) {
        long a = from == 16 ? operand : flushed(cpu, from, operand);
        boolean isAlternative = (cpu.fpcr & FloatFormat.FPCR_AHP) != 0;
        boolean isNegative = isNegative(from, a);
        if (from == 16 && isAlternative && (a & 0x7C00) == 0x7C00) return fromAlternativeHalf(cpu, to, a);
        if (to == 16 && isAlternative) return toAlternativeHalf(cpu, from, a);
        if (isNan(from, a)) return convertNan(cpu, from, to, a);
        if (isInfinity(from, a)) return FloatFormat.infinity(to, isNegative);
        if (isZero(from, a)) return zero(to, isNegative);
        boolean flushes = to != 16 && FloatFormat.flushes(cpu, to);
        return FloatRound.round(cpu, to, isNegative, exponent(from, a), significand(from, a), mode, flushes);
    }

    private static long convertNan(Cpu cpu, int from, int to, long a) {
        if (FloatFormat.isSignalling(from, a)) cpu.fpsr |= FloatFormat.INVALID;
        if ((cpu.fpcr & FloatFormat.FPCR_DN) != 0) return FloatFormat.defaultNan(to);
        int shift = fractionBits(from) - fractionBits(to);
        long fraction = a & ((1L << fractionBits(from)) - 1);
        long moved = shift >= 0 ? fraction >>> shift : fraction << -shift;
        return FloatFormat.defaultNan(to) | moved | zero(to, isNegative(from, a));
    }

    /// The exponent that is for infinities and NaNs elsewhere.
    private static long fromAlternativeHalf(Cpu cpu, int to, long a) {
        return FloatRound.round(cpu, to, isNegative(16, a), 16, (a & 0x3FF | 0x400) << 52);
    }

    private static long toAlternativeHalf(Cpu cpu, int from, long a) {
        boolean isNegative = isNegative(from, a);
        if (isNan(from, a)) {
            cpu.fpsr |= FloatFormat.INVALID;
            return zero(16, isNegative);
        }
        if (isInfinity(from, a)) {
            cpu.fpsr |= FloatFormat.INVALID;
            return zero(16, isNegative) | 0x7FFF;
        }
        if (isZero(from, a)) return zero(16, isNegative);
        return FloatRound.roundAlternativeHalf(cpu, isNegative, exponent(from, a), significand(from, a));
    }

    /// a rounded to a whole number.
    static long toWhole(Cpu cpu, int bits, long operand, int mode, boolean tellsInexact) {
        long a = flushed(cpu, bits, operand);
        if (isNan(bits, a)) return FloatFormat.processNan(cpu, bits, a);
        if (isInfinity(bits, a) || isZero(bits, a)) return a;
        int e = exponent(bits, a);
        int f = fractionBits(bits);
        if (e >= f) return a;
        long rounded = e < 0 ? wholeBelowOne(bits, a, mode) : wholeAboveOne(bits, a, mode, f - e);
        if (tellsInexact && rounded != a) cpu.fpsr |= FloatFormat.INEXACT;
        return rounded;
    }

    private static long wholeBelowOne(int bits, long a, int mode) {
        boolean isNegative = isNegative(bits, a);
        long rest = FloatRound.shiftRightJamming(significand(bits, a), -exponent(bits, a) - 1);
        boolean up = FloatRound.roundsUp(mode, isNegative, false, rest, 1L << 62);
        long one = (long) bias(bits) << fractionBits(bits);
        return zero(bits, isNegative) | (up ? one : 0);
    }

    /// @param places how many bits of the fraction are behind the point; carries run into the exponent as
    ///               they should
    private static long wholeAboveOne(int bits, long a, int mode, int places) {
        long unit = 1L << places;
        long rest = a & (unit - 1);
        boolean up = FloatRound.roundsUp(mode, isNegative(bits, a), isOdd(bits, a, places), rest, unit >>> 1);
        return a - rest + (up ? unit : 0);
    }

    private static boolean isOdd(int bits, long a, int places) {
        return places == fractionBits(bits) || (a >>> places & 1) != 0;
    }
}

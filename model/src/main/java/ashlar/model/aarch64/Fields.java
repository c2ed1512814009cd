package ashlar.model.aarch64;

/// Bit fields of an instruction word.
final class Fields {
    private Fields() { }

    /// Bits hi down to lo of w, zero-extended; hi - lo < 31.
    static int bits(int w, int hi, int lo) {
        return w >>> lo & ((1 << (hi - lo + 1)) - 1);
    }

    /// Bits hi down to lo of w, sign-extended.
    static int signed(int w, int hi, int lo) {
        return w << (31 - hi) >> (31 - hi + lo);
    }

    static boolean bit(int w, int n) {
        return (w >>> n & 1) != 0;
    }

    static int rd(int w) {
        return w & 31;
    }

    static int rn(int w) {
        return w >>> 5 & 31;
    }

    static int rm(int w) {
        return w >>> 16 & 31;
    }

    /// Register Ra or Rt2.
    static int ra(int w) {
        return w >>> 10 & 31;
    }
}

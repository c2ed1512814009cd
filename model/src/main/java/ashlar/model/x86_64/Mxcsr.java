package ashlar.model.x86_64;

/// The control and status register of SSE, and the exceptions that an instruction under way has met.
public final class Mxcsr {
    static final int INVALID = 1;
    static final int DENORMAL = 2;
    static final int DIVIDE_BY_ZERO = 4;
    static final int OVERFLOW = 8;
    static final int UNDERFLOW = 16;
    static final int PRECISION = 32;
    /// No exception: the magnitude of the result was rounded up.
    static final int GROWN = 0x100;
    static final int NEAREST = 0;
    static final int DOWN = 1;
    static final int UP = 2;
    static final int TOWARDS_ZERO = 3;
    /// The bits that may be set.
    static final int MASK = 0xffff;

    private static final int EXCEPTIONS = 0x3f;
    private static final int BEFORE_COMPUTATION = INVALID | DENORMAL | DIVIDE_BY_ZERO;
    private static final int RESET = 0x1f80;
    private static final int PLAIN = 0x1fa0;

    private int value = RESET;
    private int met;

    public int value() {
        return value;
    }

    public void set(int value) {
        this.value = value;
    }

    /// Rounding control.
    int rounding() {
        return value >> 13 & 3;
    }

    boolean denormalsAreZeros() {
        return (value & 0x40) != 0;
    }

    /// Whether tiny results become zero.
    boolean flushesToZero() {
        return (value & 0x8800) == 0x8800;
    }

    boolean isUnderflowMasked() {
        return (value & 0x800) != 0;
    }

    /// Whether an inexact result, rounded to nearest, is all that an ordinary operation can yield: nothing to
    /// note.
    boolean isPlain() {
        return (value & 0xffe0) == PLAIN;
    }

    void begin() {
        met = 0;
    }

    void meet(int exceptions) {
        met |= exceptions;
    }

    int met() {
        return met;
    }

    /// Goes back to the exceptions that were met before.
    void forget(int before) {
        met = before;
    }

    /// Notes the exceptions met.
    /// @throws Trap if one of them is not masked
    void commit() {
        met &= EXCEPTIONS;
        int unmasked = met & ~(value >> 7);
        int noted = (unmasked & BEFORE_COMPUTATION) != 0 ? met & BEFORE_COMPUTATION : met;
        value |= noted;
        if (unmasked != 0) throw new Trap(Trap.SIMD_FLOATING_POINT);
    }
}

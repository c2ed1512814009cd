package ashlar.model.x86_64;

/// The registers of the x87 floating-point unit, and the result of the operation under way. SDM volume 1,
/// chapter 8. A register holds sign and biased exponent (16 bits) and a significand of 64 bits.
public final class X87 {
    static final int STACK_FAULT = 0x40;
    static final int SUMMARY = 0x8080;
    static final int C0 = 0x100;
    static final int C1 = 0x200;
    static final int C2 = 0x400;
    static final int C3 = 0x4000;
    static final int CONDITIONS = C0 | C1 | C2 | C3;

    private static final int EXCEPTIONS = 0x3f;
    private static final int BEFORE_COMPUTATION = 7;
    private static final int RESET = 0x37f;

    /// Physical registers: significands, and signs with exponents.
    final long[] significand = new long[8];
    final long[] signExponent = new long[8];
    /// Rounding and masks for arithmetic, as the control word says.
    final Mxcsr environment = new Mxcsr();
    /// The result of an operation of [Extended].
    long resultSignificand;
    long resultSignExponent;

    private int control = RESET;
    private int status;
    private int top;
    private int full;

    public int control() {
        return control;
    }

    public void setControl(int value) {
        control = value & 0x1f3f | 0x40;
        environment.set((control & EXCEPTIONS) << 7 | (control >> 10 & 3) << 13);
        updateSummary();
    }

    /// The status word, with the top of the stack in bits 13..11.
    public int status() {
        return status | top << 11;
    }

    public void setStatus(int value) {
        top = value >> 11 & 7;
        status = value & 0x477f;
        updateSummary();
    }

    private void updateSummary() {
        boolean isPending = (status & ~control & EXCEPTIONS) != 0;
        status = isPending ? status | SUMMARY : status & ~SUMMARY;
    }

    /// One bit a physical register: whether it holds a number.
    public int full() {
        return full;
    }

    public void setFull(int value) {
        full = value & 0xff;
    }

    public long significand(int physical) {
        return significand[physical];
    }

    public long signExponent(int physical) {
        return signExponent[physical];
    }

    public void set(int physical, long newSignExponent, long newSignificand) {
        signExponent[physical] = newSignExponent & 0xffff;
        significand[physical] = newSignificand;
    }

    void reset() {
        setStatus(0);
        setControl(RESET);
        full = 0;
    }

    /// Bits of a significand that arithmetic keeps.
    int precision() {
        return switch (control >> 8 & 3) {
            case 0  -> 24;
            case 2  -> 53;
            default -> 64;
        };
    }

    /// Physical number of ST(i).
    int st(int i) {
        return top + i & 7;
    }

    boolean isEmpty(int i) {
        return (full >> st(i) & 1) == 0;
    }

    /// Raises the exception that an earlier instruction left pending.
    void await() {
        if ((status & 0x80) != 0) throw new Trap(Trap.FLOATING_POINT);
    }

    void begin() {
        environment.begin();
        status &= ~C1;
    }

    /// Whether no unmasked exception forbids to store the result.
    boolean allows() {
        return (environment.met() & ~control & BEFORE_COMPUTATION) == 0;
    }

    /// Notes the exceptions met.
    /// @return whether the result is to be stored: no unmasked exception forbids it
    boolean commit() {
        int met = environment.met();
        status |= met & EXCEPTIONS | ((met & Mxcsr.GROWN) != 0 ? C1 : 0);
        updateSummary();
        return allows();
    }

    /// Notes that an empty register was read, or a full one pushed upon; the result is the default NaN.
    void stackFault(boolean isOverflow) {
        environment.meet(Mxcsr.INVALID);
        status |= STACK_FAULT | (isOverflow ? C1 : 0);
        Extended.setDefaultNaN(this);
    }

    void setConditions(int mask, int value) {
        status = status & ~mask | value;
    }

    void storeResult(int i) {
        int p = st(i);
        signExponent[p] = resultSignExponent;
        significand[p] = resultSignificand;
        full |= 1 << p;
    }

    void pushResult() {
        turn(-1);
        storeResult(0);
    }

    void pop() {
        full &= ~(1 << top);
        turn(1);
    }

    void turn(int by) {
        top = top + by & 7;
    }

    void free(int i) {
        full &= ~(1 << st(i));
    }

    /// ST(i) as the result.
    void copy(int i) {
        resultSignExponent = signExponent[st(i)];
        resultSignificand = significand[st(i)];
    }
}

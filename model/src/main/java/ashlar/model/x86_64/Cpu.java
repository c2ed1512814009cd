package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.mask;
import static ashlar.model.x86_64.Bits.signExtend;

import ashlar.model.machine.Processor;
import ashlar.model.mmu.VirtualMemory;

/// What a program sees of a core.
public final class Cpu extends Processor {
    public static final int RAX = 0;
    public static final int RCX = 1;
    public static final int RDX = 2;
    public static final int RBX = 3;
    public static final int RSP = 4;
    public static final int RBP = 5;
    public static final int RSI = 6;
    public static final int RDI = 7;

    /// The register that is always zero: an address without base or index.
    static final int NONE = 16;

    public final Surroundings surroundings;

    /// General registers by number, then [#NONE].
    public final long[] r = new long[17];
    /// XMM registers: lower half of number n at 2 n, upper half at 2 n + 1.
    public final long[] x = new long[32];
    public long fsBase;
    public long gsBase;
    public final Mxcsr mxcsr = new Mxcsr();
    public final X87 fpu = new X87();

    private long zero = 1;
    private long sign;
    private long parity = 1;
    private long carry;
    private long overflow;
    private long adjust;
    private long control = Flags.IF;

    public Cpu(VirtualMemory memory, Surroundings surroundings) {
        super(memory);
        this.surroundings = surroundings;
    }

    long load(int bits, long address) {
        return switch (bits) {
            case 8  -> memory.load8(address);
            case 16 -> memory.load16(address);
            case 32 -> memory.load32(address);
            default -> memory.load64(address);
        };
    }

    void store(int bits, long address, long value) {
        switch (bits) {
            case 8  -> memory.store8(address, value);
            case 16 -> memory.store16(address, value);
            case 32 -> memory.store32(address, value);
            default -> memory.store64(address, value);
        }
    }

    /// Sets the lowest bits of a general register: 32 clear its upper half, fewer keep the rest.
    void setRegister(int number, int bits, long value) {
        if (bits == 64) r[number] = value;
        else if (bits == 32) r[number] = value & 0xffffffffL;
        else r[number] = r[number] & ~mask(bits) | value & mask(bits);
    }

    boolean carry() {
        return carry < 0;
    }

    boolean zero() {
        return zero == 0;
    }

    boolean sign() {
        return sign < 0;
    }

    boolean overflow() {
        return overflow < 0;
    }

    /// Whether the lowest byte of the last result had an even number of ones.
    boolean parity() {
        return (Long.bitCount(parity & 0xff) & 1) == 0;
    }

    /// Whether condition code 0..15 of a jump holds.
    boolean holds(int code) {
        boolean plain = switch (code >> 1) {
            case 0  -> overflow();
            case 1  -> carry();
            case 2  -> zero();
            case 3  -> carry() || zero();
            case 4  -> sign();
            case 5  -> parity();
            case 6  -> sign() != overflow();
            default -> zero() || sign() != overflow();
        };
        return plain != ((code & 1) != 0);
    }

    /// ZF, SF and PF by a result; the other flags stay.
    void setResultFlags(int bits, long result) {
        long wide = signExtend(result, bits);
        zero = wide;
        sign = wide;
        parity = wide;
    }

    /// Flags of a result that has no carries.
    void setLogicFlags(int bits, long result) {
        setResultFlags(bits, result);
        carry = 0;
        overflow = 0;
        adjust = 0;
    }

    /// Flags of result = a + b, or of a + b + 1.
    void setAddFlags(int bits, long a, long b, long result) {
        setResultFlags(bits, result);
        carry = (a & b | (a | b) & ~result) << -bits;
        setSignedFlags(bits, a, b, result, (a ^ result) & (b ^ result));
    }

    /// Flags of result = a - b, or of a - b - 1.
    void setSubtractFlags(int bits, long a, long b, long result) {
        setResultFlags(bits, result);
        carry = (~a & b | (~a | b) & result) << -bits;
        setSignedFlags(bits, a, b, result, (a ^ b) & (a ^ result));
    }

    private void setSignedFlags(int bits, long a, long b, long result, long overflows) {
        overflow = overflows << -bits;
        adjust = a ^ b ^ result;
    }

    /// Flags of adding (or, as isSubtraction, of subtracting) 1: CF stays.
    void setStepFlags(int bits, long a, long result, boolean isSubtraction) {
        setResultFlags(bits, result);
        setSignedFlags(bits, a, 1, result, isSubtraction ? a & ~result : ~a & result);
    }

    /// Flags of COMISS.
    /// @param order of [Order]
    void setOrderFlags(int order) {
        boolean isUnordered = order == Order.UNORDERED;
        setOnlyZero(isUnordered || order == 0);
        parity = isUnordered ? 0 : 1;
        setCarry(isUnordered || order < 0);
    }

    /// Flags of the string comparisons of SSE4.2.
    void setStringFlags(int matches, boolean secondEnds, boolean firstEnds) {
        zero = secondEnds ? 0 : 1;
        sign = firstEnds ? -1 : 0;
        parity = 1;
        adjust = 0;
        setCarry(matches != 0);
        setOverflow((matches & 1) != 0);
    }

    void setCarry(boolean value) {
        carry = value ? -1 : 0;
    }

    void setOverflow(boolean value) {
        overflow = value ? -1 : 0;
    }

    void setZero(boolean value) {
        zero = value ? 0 : 1;
    }

    /// Sets ZF and clears the other status flags.
    void setOnlyZero(boolean isZero) {
        setLogicFlags(64, isZero ? 0 : 1);
        parity = 1;
    }

    /// 1, or -1 with DF set.
    long direction() {
        return (control & Flags.DF) == 0 ? 1 : -1;
    }

    void setDirection(boolean isDown) {
        control = isDown ? control | Flags.DF : control & ~Flags.DF;
    }

    public long flags() {
        return control | Flags.ALWAYS | (carry() ? Flags.CF : 0) | (parity() ? Flags.PF : 0)
            | adjust & Flags.AF
            | (zero() ? Flags.ZF : 0) | (sign() ? Flags.SF : 0) | (overflow() ? Flags.OF : 0);
    }

    public void setFlags(long flags) {
        zero = ~flags & Flags.ZF;
        sign = flags << -8;
        parity = ~flags & Flags.PF;
        carry = flags << -1;
        overflow = flags << -12;
        adjust = flags & Flags.AF;
        control = flags & ~(Flags.STATUS | Flags.ALWAYS);
    }

    /// Sets the lowest 32 or 64 bits of an XMM register; the others stay.
    void setScalar(int number, int bits, long value) {
        x[2 * number] = bits == 64 ? value : x[2 * number] & ~0xffffffffL | value & 0xffffffffL;
    }

    void push(int bits, long value) {
        long top = r[RSP] - (bits >> 3);
        store(bits, top, value);
        r[RSP] = top;
    }
}

package ashlar.model.aarch64;

import ashlar.model.machine.Processor;
import ashlar.model.mmu.VirtualMemory;

/// What an A64 program at EL0 can see of its processor.
public final class Cpu extends Processor {
    /// x0 to x30; the last element stays 0: it is the zero register.
    public final long[] x = new long[32];
    /// v0 to v31: element 2n is the low half of vn, 2n + 1 its high half.
    public final long[] q = new long[64];

    public long sp;
    public boolean n;
    public boolean z;
    public boolean c;
    public boolean v;
    public long fpcr;
    public long fpsr;
    public long tpidr;
    public long tpidrRo;
    /// CNTVCT_EL0, CNTPCT_EL0 and CNTFRQ_EL0 as they read now.
    public long virtualCount;
    public long physicalCount;
    public long counterFrequency;
    public final Permissions permissions;

    /// The exclusive monitor: what LDXR or LDXP read, or size 0 if it is open.
    long exclusiveAddress;
    int exclusiveBytes;

    public Cpu(VirtualMemory memory, Permissions permissions) {
        super(memory);
        this.permissions = permissions;
    }

    /// Opens the exclusive monitor, as CLREX and each return from an exception do.
    public void clearExclusive() {
        exclusiveBytes = 0;
    }

    /// NZCV as the system register holds it: bits 31 to 28.
    public long nzcv() {
        return (n ? 1L << 31 : 0) | (z ? 1L << 30 : 0) | (c ? 1L << 29 : 0) | (v ? 1L << 28 : 0);
    }

    public void setNzcv(long value) {
        n = (value >>> 31 & 1) != 0;
        z = (value >>> 30 & 1) != 0;
        c = (value >>> 29 & 1) != 0;
        v = (value >>> 28 & 1) != 0;
    }

    long x(boolean is64, int r) {
        return is64 ? x[r] : x[r] & 0xFFFF_FFFFL;
    }

    long xOrSp(int r) {
        return r == 31 ? sp : x[r];
    }

    void setX(int r, long value) {
        if (r != 31) x[r] = value;
    }

    void setX(boolean is64, int r, long value) {
        if (r != 31) x[r] = is64 ? value : value & 0xFFFF_FFFFL;
    }

    void setXOrSp(int r, long value) {
        if (r == 31) sp = value;
        else x[r] = value;
    }

    /// a + b + carry in 64 or 32 bits, setting the flags. Of a and b only the lowest bits count.
    long addWithCarry(boolean is64, long a, long b, boolean carry) {
        return is64 ? addWithCarry64(a, b, carry) : addWithCarry32(a, b, carry);
    }

    private long addWithCarry64(long a, long b, boolean carry) {
        long sum = a + b + (carry ? 1 : 0);
        n = sum < 0;
        z = sum == 0;
        c = ((a & b) | ((a | b) & ~sum)) < 0;
        v = ((a ^ sum) & (b ^ sum)) < 0;
        return sum;
    }

    private long addWithCarry32(long a, long b, boolean carry) {
        long wide = (a & 0xFFFF_FFFFL) + (b & 0xFFFF_FFFFL) + (carry ? 1 : 0);
        int sum = (int) wide;
        n = sum < 0;
        z = sum == 0;
        c = wide >>> 32 != 0;
        v = (((int) a ^ sum) & ((int) b ^ sum)) < 0;
        return wide & 0xFFFF_FFFFL;
    }

    /// The flags of a logical operation.
    void setLogicalFlags(boolean is64, long result) {
        n = is64 ? result < 0 : (int) result < 0;
        z = is64 ? result == 0 : (int) result == 0;
        c = false;
        v = false;
    }

    long qLow(int r) {
        return q[2 * r];
    }

    long qHigh(int r) {
        return q[2 * r + 1];
    }

    void setQ(int r, long low, long high) {
        q[2 * r] = low;
        q[2 * r + 1] = high;
    }

    /// The lowest bits of vr, zero-extended.
    long scalar(int bits, int r) {
        return bits == 64 ? q[2 * r] : q[2 * r] & ((1L << bits) - 1);
    }
}

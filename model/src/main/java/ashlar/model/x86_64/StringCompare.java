package ashlar.model.x86_64;

/// PCMPESTRM, PCMPESTRI, PCMPISTRM, PCMPISTRI: SDM volume 2, 4.1, "Imm8 control byte operation".
/// @param isImplicit whether zeros end the strings, not EAX and EDX
/// @param isIndex    whether the result is an index in ECX, not a mask in XMM0
/// @param isLong     whether the lengths are RAX and RDX
public record StringCompare(boolean isImplicit, boolean isIndex, boolean isLong, int first, Vector second,
    int control, int length)
    implements Instruction {
    private static final int ANY = 0;
    private static final int RANGES = 1;
    private static final int EACH = 2;

    /// Opcodes 66 0f 3a 60..63.
    static Instruction decode(Encoding e, int opcode) {
        int control = e.next();
        return new StringCompare((opcode & 2) != 0, (opcode & 1) != 0, e.rexW(), e.reg(), e.vector(), control,
            e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long low = second.low(cpu);
        long high = second.high(cpu);
        long a = cpu.x[2 * first];
        long b = cpu.x[2 * first + 1];
        int firstCount = isImplicit ? untilZero(a, b) : count(cpu.r[Cpu.RAX]);
        int secondCount = isImplicit ? untilZero(low, high) : count(cpu.r[Cpu.RDX]);
        int matches = 0;
        for (int i = 0; i < lanes(); i++)
            matches |= matches(a, b, firstCount, low, high, secondCount, i) ? 1 << i : 0;
        finish(cpu, polarity(matches, secondCount), firstCount, secondCount);
    }

    private int lanes() {
        return 16 >> (control & 1);
    }

    private int bits() {
        return 8 << (control & 1);
    }

    private int count(long register) {
        long n = isLong ? register : (int) register;
        return n >= lanes() || n <= -lanes() ? lanes() : (int) Math.abs(n);
    }

    private int untilZero(long low, long high) {
        int n = 0;
        for (int i = lanes() - 1; i >= 0; i--) n = lane(low, high, i) == 0 ? i : n;
        return n == 0 && lane(low, high, 0) != 0 ? lanes() : n;
    }

    /// Lane number i, as the control byte says signed or not.
    private long lane(long low, long high, int i) {
        int start = i * bits();
        long v = (start < 64 ? low : high) >>> (start & 63);
        return (control & 2) == 0 ? Bits.zeroExtend(v, bits()) : Bits.signExtend(v, bits());
    }

    /// Whether lane i of the second string c:d fits the first, a:b.
    private boolean matches(long a, long b, int firstCount, long c, long d, int secondCount, int i) {
        return switch (control >> 2 & 3) {
            case ANY    -> i < secondCount && isAmong(a, b, firstCount, lane(c, d, i));
            case RANGES -> i < secondCount && isInRange(a, b, firstCount, lane(c, d, i));
            case EACH   -> i < firstCount && i < secondCount ? lane(a, b, i) == lane(c, d, i)
                : i >= firstCount && i >= secondCount;
            default     -> startsAt(a, b, firstCount, c, d, secondCount, i);
        };
    }

    private boolean isAmong(long a, long b, int count, long v) {
        boolean found = false;
        for (int i = 0; i < lanes(); i++) found |= i < count && lane(a, b, i) == v;
        return found;
    }

    private boolean isInRange(long a, long b, int count, long v) {
        boolean found = false;
        for (int i = 0; i + 1 < lanes(); i += 2)
            found |= i + 1 < count && lane(a, b, i) <= v && v <= lane(a, b, i + 1);
        return found;
    }

    /// Whether the first string, or as much of it as there is room for, starts at lane i of the second.
    private boolean startsAt(long a, long b, int firstCount, long c, long d, int secondCount, int i) {
        boolean same = true;
        for (int j = 0; j < lanes() - i; j++)
            same &= j >= firstCount || i + j < secondCount && lane(a, b, j) == lane(c, d, i + j);
        return same;
    }

    private int polarity(int matches, int secondCount) {
        int all = (1 << lanes()) - 1;
        return switch (control >> 4 & 3) {
            case 1  -> matches ^ all;
            case 3  -> matches ^ (1 << secondCount) - 1;
            default -> matches;
        };
    }

    private void finish(Cpu cpu, int result, int firstCount, int secondCount) {
        if (isIndex) cpu.r[Cpu.RCX] = index(result);
        else setMask(cpu, result);
        cpu.setStringFlags(result, secondCount < lanes(), firstCount < lanes());
    }

    private int index(int result) {
        if (result == 0) return lanes();
        return (control & 0x40) == 0 ? Integer.numberOfTrailingZeros(result)
            : 31 - Integer.numberOfLeadingZeros(result);
    }

    private void setMask(Cpu cpu, int result) {
        boolean isWide = (control & 0x40) != 0;
        int half = lanes() / 2;
        cpu.x[0] = isWide ? expand(result) : result;
        cpu.x[1] = isWide ? expand(result >> half) : 0;
    }

    private long expand(int result) {
        long v = 0;
        for (int i = 0; i < lanes() / 2; i++) v |= (result >> i & 1) == 0 ? 0
            : Bits.mask(bits()) << i * bits();
        return v;
    }

    @Override
    public String assembly(long pc) {
        String name = (isImplicit ? "pcmpistr" : "pcmpestr") + (isIndex ? "i" : "m");
        return name + " xmm" + first + "," + second.text(128) + "," + Names.hex(control);
    }
}

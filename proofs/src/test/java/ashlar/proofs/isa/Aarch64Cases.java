package ashlar.proofs.isa;

import java.util.List;
import java.util.SplittableRandom;

/// Random cases.
final class Aarch64Cases {
    /// `brk #0`: the end of each case.
    static final int END = 0xD420_0000;
    private static final int FPSR_BITS = 0x0800_009F;

    private final List<Aarch64Family> families;
    private final SplittableRandom random;
    private final Aarch64Values values;

    /// @param part what the names of the families to be drawn from contain
    Aarch64Cases(long seed, String part) {
        families = Aarch64Families.ALL.stream().filter(f -> f.name().contains(part)).toList();
        random = new SplittableRandom(seed);
        values = new Aarch64Values(random);
    }

    Aarch64Family family() {
        return families.get(random.nextInt(families.size()));
    }

    Aarch64State draw(Aarch64Family family, int slot) {
        Aarch64State s = new Aarch64State();
        for (int i = 0; i < Aarch64State.CODE_WORDS; i++) s.setCode(i, END);
        for (int r = 0; r < 32; r++) s.setX(r, values.integer());
        for (int i = 0; i < 64; i++) s.setQ(i, values.lanes());
        for (int i = 0; i < Aarch64State.MEMORY_BYTES / 8; i++) s.setMemory(i, values.lanes());
        s.setFlags((long) random.nextInt(16) << 28, fpcr(), random.nextInt() & FPSR_BITS, values.integer());
        s.setCode(0, family.draw(random));
        address(s, family.base(), slot);
        return s;
    }

    /// Mostly the default; otherwise a rounding mode, flushing, default NaNs.
    private long fpcr() {
        if (random.nextInt(3) != 0) return 0;
        long rounding = (long) random.nextInt(4) << 22;
        long modes = random.nextInt(2) == 0 ? 0
            : (long) random.nextInt(8) << 24 | (long) random.nextInt(2) << 19;
        return rounding | modes;
    }

    private void address(Aarch64State s, Aarch64Family.Base base, int slot) {
        int w = s.code(0);
        int rn = w >>> 5 & 31;
        int size = w >>> 30;
        int wide = (w >>> 26 & 1) == 1 && size == 0 && (w >>> 23 & 1) == 1 ? 4 : size;
        switch (base) {
            case NONE, ALLOCATED -> { }
            case BLOCK           -> block(s, w);
            case REGISTER        -> s.setX(rn, target());
            case ALIGNED         -> s.setX(rn, target() & -16);
            case UNSIGNED        -> s.setX(rn, target() - ((w >>> 10 & 0xFFFL) << wide));
            case INDEXED         -> s.setX(rn, target() - ((w >>> 10 & 3) == 1 ? 0 : w << 11 >> 23));
            case PAIR            -> s.setX(rn, target() - pairOffset(w));
            case OFFSET_REGISTER -> offsetRegister(s, w, rn, wide);
            case LITERAL         -> literal(s, w, slot);
            case SEQUENCE        -> sequence(s, w, rn);
        }
    }

    /// An address in memory, or one that is not, or just off the end.
    private long target() {
        long tag = random.nextInt(50) == 0 ? (long) random.nextInt(256) << 56 : 0;
        int offset = random.nextInt(20) == 0 ? Aarch64State.MEMORY_BYTES - random.nextInt(70)
            : random.nextInt(Aarch64State.MEMORY_BYTES - 64);
        return tag | Aarch64Memory.WINDOW + (random.nextInt(3) == 0 ? offset : offset & -16);
    }

    private void block(Aarch64State s, int w) {
        int rt = random.nextInt(31);
        s.setCode(0, w & ~31 | rt);
        s.setX(rt, Aarch64Memory.WINDOW + random.nextInt(Aarch64State.MEMORY_BYTES));
    }

    private static long pairOffset(int w) {
        if ((w >>> 23 & 3) == 1) return 0;
        boolean isVector = (w >>> 26 & 1) == 1;
        int opc = w >>> 30;
        return (long) (w << 10 >> 25) << (isVector ? opc + 2 : opc == 2 ? 3 : 2);
    }

    private void offsetRegister(Aarch64State s, int w, int rn, int size) {
        int rm = w >>> 16 & 31;
        if (rm == rn || rm == 31) {
            s.setX(rn, target());
            return;
        }
        long offset = random.nextInt(4) == 0 ? values.integer() : random.nextInt(-0x1000, 0x1000);
        s.setX(rm, offset);
        int shift = (w >>> 12 & 1) == 1 ? size : 0;
        long extended = switch (w >>> 13 & 7) {
            case 2  -> offset & 0xFFFF_FFFFL;
            case 6  -> (long) (int) offset;
            default -> offset;
        };
        s.setX(rn, target() - (extended << shift));
    }

    private void literal(Aarch64State s, int w, int slot) {
        long pc = Aarch64Memory.CODE + (long) Aarch64Memory.SLOT_BYTES * slot;
        int imm19 = (int) ((target() & (1L << 56) - 1) - pc >> 2) & 0x7_FFFF;
        s.setCode(0, w & ~(0x7_FFFF << 5) | imm19 << 5);
    }

    /// Something before the store: the load that it belongs to, or a load beside it, or CLREX between them.
    private void sequence(Aarch64State s, int w, int rn) {
        s.setX(rn, target() & -16 | (random.nextInt(8) == 0 ? random.nextInt(4) : 0));
        int load = w & 0xFFE0_0000 | 0x005F_0000 | random.nextInt() & 0x8000 | rn << 5;
        int first = rn == 29 ? 28 : 29;
        int second = (w >>> 21 & 1) == 0 ? 31 : rn == 27 ? 26 : 27;
        s.setCode(0, load | second << 10 | first);
        boolean isOpened = random.nextInt(8) == 0;
        if (isOpened) s.setCode(1, 0xD503_3F5F);
        s.setCode(isOpened ? 2 : 1, w);
    }
}

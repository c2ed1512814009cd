package ashlar.model.aarch64;

/// CLREX, DSB, DMB, ISB: "Barriers". Memory is in order here; ISB ends a block, so that what follows is
/// fetched anew.
public record Barrier(int crm, int op2) implements Instruction {
    //  31..............12   11..8 7..5 4..0
    //  11010101000000110011 CRm   op2  11111
    static final int MASK = 0xFFFF_F01F;
    static final int MATCH = 0xD503_301F;
    private static final int CLREX = 2;
    private static final int DSB = 4;
    private static final int DMB = 5;
    private static final int ISB = 6;

    static Instruction decode(int w) {
        int op2 = Fields.bits(w, 7, 5);
        boolean isKnown = op2 == CLREX || op2 >= DSB && op2 <= ISB;
        return isKnown ? new Barrier(Fields.bits(w, 11, 8), op2) : new Undefined(w);
    }

    @Override
    public void execute(Cpu cpu) {
        if (op2 == CLREX) cpu.clearExclusive();
        if (op2 == ISB) cpu.pc += 4;
    }

    @Override
    public boolean endsBlock() {
        return op2 == ISB;
    }

    @Override
    public String assembly(long pc) {
        return switch (op2) {
            case CLREX -> crm == 15 ? "clrex" : "clrex " + Text.hex(crm);
            case DSB   -> crm == 0 ? "ssbb" : crm == 4 ? "pssbb" : "dsb " + domain();
            case DMB   -> "dmb " + domain();
            default    -> crm == 15 ? "isb" : "isb " + Text.hex(crm);
        };
    }

    private String domain() {
        if ((crm & 3) == 0) return "#0x0" + Integer.toHexString(crm);
        String shareability = switch (crm >>> 2) {
            case 0  -> "osh";
            case 1  -> "nsh";
            case 2  -> "ish";
            default -> "";
        };
        String type = switch (crm & 3) {
            case 1  -> "ld";
            case 2  -> "st";
            default -> "";
        };
        return crm == 15 ? "sy" : shareability + type;
    }
}

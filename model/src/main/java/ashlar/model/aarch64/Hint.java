package ashlar.model.aarch64;

/// NOP, YIELD, WFE, WFI, SEV, SEVL and the hints that this machine does not know: "Hints". None does anything
/// here.
public record Hint(int number) implements Instruction {
    //  31..............12 11..5  4..0
    //  11010101000000110010 number 11111
    static final int MASK = 0xFFFF_F01F;
    static final int MATCH = 0xD503_201F;

    static Instruction decode(int w) {
        return new Hint(Fields.bits(w, 11, 5));
    }

    @Override
    public void execute(Cpu cpu) { }

    @Override
    public String assembly(long pc) {
        return switch (number) {
            case 0  -> "nop";
            case 1  -> "yield";
            case 2  -> "wfe";
            case 3  -> "wfi";
            case 4  -> "sev";
            case 5  -> "sevl";
            default -> laterName();
        };
    }

    private String laterName() {
        return switch (number) {
            case 7  -> "xpaclri";
            case 8  -> "pacia1716";
            case 10 -> "pacib1716";
            case 12 -> "autia1716";
            case 14 -> "autib1716";
            case 16 -> "esb";
            case 20 -> "csdb";
            case 24 -> "paciaz";
            case 25 -> "paciasp";
            case 26 -> "pacibz";
            case 27 -> "pacibsp";
            case 28 -> "autiaz";
            case 29 -> "autiasp";
            case 30 -> "autibz";
            case 31 -> "autibsp";
            case 32 -> "bti";
            case 34 -> "bti c";
            case 36 -> "bti j";
            case 38 -> "bti jc";
            default -> "hint " + Text.hex(number);
        };
    }
}

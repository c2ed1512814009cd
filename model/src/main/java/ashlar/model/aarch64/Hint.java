package ashlar.model.aarch64;

/// NOP, YIELD, WFE, WFI, SEV, SEVL and the hints that this machine does not know: "Hints". None does anything here.
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
            default -> "hint " + Text.hex(number);
        };
    }
}

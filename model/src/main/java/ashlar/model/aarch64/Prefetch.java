package ashlar.model.aarch64;

/// PRFM, PRFUM in all their forms. There is no cache to fill: nothing happens.
/// @param operand the address as assembly writes it
public record Prefetch(int operation, boolean isUnscaled, String operand) implements Instruction {
    static Instruction ofLiteral(int w) {
        return new Prefetch(Fields.rd(w), false, "." + Fields.signed(w, 23, 5) * 4L);
    }

    @Override
    public void execute(Cpu cpu) { }

    @Override
    public String assembly(long pc) {
        String target = operand.startsWith(".") ? Text.address(pc + Long.parseLong(operand.substring(1)))
            : operand;
        return (isUnscaled ? "prfum " : "prfm ") + name() + ", " + target;
    }

    private String name() {
        int type = operation >>> 3;
        int level = operation >>> 1 & 3;
        if (type == 3 || level == 3) return Text.hex(operation).replaceAll("x(.)$", "x0$1");
        return (type == 0 ? "pld" : type == 1 ? "pli" : "pst") + "l" + (level + 1)
            + ((operation & 1) == 0 ? "keep" : "strm");
    }
}

package ashlar.model.aarch64;

/// FMOV between a general register and the high half of a vector register.
public record MoveHigh(boolean isToVector, int rn, int rd) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        if (isToVector) cpu.setQ(rd, cpu.qLow(rd), cpu.x[rn]);
        else cpu.setX(rd, cpu.qHigh(rn));
    }

    @Override
    public String assembly(long pc) {
        return isToVector ? "fmov " + Text.element(3, rd, 1) + ", " + Text.r(true, rn)
            : "fmov " + Text.r(true, rd) + ", " + Text.element(3, rn, 1);
    }
}

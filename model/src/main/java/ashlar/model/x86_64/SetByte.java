package ashlar.model.x86_64;

/// SETcc.
public record SetByte(int condition, Operand operand, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        operand.write(cpu, cpu.holds(condition) ? 1 : 0);
    }

    @Override
    public String assembly(long pc) {
        return "set" + Names.condition(condition) + " " + operand.text();
    }
}

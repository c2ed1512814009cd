package ashlar.model.x86_64;

/// CMOVcc: the source is read in any case, and 32 bits clear the upper half in any case.
public record ConditionalMove(int condition, Operand destination, Operand source, int length)
    implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long a = source.read(cpu);
        destination.write(cpu, cpu.holds(condition) ? a : destination.read(cpu));
    }

    @Override
    public String assembly(long pc) {
        return "cmov" + Names.condition(condition) + " " + destination.text() + "," + source.text();
    }
}

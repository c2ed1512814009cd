package ashlar.model.x86_64;

/// PUSH.
public record Push(Operand source, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        cpu.push(source.bits(), source.read(cpu));
    }

    @Override
    public String assembly(long pc) {
        return "push " + source.text();
    }
}

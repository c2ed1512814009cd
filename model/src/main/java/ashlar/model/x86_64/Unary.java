package ashlar.model.x86_64;

/// INC, DEC, NOT, NEG.
public record Unary(int operation, Operand operand, int length) implements Instruction {
    static final int INC = 0;
    static final int DEC = 1;
    static final int NOT = 2;
    static final int NEG = 3;

    @Override
    public void execute(Cpu cpu) {
        int bits = operand.bits();
        long a = operand.read(cpu);
        switch (operation) {
            case INC -> {
                operand.write(cpu, a + 1);
                cpu.setStepFlags(bits, a, a + 1, false);
            }
            case DEC -> {
                operand.write(cpu, a - 1);
                cpu.setStepFlags(bits, a, a - 1, true);
            }
            case NEG -> {
                operand.write(cpu, -a);
                cpu.setSubtractFlags(bits, 0, a, -a);
            }
            default  -> operand.write(cpu, ~a);
        }
    }

    @Override
    public boolean mayBeLocked() {
        return operand.isMemory();
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case INC -> "inc";
            case DEC -> "dec";
            case NEG -> "neg";
            default  -> "not";
        };
        return name + " " + operand.text();
    }
}

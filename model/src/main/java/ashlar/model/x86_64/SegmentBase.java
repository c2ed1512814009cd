package ashlar.model.x86_64;

/// RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE by bits 5..3 of ModRM.
public record SegmentBase(int operation, Operand operand, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        switch (operation) {
            case 0  -> operand.write(cpu, cpu.fsBase);
            case 1  -> operand.write(cpu, cpu.gsBase);
            case 2  -> cpu.fsBase = canonical(operand.read(cpu));
            default -> cpu.gsBase = canonical(operand.read(cpu));
        }
    }

    private static long canonical(long address) {
        if (address != Bits.signExtend(address, 48)) throw new Trap(Trap.GENERAL_PROTECTION);
        return address;
    }

    @Override
    public String assembly(long pc) {
        return ((operation & 2) == 0 ? "rd" : "wr") + ((operation & 1) == 0 ? "fs" : "gs") + "base "
            + operand.text();
    }
}

package ashlar.model.x86_64;

/// LEA.
public record LoadAddress(Operand destination, Address address, int length) implements Instruction {
    /// Opcode 8d: Gv,M
    static Instruction decode(Encoding e) {
        e.modRm();
        return e.isRegister() ? e.undefined()
            : new LoadAddress(e.regOperand(e.bits()), e.address(), e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        destination.write(cpu, address.offset(cpu));
    }

    @Override
    public String assembly(long pc) {
        return "lea " + destination.text() + "," + address.text();
    }
}

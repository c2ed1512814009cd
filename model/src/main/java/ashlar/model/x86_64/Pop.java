package ashlar.model.x86_64;

/// POP. RSP in the address of the destination is the one after the increment.
public record Pop(Operand destination, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        int bits = destination.bits();
        long top = cpu.r[Cpu.RSP];
        long next = top + (bits >> 3);
        long value = cpu.load(bits, top);
        if (destination.isMemory()) {
            Address address = destination.address();
            cpu.store(bits, address.in(cpu) + (address.base() == Cpu.RSP ? next - top : 0), value);
            cpu.r[Cpu.RSP] = next;
        } else {
            cpu.r[Cpu.RSP] = next;
            destination.write(cpu, value);
        }
    }

    @Override
    public String assembly(long pc) {
        return "pop " + destination.text();
    }
}

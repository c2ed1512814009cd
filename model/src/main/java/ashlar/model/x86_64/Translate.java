package ashlar.model.x86_64;

/// XLAT.
public record Translate(Address table, int length) implements Instruction {
    /// Opcode d7.
    static Instruction decode(Encoding e) {
        return new Translate(new Address(e.segment(), Cpu.RBX, Cpu.NONE, 0, 0, e.has67(), e.length()),
            e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long entry = table.offset(cpu) + (cpu.r[Cpu.RAX] & 0xff);
        long base = table.in(cpu) - table.offset(cpu);
        long place = base + (table.isShort() ? entry & 0xffffffffL : entry);
        cpu.setRegister(Cpu.RAX, 8, cpu.memory.load8(place));
    }

    @Override
    public String assembly(long pc) {
        return "xlat BYTE PTR " + table.text();
    }
}

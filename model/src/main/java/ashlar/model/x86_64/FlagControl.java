package ashlar.model.x86_64;

/// CMC, CLC, STC, CLD, STD, SAHF, LAHF by opcode.
public record FlagControl(int opcode, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        switch (opcode) {
            case 0xf5 -> cpu.setCarry(!cpu.carry());
            case 0xf8 -> cpu.setCarry(false);
            case 0xf9 -> cpu.setCarry(true);
            case 0xfc -> cpu.setDirection(false);
            case 0xfd -> cpu.setDirection(true);
            case 0x9e -> store(cpu);
            default   -> cpu.r[Cpu.RAX] = cpu.r[Cpu.RAX] & ~0xff00L | (cpu.flags() & 0xff) << 8;
        }
    }

    private static void store(Cpu cpu) {
        long changed = Flags.STATUS & 0xff;
        cpu.setFlags(cpu.flags() & ~changed | cpu.r[Cpu.RAX] >>> 8 & changed);
    }

    @Override
    public String assembly(long pc) {
        return switch (opcode) {
            case 0xf5 -> "cmc";
            case 0xf8 -> "clc";
            case 0xf9 -> "stc";
            case 0xfc -> "cld";
            case 0xfd -> "std";
            case 0x9e -> "sahf";
            default   -> "lahf";
        };
    }
}

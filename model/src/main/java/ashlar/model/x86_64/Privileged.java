package ashlar.model.x86_64;

/// IN, OUT, INS, OUTS, CLI, STI, HLT and all that only a kernel may do: a general protection exception.
/// @param opcode its last byte; 0x100 is added for those after 0f
public record Privileged(int opcode, int length) implements Instruction {
    static final int TOO_LONG = 0x200;

    @Override
    public void execute(Cpu cpu) {
        throw new Trap(Trap.GENERAL_PROTECTION);
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return switch (opcode) {
            case 0x6c, 0x6d             -> "ins";
            case 0x6e, 0x6f             -> "outs";
            case 0xe4, 0xe5, 0xec, 0xed -> "in";
            case 0xe6, 0xe7, 0xee, 0xef -> "out";
            case 0xf4                   -> "hlt";
            case 0xfa                   -> "cli";
            case 0xfb                   -> "sti";
            default                     -> "(privileged)";
        };
    }
}

package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;

/// CBW, CWDE, CDQE, and CWD, CDQ, CQO, which extend into rDX.
public record ExtendAccumulator(boolean isDouble, int bits, int length) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        long a = cpu.r[Cpu.RAX];
        if (isDouble) cpu.setRegister(Cpu.RDX, bits, signExtend(a, bits) >> 63);
        else cpu.setRegister(Cpu.RAX, bits, signExtend(a, bits >> 1));
    }

    @Override
    public String assembly(long pc) {
        return switch (bits) {
            case 16 -> isDouble ? "cwd" : "cbw";
            case 32 -> isDouble ? "cdq" : "cwde";
            default -> isDouble ? "cqo" : "cdqe";
        };
    }
}

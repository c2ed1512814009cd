package ashlar.model.aarch64;

/// A word that no instruction of this machine has.
public record Undefined(int word) implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        throw Trap.undefined();
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        return ".inst 0x" + Integer.toHexString(word) + " ; undefined";
    }
}

package ashlar.model.x86_64;

/// One instruction, decoded.
public interface Instruction {
    /// Does what the instruction does. The caller then adds its length to `cpu.pc`, unless it
    /// [ends a block][#endsBlock].
    /// @throws Trap if it wants the kernel; nothing is changed, but the flags of MXCSR by an SSE exception
    void execute(Cpu cpu);

    /// In bytes, prefixes included.
    int length();

    /// Whether the instruction sets `cpu.pc` itself.
    default boolean endsBlock() {
        return false;
    }

    /// Whether a `lock` prefix is allowed.
    default boolean mayBeLocked() {
        return false;
    }

    /// In Intel's syntax.
    /// @param pc address of the instruction
    String assembly(long pc);
}

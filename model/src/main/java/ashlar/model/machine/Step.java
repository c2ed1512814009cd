package ashlar.model.machine;

/// One decoded instruction, to those who run programs.
/// @param <P> the processor that it is for
public interface Step<P extends Processor> {
    /// Does what the instruction does. If it throws, nothing has changed.
    void execute(P cpu);

    /// Whether execute leaves the pc at the next instruction to execute, wherever that is. All others leave
    /// the pc alone: the instruction after them in memory is next.
    boolean endsBlock();

    /// In bytes.
    int length();

    /// How far from the instruction's address it may jump, if that is known before it is executed; 0 if not.
    long jump();
}

package ashlar.model.machine;

/// How a processor's instructions are found.
public interface InstructionSet<P extends Processor> {
    /// Fetches and decodes the instruction at the pc.
    /// @throws RuntimeException what the processor raises where none can be fetched
    Step<P> decode(P cpu);
}

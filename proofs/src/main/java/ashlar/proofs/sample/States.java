package ashlar.proofs.sample;

import ashlar.spec.state.State;
import java.util.random.RandomGenerator;

/// Makes small abstract states that satisfy the invariants and that the kernel can hold.
public final class States {
    private States() { }

    /// A state of size threads and the idle thread.
    /// @param size 1 or more
    public static State of(RandomGenerator random, int size) {
        var choice = new Choice(random);
        var objects = Objects.of(choice, size);
        State s = Waiting.in(objects.unused(choice), choice, objects);
        s = Derivations.in(s, choice, objects);
        return Scheduling.in(s, choice, objects);
    }
}

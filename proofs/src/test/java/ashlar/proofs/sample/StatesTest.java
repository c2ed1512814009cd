package ashlar.proofs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.proofs.refines.StateRelation;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.State;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What obligations are tried on.
final class StatesTest {
    @Property(tries = 1_000)
    void generated_states_satisfy_the_invariants(@ForAll @IntRange(min = 1, max = 8) int size,
                                                 @ForAll long seed) {
        assertThat(state(size, seed)).matches(Invariants::all);
    }

    @Property(tries = 1_000)
    void represented_states_are_related(@ForAll @IntRange(min = 1, max = 8) int size, @ForAll long seed) {
        State s = state(size, seed);
        assertThat(s).matches(it -> StateRelation.related(it, Represent.inMemory(it)));
    }

    @Property(tries = 1_000)
    void states_in_stale_memory_are_related(@ForAll @IntRange(min = 1, max = 8) int size,
                                            @ForAll long seed) {
        State s = state(size, seed);
        assertThat(s).matches(it -> StateRelation.related(it,
            Represent.inStaleMemory(it, new SplittableRandom(seed))));
    }

    @Property(tries = 100)
    void one_seed_makes_one_state(@ForAll @IntRange(min = 1, max = 8) int size, @ForAll long seed) {
        assertThat(state(size, seed)).isEqualTo(state(size, seed));
    }

    private static State state(int size, long seed) {
        return States.of(new SplittableRandom(seed), size);
    }
}

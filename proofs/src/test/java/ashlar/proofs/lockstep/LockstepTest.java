package ashlar.proofs.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Kernel and specification, from one random state on.
final class LockstepTest {
    @Property(tries = 1_500)
    void kernel_follows_spec_through_random_operations(@ForAll @IntRange(min = 1, max = 6) int size,
        @ForAll long start, @ForAll @Size(min = 1, max = 16) List<Long> steps) {
        assertThat(Lockstep.run(size, start, steps)).isEmpty();
    }
}

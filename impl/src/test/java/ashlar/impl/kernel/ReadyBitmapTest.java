package ashlar.impl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.layout.ReadyBitmapPtr;
import ashlar.model.machine.Machine;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ReadyBitmapTest {
    private final Machine m = new Machine();

    @Property
    void highest_is_the_greatest_priority_set(
        @ForAll @NotEmpty Set<@LongRange(min = 0, max = 255) Long> priorities) {
        Machine memory = new Machine();
        priorities.forEach(p -> ReadyBitmap.setHasThreads(memory, 3, p, true));
        assertThat(ReadyBitmap.highest(memory, 3)).isEqualTo(priorities.stream().max(Long::compare).get());
    }

    @Test
    void bitmap_without_priorities_is_empty() {
        assertThat(ReadyBitmap.isEmpty(m, 0)).isTrue();
    }

    @Test
    void bitmap_with_a_priority_is_not_empty() {
        ReadyBitmap.setHasThreads(m, 0, 0, true);
        assertThat(ReadyBitmap.isEmpty(m, 0)).isFalse();
    }

    @Test
    void domains_do_not_meet() {
        ReadyBitmap.setHasThreads(m, 1, 255, true);
        assertThat(ReadyBitmap.isEmpty(m, 0)).isTrue();
        assertThat(ReadyBitmap.isEmpty(m, 2)).isTrue();
    }

    @Test
    void clearing_leaves_the_others_set() {
        ReadyBitmap.setHasThreads(m, 0, 64, true);
        ReadyBitmap.setHasThreads(m, 0, 65, true);
        ReadyBitmap.setHasThreads(m, 0, 65, false);
        assertThat(ReadyBitmap.hasThreads(m, 0, 64)).isTrue();
        assertThat(ReadyBitmap.hasThreads(m, 0, 65)).isFalse();
        assertThat(ReadyBitmap.highest(m, 0)).isEqualTo(64);
    }

    @Test
    void clearing_the_last_of_a_word_clears_level_1() {
        ReadyBitmap.setHasThreads(m, 0, 200, true);
        ReadyBitmap.setHasThreads(m, 0, 200, false);
        assertThat(ReadyBitmapPtr.level1(m, 0)).isZero();
    }
}

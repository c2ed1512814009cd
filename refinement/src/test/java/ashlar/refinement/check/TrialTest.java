package ashlar.refinement.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.refinement.api.Claims;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final int TRIES = 50;

    static void is_not_3(long n) {
        Claims.prove(n != 3);
    }

    @Test
    void states_that_cannot_be_made_are_passed_over() {
        Trial trial = trial(n -> n < 4);
        assertThat(trial.witness()).isTrue();
        assertThat(trial.refutation()).isPresent();
    }

    @Test
    void state_that_cannot_be_made_refutes_nothing() {
        assertThat(trial(n -> n != 3).refutation()).isEmpty();
    }

    @Test
    void sampler_that_makes_no_state_at_all_is_told() {
        assertThatThrownBy(() -> trial(_ -> false)).hasMessage("no state for this number");
    }

    private static Trial trial(LongPredicate isMade) {
        return Trial.of(obligation(), new Numbers(isMade), TRIES, 1);
    }

    private static Method obligation() {
        try {
            return TrialTest.class.getDeclaredMethod("is_not_3", long.class);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /// Numbers from 0 to 7, as far as they can be made.
    private record Numbers(LongPredicate isMade) implements Sampler {
        @Override
        public Object[] arguments(Method obligation, int size, RandomGenerator random) {
            long n = random.nextInt(8);
            if (!isMade.test(n)) throw new IllegalArgumentException("no state for this number");
            return new Object[] {n};
        }

        @Override
        public List<Row> picture(String when, Object[] values) {
            return List.of();
        }

        @Override
        public boolean isInObject(Object[] arguments, long address) {
            return true;
        }

        @Override
        public Object[] copy(Object[] arguments) {
            return arguments.clone();
        }
    }
}

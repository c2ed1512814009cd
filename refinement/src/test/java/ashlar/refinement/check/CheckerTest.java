package ashlar.refinement.check;

import static ashlar.refinement.api.Claims.prove;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import ashlar.refinement.api.Verdict;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("solver")
class CheckerTest {
    static final class Numbers {
        @Obligation(Kind.LEMMA)
        static void a_sum_is_one_way_or_the_other(long a, long b) {
            prove(a + b == b + a);
        }
    }

    @Test
    void a_fault_in_one_obligation_is_its_verdict_and_does_not_end_the_run() {
        var options = new Options(List.of(), 1, 2, Optional.empty(), Optional.empty(), true, false, false);
        var results = Checker.run(new Broken(), options, (_, _, _) -> { });
        assertThat(results).extracting(Result::verdict).singleElement()
            .isInstanceOfSatisfying(Verdict.Faulty.class, v -> assertThat(v.complaint())
                .contains("IllegalStateException: no copies today at ", "CheckerTest.java"));
    }

    private static final class Broken implements Suite, Sampler {
        @Override
        public List<Class<?>> obligations() {
            return List.of(Numbers.class);
        }

        @Override
        public List<Class<?>> layouts() {
            return List.of();
        }

        @Override
        public List<ashlar.refinement.api.Frame> frames() {
            return List.of();
        }

        @Override
        public boolean isOnTrial(String className) {
            return false;
        }

        @Override
        public Sampler sampler() {
            return this;
        }

        @Override
        public Object[] arguments(Method obligation, int size, RandomGenerator random) {
            return new Object[] {random.nextLong(), random.nextLong()};
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
            throw new IllegalStateException("no copies today");
        }
    }
}

package ashlar.ci;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.refinement.api.Frame;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import java.lang.reflect.Method;
import java.util.List;
import java.util.random.RandomGenerator;

/// A suite of claims about numbers, one for each verdict.
public final class Tiny implements Suite {
    private final List<Class<?>> obligations;

    /// For counterexamples to be replayed in classes loaded anew.
    public Tiny() {
        this(new Class<?>[0]);
    }

    Tiny(Class<?>... obligations) {
        this.obligations = List.of(obligations);
    }

    /// Claims that are proved.
    static final class Truths {
        private Truths() { }

        /// Adding commutes.
        @Obligation(value = Kind.LEMMA, text = "a sum does not depend on the order")
        static void sum_commutes(long a, long b) {
            prove(a + b == b + a);
        }

        @Obligation(Kind.LEMMA)
        static void masking_twice_is_masking_once(long a) {
            prove((a & 0xff & 0xff) == (a & 0xff));
        }
    }

    static final class Falsehoods {
        private Falsehoods() { }

        @Obligation(Kind.LEMMA)
        static void numbers_are_below_200(long a) {
            prove(a < 200);
        }
    }

    static final class Unreachable {
        private Unreachable() { }

        @Obligation(Kind.LEMMA)
        static void nothing_is_above_and_below(long a) {
            assume(a > 7 && a < 7);
            prove(a == 0);
        }
    }

    static final class Strange {
        private Strange() { }

        @Obligation(Kind.LEMMA)
        static void halves_are_exact(long a) {
            prove(a * 0.5 == a / 2.0);
        }
    }

    static final class Hard {
        private Hard() { }

        /// True of all numbers that are tried, and false of one that is not.
        @Obligation(Kind.LEMMA)
        static void product_of_two_large_primes_has_no_factors(long a, long b) {
            assume(a > 1 && b > 1 && a < 0x8000_0000L && b < 0x8000_0000L);
            prove(a * b != 2_147_483_647L * 2_147_483_629L);
        }
    }

    @Override public List<Class<?>> obligations() {
        return obligations;
    }

    @Override public List<Class<?>> layouts() {
        return List.of();
    }

    @Override public List<Frame> frames() {
        return List.of();
    }

    @Override public boolean isOnTrial(String className) {
        return false;
    }

    @Override public Sampler sampler() {
        return new Numbers();
    }

    private static final class Numbers implements Sampler {
        @Override public Object[] arguments(Method obligation, int size, RandomGenerator random) {
            Object[] numbers = new Object[obligation.getParameterCount()];
            for (int i = 0; i < numbers.length; i++) numbers[i] = (long) random.nextInt(64 * size);
            return numbers;
        }

        @Override public List<Row> picture(String when, Object[] values) {
            return List.of(new Row(when, "numbers", List.of(values).toString(), "", false));
        }

        @Override public boolean isInObject(Object[] arguments, long address) {
            return true;
        }

        @Override public Object[] copy(Object[] arguments) {
            return arguments.clone();
        }
    }
}

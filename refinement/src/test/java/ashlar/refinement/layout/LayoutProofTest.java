package ashlar.refinement.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.model.machine.Machine;
import ashlar.model.word.Word;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.ClassSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutProofTest {
    /// Objects of 32 bytes, the last 16 not used.
    static final class Object32 {
        static boolean place(long o) {
            return Word.isAligned(o, 5);
        }

        static boolean at(long o, long i) {
            return place(o) && Word.ult(i, 2);
        }

        static boolean covers(long o, long addr) {
            return Word.ult(addr - o, 16);
        }
    }

    static final class Good {
        static int low(Machine m, long o) {
            return (int) Word.bits(m.load64(o), 31, 0);
        }

        static void setLow(Machine m, long o, int low) {
            m.store64(o, Word.insert(m.load64(o), 31, 0, low));
        }

        static boolean flag(Machine m, long o) {
            return Word.bit(m.load64(o), 32);
        }

        static void setFlag(Machine m, long o, boolean flag) {
            m.store64(o, Word.insert(m.load64(o), 32, 32, flag ? 1 : 0));
        }

        static long next(Machine m, long o) {
            return Word.bits(m.load64(o + 8), 46, 4) << 4;
        }

        static void setNext(Machine m, long o, long next) {
            m.store64(o + 8, Word.insert(m.load64(o + 8), 46, 4, next >>> 4));
        }
    }

    static final class Overlapping {
        static long low(Machine m, long o) {
            return Word.bits(m.load64(o), 32, 0);
        }

        static void setLow(Machine m, long o, long low) {
            m.store64(o, Word.insert(m.load64(o), 32, 0, low));
        }

        static boolean flag(Machine m, long o) {
            return Word.bit(m.load64(o), 32);
        }

        static void setFlag(Machine m, long o, boolean flag) {
            m.store64(o, Word.insert(m.load64(o), 32, 32, flag ? 1 : 0));
        }
    }

    static final class Indexed {
        static long at(Machine m, long o, long i) {
            return m.load64(o + (i << 3));
        }

        static void setAt(Machine m, long o, long i, long value) {
            m.store64(o + (i << 3), value);
        }
    }

    static final class TooFar {
        static long at(Machine m, long o, long i) {
            return m.load64(o + (i << 4));
        }

        static void setAt(Machine m, long o, long i, long value) {
            m.store64(o + (i << 4), value);
        }
    }

    static final class Misread {
        static long low(Machine m, long o) {
            return Word.bits(m.load64(o), 31, 0);
        }

        static void setLow(Machine m, long o, long low) {
            m.store64(o, Word.insert(m.load64(o), 30, 0, low));
        }
    }

    static final class Scaled {
        static long low(Machine m, long o) {
            return m.load64(o) << 4;
        }

        static void setLow(Machine m, long o, long low) {
            m.store64(o, low);
        }
    }

    static final class Unaligned {
        static long low(Machine m, long o) {
            return m.load64(o + 4);
        }

        static void setLow(Machine m, long o, long low) {
            m.store64(o + 4, low);
        }
    }

    private static LayoutProof proof(Class<?> layout) {
        return LayoutProof.of(layout, Object32.class, ClassSource.of(layout.getClassLoader()), 2_000);
    }

    private static List<String> open(Class<?> layout) {
        return proof(layout).open().stream().map(o -> o.substring(0, o.indexOf(": "))).toList();
    }

    @Test
    void separate_fields_are_proved() {
        assertThat(proof(Good.class).open()).isEmpty();
        assertThat(proof(Good.class).claims()).isGreaterThan(3 * 3);
        assertThat(proof(Indexed.class).open()).isEmpty();
    }

    @Test
    void an_overlap_of_two_fields_is_found() {
        assertThat(open(Overlapping.class))
            .containsExactlyInAnyOrder("setFlag leaves low", "setLow leaves flag");
    }

    @Test
    void an_access_outside_the_object_is_found() {
        assertThat(open(TooFar.class)).contains("at keeps to its object", "setAt keeps to its object");
    }

    @Test
    void a_reader_that_does_not_match_its_writer_is_found() {
        assertThat(open(Misread.class)).containsExactly("low reads back what was stored");
        assertThat(open(Scaled.class)).containsExactly("low can hold what is read from it");
    }

    @Test
    void an_address_that_is_not_aligned_is_found() {
        assertThat(open(Unaligned.class)).contains("low raises nothing", "setLow raises nothing");
    }

    @Test
    void a_class_without_fields_is_no_layout() {
        assertThatThrownBy(() -> proof(Object32.class)).isInstanceOf(Unsupported.class);
    }

    @Test
    void places_must_be_told_for_each_field() {
        assertThatThrownBy(() -> LayoutProof.of(Indexed.class, Good.class,
            ClassSource.of(Good.class.getClassLoader()), 100)).isInstanceOf(Unsupported.class);
    }
}

package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test void edits_are_counted() {
        assertThat(Nearest.edits("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.edits("", "abc")).isEqualTo(3);
    }

    @Property(tries = 200) boolean order_does_not_matter(@ForAll String a, @ForAll String b) {
        return Nearest.edits(a, b) == Nearest.edits(b, a);
    }

    @Test void name_after_the_dot_counts_and_parts_come_first() {
        assertThat(Nearest.question("enqeue", List.of("A.dequeue", "B.enqueue", "C.send", "D.zzzzzzzzzzz")))
            .startsWith("; did you mean B.enqueue, A.dequeue or ");
        assertThat(Nearest.question("priority", List.of("A.a", "B.setPriority_refines_setPriority")))
            .startsWith("; did you mean B.setPriority_refines_setPriority");
    }
}

package ashlar.refinement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test void node_is_above_all_that_it_leads_to() {
        var layers = new Layers(Map.of("a", List.of("b", "c"), "b", List.of("c"), "c", List.of())).nodes();
        assertThat(layers).containsExactly(List.of("c"), List.of("b"), List.of("a"));
    }

    @Test void arrows_that_could_do_without_crossing_do() {
        var arrows =
            Map.of("a", List.of("y"), "b", List.of("x"), "x", List.<String>of(), "y", List.<String>of());
        var layers = new Layers(arrows).nodes();
        assertThat(layers.get(0).indexOf("y")).isEqualTo(layers.get(1).indexOf("a"));
    }

    @Test void cycle_is_drawn_all_the_same() {
        var layers = new Layers(Map.of("a", List.of("b"), "b", List.of("a"))).nodes();
        assertThat(layers.stream().flatMap(List::stream)).containsExactlyInAnyOrder("a", "b");
    }

    @Test void arrow_to_nowhere_is_left_out() {
        assertThat(new Layers(Map.of("a", List.of("elsewhere"))).nodes()).containsExactly(List.of("a"));
    }
}

package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An instance in a SystemRDL design, when its parameters are known.
final class RdlNode {
    final Place place;
    final String kind;
    final String name;
    final List<RdlNode> children = new ArrayList<>();
    final Map<String, Object> properties = new HashMap<>();
    List<Long> dimensions = List.of();
    Long at;
    Long step;
    Long align;
    Long high;
    Long low;
    /// Found by RdlPlacement; in its parent.
    long offset;

    RdlNode(Place place, String kind, String name) {
        this.place = place;
        this.kind = kind;
        this.name = name;
    }

    long number(String property, long otherwise) {
        return properties.get(property) instanceof Long n ? n : otherwise;
    }

    boolean is(String property) {
        Object value = properties.get(property);
        return Boolean.TRUE.equals(value) || value instanceof Long n && n != 0;
    }

    String text(String property) {
        return properties.get(property) instanceof String s ? s : "";
    }

    long count() {
        return dimensions.stream().reduce(1L, (a, b) -> a * b);
    }

    Optional<RdlNode> child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
    }

    long bytes() {
        return switch (kind) {
            case "reg" -> number("regwidth", 32) / 8;
            case "mem" -> number("mementries", 1) * ((number("memwidth", 32) + 7) / 8);
            default    -> children.stream().filter(RdlNode::isAddressed).mapToLong(c -> c.offset + c.total())
                .max()
                .orElse(0);
        };
    }

    boolean isAddressed() {
        return !kind.equals("field") && !kind.equals("signal");
    }

    long stride() {
        return step != null ? step : bytes();
    }

    /// Of all elements.
    long total() {
        return (count() - 1) * stride() + bytes();
    }
}

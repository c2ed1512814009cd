package ashlar.refinement.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A graph in layers: each node is in a layer above all those that its arrows lead to, as low as can be.
/// Within a layer nodes are ordered so that few arrows cross.
final class Layers {
    private static final int SWEEPS = 8;

    private final Map<String, List<String>> arrows;
    private final Map<String, Integer> layer = new HashMap<>();
    private final List<List<String>> layers = new ArrayList<>();

    /// @param arrows from each node to others; those that lead to no node of the map are left out
    Layers(Map<String, List<String>> arrows) {
        this.arrows = new TreeMap<>();
        arrows.forEach((from, to) -> this.arrows.put(from, to.stream().filter(arrows::containsKey).toList()));
        this.arrows.keySet().forEach(n -> depth(n, new HashSet<>()));
        this.arrows.keySet().forEach(n -> {
            while (layers.size() <= layer.get(n)) layers.add(new ArrayList<>());
            layers.get(layer.get(n)).add(n);
        });
        for (int i = 0; i < SWEEPS; i++) sweep(i % 2 == 0);
    }

    /// The nodes, lowest layer first.
    List<List<String>> nodes() {
        return layers;
    }

    /// A cycle is cut where the search comes back to it.
    private int depth(String node, Set<String> above) {
        Integer known = layer.get(node);
        if (known != null) return known;
        if (!above.add(node)) return 0;
        int depth = 0;
        for (String to : arrows.get(node))
            if (!above.contains(to)) depth = Math.max(depth, 1 + depth(to, above));
        above.remove(node);
        layer.put(node, depth);
        return depth;
    }

    /// Orders each layer by the mean place of its nodes' neighbours below, or above.
    private void sweep(boolean byLower) {
        Map<String, List<String>> neighbours = new HashMap<>();
        arrows.forEach((from, all) -> all.forEach(to -> neighbours
            .computeIfAbsent(byLower ? from : to, _ -> new ArrayList<>()).add(byLower ? to : from)));
        Map<String, Double> place = places();
        for (List<String> nodes : byLower ? layers : layers.reversed()) {
            Map<String, Double> wanted = new HashMap<>();
            for (String n : nodes) {
                List<String> near = neighbours.getOrDefault(n, List.of(n));
                wanted.put(n, near.stream().mapToDouble(place::get).average().orElse(0));
            }
            nodes.sort(Comparator.comparing(wanted::get));
            place.putAll(places());
        }
    }

    /// The height of each node, from 0 to 1.
    private Map<String, Double> places() {
        Map<String, Double> places = new HashMap<>();
        for (List<String> nodes : layers)
            for (int i = 0; i < nodes.size(); i++) places.put(nodes.get(i), (i + 0.5) / nodes.size());
        return places;
    }
}

package ashlar.refinement.heap;

import ashlar.refinement.term.Function;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A machine's memory as one map for each typed field (Burstall's model), or as one map of words.
/// Immutable: every store is a new memory.
public final class Fieldwise {
    /// What a field's map went through since the beginning, latest first.
    private sealed interface Node {
        record Base(Function function) implements Node { }

        record Store(Node earlier, List<Term> keys, Term value) implements Node { }

        record Either(Term c, Node yes, Node no) implements Node { }
    }

    private final Terms terms;
    private final String name;
    private final Map<String, Node> fields;

    private Fieldwise(Terms terms, String name, Map<String, Node> fields) {
        this.terms = terms;
        this.name = name;
        this.fields = fields;
    }

    /// An arbitrary memory, called name in terms.
    public static Fieldwise arbitrary(Terms terms, String name) {
        return new Fieldwise(terms, name, Map.of());
    }

    /// The value of field at keys.
    public Term load(String field, List<Term> keys, Sort result) {
        return load(node(field, keys, result), keys, new IdentityHashMap<>());
    }

    /// Branches share what went before them: seen keeps the walk linear.
    private Term load(Node node, List<Term> keys, Map<Node, Term> seen) {
        Term known = seen.get(node);
        if (known != null) return known;
        Term value = switch (node) {
            case Node.Base(var function)             -> terms.app(function, keys);
            case Node.Either(var c, var yes, var no) ->
                terms.ite(c, load(yes, keys, seen), load(no, keys, seen));
            case Node.Store store                    -> load(store, keys, seen);
        };
        seen.put(node, value);
        return value;
    }

    private Term load(Node.Store store, List<Term> keys, Map<Node, Term> seen) {
        Term same = same(store.keys, keys);
        if (same.isTrue()) return store.value;
        return terms.ite(same, store.value, load(store.earlier, keys, seen));
    }

    private Term same(List<Term> at, List<Term> keys) {
        List<Term> equal = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) equal.add(terms.eq(at.get(i), keys.get(i)));
        return terms.and(equal);
    }

    /// This memory with value in field at keys.
    public Fieldwise store(String field, List<Term> keys, Term value) {
        Map<String, Node> changed = new HashMap<>(fields);
        changed.put(field, new Node.Store(node(field, keys, value.sort()), keys, value));
        return new Fieldwise(terms, name, changed);
    }

    /// This memory where c holds, other elsewhere.
    public Fieldwise orElse(Term c, Fieldwise other) {
        if (this == other) return this;
        if (!name.equals(other.name))
            throw new Unsupported("two machines merged: " + name + " and " + other.name);
        Map<String, Node> merged = new HashMap<>();
        Set<String> all = new HashSet<>(fields.keySet());
        all.addAll(other.fields.keySet());
        for (String field : all) {
            Node base = fields.getOrDefault(field, other.fields.get(field));
            Node a = fields.getOrDefault(field, initial(field, base));
            Node b = other.fields.getOrDefault(field, initial(field, base));
            merged.put(field, a == b ? a : new Node.Either(c, a, b));
        }
        return new Fieldwise(terms, name, merged);
    }

    /// What field is in the beginning; like says of what sorts its keys and values are.
    private Node initial(String field, Node like) {
        return switch (like) {
            case Node.Base(var f)               ->
                new Node.Base(new Function(name + "." + field, f.parameters(), f.result()));
            case Node.Store(var earlier, _, _)  -> initial(field, earlier);
            case Node.Either(_, var yes, _)     -> initial(field, yes);
        };
    }

    /// This memory with anything in field, called version in terms.
    public Fieldwise havoc(String field, String version, List<Sort> keys, Sort result) {
        Map<String, Node> changed = new HashMap<>(fields);
        changed.put(field, new Node.Base(new Function(version + "." + field, keys, result)));
        return new Fieldwise(terms, name, changed);
    }

    /// The fields that were changed, each as the map that it was in the beginning.
    public Map<String, Function> changed() {
        Map<String, Function> all = new HashMap<>();
        fields.forEach((field, node) -> {
            if (initial(field, node) instanceof Node.Base(var function)) all.put(field, function);
        });
        return all;
    }

    private Node node(String field, List<Term> keys, Sort result) {
        Node known = fields.get(field);
        if (known != null) return known;
        return new Node.Base(new Function(name + "." + field, keys.stream().map(Term::sort).toList(),
            result));
    }
}

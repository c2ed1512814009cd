package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.check.Complaint;
import ashlar.drivergen.grammar.SystemRdlParser.*;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Makes instances of SystemRDL's components: parameters get values, defaults and overrides get to where they
/// hold.
final class RdlElaborator {
    private final RdlPreprocessor.Text text;
    private final List<Complaint> complaints;
    private final List<String> lost;
    private final List<Named.Enumeration> enumerations = new ArrayList<>();

    RdlElaborator(RdlPreprocessor.Text text, List<Complaint> complaints, List<String> lost) {
        this.text = text;
        this.complaints = complaints;
        this.lost = lost;
    }

    List<Named.Enumeration> enumerations() {
        return enumerations;
    }

    private Place place(Token at) {
        return text.place(at.getLine(), at.getCharPositionInLine() + 1);
    }

    private void complain(Token at, String wrong, String expected) {
        complaints.add(new Complaint(place(at), wrong, expected));
    }

    /// Address maps that are instantiated at the top; without any, those that are only defined there.
    List<RdlNode> tops(RootContext root) {
        var scope = new RdlScope(null);
        var top = new RdlNode(new Place("", 1, 1), "root", "");
        List<ItemContext> items = root.rootItem().stream().map(RootItemContext::item).toList();
        items(items, scope, top);
        List<RdlNode> tops = new ArrayList<>(top.children.stream().filter(c -> c.kind.equals("addrmap"))
            .toList());
        if (!tops.isEmpty()) return tops;
        List<ComponentContext> maps = items.stream().filter(ComponentItemContext.class::isInstance)
            .map(i -> ((ComponentItemContext) i).component())
            .filter(c -> c.kind().getText().equals("addrmap") && c.id != null).toList();
        if (!maps.isEmpty()) tops.add(make(maps.getLast(), scope, RdlValues.name(maps.getLast().id),
            Map.of()));
        return tops;
    }

    private void items(List<ItemContext> items, RdlScope scope, RdlNode into) {
        for (ItemContext item : items) {
            switch (item) {
                case ComponentItemContext c     -> component(c.component(), scope, into);
                case EnumItemContext e          -> enumeration(e.enumeration(), scope);
                case InstantiationContext i     -> instantiate(i, scope, into);
                case AssignmentContext a        -> assign(a, scope, into);
                case DynamicAssignmentContext d -> assign(d, scope, into);
                case EdgeAloneContext e         -> lose(e.start, e.edge().getText());
                case StructItemContext s        -> lose(s.start, "struct " + s.id.getText());
                case UserPropertyContext p      -> lose(p.start, "property " + p.id.getText());
                case ConstraintItemContext c    -> lose(c.start, "constraint");
                default                         -> { }
            }
        }
    }

    private void lose(Token at, String what) {
        String line = place(at) + ": " + what;
        if (!lost.contains(line)) lost.add(line);
    }

    private void component(ComponentContext c, RdlScope scope, RdlNode into) {
        if (c.id != null) scope.define(RdlValues.name(c.id), c);
        for (InstanceContext i : c.instance()) instance(c, scope, i, c.arguments(), scope, into);
        modifiers(c.modifier());
    }

    private void modifiers(List<ModifierContext> modifiers) {
        for (ModifierContext m : modifiers)
            if (m.name() != null) lose(m.start, "alias of " + m.name().getText());
    }

    private void instantiate(InstantiationContext x, RdlScope scope, RdlNode into) {
        Optional<RdlScope.Definition> of = scope.definition(RdlValues.name(x.of));
        if (of.isEmpty()) {
            complain(x.of.start, "`" + x.of.getText() + "` is not defined",
                "a component that is defined before");
            return;
        }
        for (InstanceContext i : x.instance())
            instance(of.get().tree(), of.get().scope(), i, x.arguments(), scope, into);
        modifiers(x.modifier());
    }

    private void instance(ComponentContext c, RdlScope defined, InstanceContext i, ArgumentsContext arguments,
                          RdlScope scope, RdlNode into) {
        Map<String, Object> given = new LinkedHashMap<>();
        if (arguments != null)
            for (ArgumentContext a : arguments.argument())
                given.put(RdlValues.name(a.id), new RdlValues(scope).value(a.expression()));
        RdlNode node = make(c, defined, RdlValues.name(i.id), given);
        into.children.add(node);
        node.dimensions = i.dimension().stream().map(d -> number(d.expression(), scope)).toList();
        if (i.range() != null) {
            node.high = number(i.range().high, scope);
            node.low = number(i.range().low, scope);
        }
        node.at = i.at == null ? null : Long.valueOf(number(i.at, scope));
        node.step = i.step == null ? null : Long.valueOf(number(i.step, scope));
        node.align = i.align == null ? null : Long.valueOf(number(i.align, scope));
        if (i.initial != null) node.properties.put("reset", new RdlValues(scope).value(i.initial));
    }

    private long number(ExpressionContext e, RdlScope scope) {
        Optional<Long> value = RdlValues.number(new RdlValues(scope).value(e));
        if (value.isEmpty()) complain(e.start, "`" + e.getText() + "` is not a number",
            "an expression with a value");
        return value.orElse(1L);
    }

    private RdlNode make(ComponentContext c, RdlScope defined, String name, Map<String, Object> given) {
        var node = new RdlNode(place(c.start), c.kind().getText(), name);
        var inner = new RdlScope(defined);
        if (c.parameters() != null)
            for (ParameterContext p : c.parameters().parameter()) {
                String id = RdlValues.name(p.id);
                if (given.containsKey(id)) inner.parameter(id, given.get(id));
                else if (p.expression() != null)
                    inner.parameter(id, new RdlValues(inner).value(p.expression()));
                else complain(p.start, "the parameter `" + id + "` has no value", "#(." + id + "(value))");
            }
        node.properties.putAll(defined.defaults());
        items(c.item(), inner, node);
        return node;
    }

    private void assign(AssignmentContext a, RdlScope scope, RdlNode into) {
        String name = RdlValues.name(a.property().id);
        Object value = value(a.property(), scope);
        if (a.start.getText().equals("default")) scope.byDefault(name, value);
        else set(into, name, value);
        if (!RdlProperties.isKnown(name)) lose(a.start, (into.name.isEmpty() ? "" : into.name + ": ") + name);
    }

    private Object value(PropertyContext p, RdlScope scope) {
        if (p.value == null) return true;
        if (p.value instanceof InlineEnumContext e) {
            enumeration(e.enumeration(), scope);
            return new RdlValues.Word(RdlValues.name(e.enumeration().id));
        }
        return new RdlValues(scope).value(p.value);
    }

    /// Older properties that say what a newer one does give way to it.
    private static void set(RdlNode node, String name, Object value) {
        switch (name) {
            case "rclr", "rset"   -> node.properties.put("onread", new RdlValues.Word(truth(value, name)));
            case "woclr", "woset" -> node.properties.put("onwrite", new RdlValues.Word(truth(value, name)));
            default               -> node.properties.put(name, value);
        }
    }

    private static String truth(Object value, String name) {
        return RdlValues.truth(value) ? name : "";
    }

    private void assign(DynamicAssignmentContext d, RdlScope scope, RdlNode into) {
        RdlNode node = into;
        for (HopContext s : d.path().hop()) {
            Optional<RdlNode> next = node.child(RdlValues.name(s.id));
            if (next.isEmpty()) {
                complain(s.start, "there is no `" + s.id.getText() + "` here", "an instance");
                return;
            }
            node = next.get();
            if (!s.dimension().isEmpty()) {
                lose(d.start, d.getText() + ": of a single element");
                return;
            }
        }
        String name = RdlValues.name(d.property().id);
        set(node, name, value(d.property(), scope));
        if (!RdlProperties.isKnown(name)) lose(d.start, node.name + ": " + name);
    }

    private void enumeration(EnumerationContext e, RdlScope scope) {
        Map<String, Long> values = new LinkedHashMap<>();
        List<Named.Enumeration.Value> named = new ArrayList<>();
        Set<Long> numbers = new HashSet<>();
        long next = 0;
        long all = 1;
        for (EnumValueContext v : e.enumValue()) {
            long value = v.expression() == null ? next : number(v.expression(), scope);
            next = value + 1;
            all |= value;
            values.put(RdlValues.name(v.id), value);
            if (numbers.add(value)) named.add(new Named.Enumeration.Value(RdlValues.name(v.id), value,
                title(v, scope)));
            else lose(v.start, RdlValues.name(e.id) + ": a second name of " + value);
        }
        scope.enumeration(RdlValues.name(e.id), values);
        int bits = 64 - Long.numberOfLeadingZeros(all);
        enumerations.add(new Named.Enumeration(place(e.start), RdlValues.name(e.id), Type.Word.of(bits),
            named));
    }

    private static String title(EnumValueContext v, RdlScope scope) {
        return v.item().stream().filter(AssignmentContext.class::isInstance)
            .map(i -> ((AssignmentContext) i).property())
            .filter(p -> (p.id.getText().equals("desc") || p.id.getText().equals("name")) && p.value != null)
            .map(p -> new RdlValues(scope).value(p.value)).filter(String.class::isInstance)
                .map(String.class::cast)
            .findFirst().orElse("");
    }
}

package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.heap.Unsupported;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is claimed, in the words of its author. An obligation that refines makes three claims: that the
/// function on trial does what the specification says, that it is total, that it keeps its frame.
/// @param id       class and method, `SendRefines.sendIPC_refines_send`; unique in the suite
/// @param location file of the method
public record Claim(String id, Kind kind, String text, String location, Method obligation) {
    static List<Claim> of(Method m) {
        Obligation o = m.getAnnotation(Obligation.class);
        String location = m.getDeclaringClass().getName().replace('.', '/') + ".java";
        String text = o.text().isEmpty() ? m.getName().replace('_', ' ') : o.text();
        List<Claim> claims = new ArrayList<>(List.of(new Claim(id(m), o.value(), text, location, m)));
        if (o.value() != Kind.REFINES) return claims;
        int end = m.getName().indexOf("_refines");
        String function = end < 0 ? m.getName() : m.getName().substring(0, end);
        String prefix = m.getDeclaringClass().getSimpleName() + "." + function;
        claims.add(new Claim(prefix + "_is_total", Kind.TOTAL,
            function + " ends, raises no exception and fails no assertion", location, m));
        claims.add(new Claim(prefix + "_keeps_its_frame", Kind.FRAME,
            function + " touches only fields of objects that exist, with values that they can hold",
                location, m));
        return claims;
    }

    /// That the fields of layout are separate. The method that says which words an object covers stands for
    /// it.
    static Claim of(Class<?> layout, Class<?> places) {
        Method covers = Arrays.stream(places.getDeclaredMethods()).filter(m -> m.getName().equals("covers"))
            .findFirst().orElseThrow(() -> new Unsupported("no method covers in " + places));
        return new Claim("Layouts." + layout.getSimpleName(), Kind.LAYOUT,
            "the fields of " + layout.getSimpleName() + " read and write words that no other field does",
            places.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java", covers);
    }

    /// The id of the claim that an obligation is named for.
    static String id(Method m) {
        return m.getDeclaringClass().getSimpleName() + "." + m.getName();
    }
}

package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Parameter;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.Service.Operation;
import ashlar.drivergen.ast.Statement;
import ashlar.drivergen.check.Complaint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The body of one operation; what polls becomes a function of its own.
final class BodyText {
    private final Device device;
    private final Operation operation;
    private final Dialect dialect;
    private final List<Named.Given> givens;
    private final List<Complaint> complaints;
    private final WordText words;
    private final StringBuilder helpers = new StringBuilder();
    private final Map<String, Integer> locals = new LinkedHashMap<>();
    private int waits;

    BodyText(Device device, Operation operation, Dialect dialect, List<Named.Given> givens,
             List<Complaint> complaints) {
        this.device = device;
        this.operation = operation;
        this.dialect = dialect;
        this.givens = givens;
        this.complaints = complaints;
        this.words = new WordText(device, dialect);
    }

    static Dialect.Result result(Operation o) {
        if (o.result().isEmpty()) return o.errors().isEmpty() ? Dialect.Result.NOTHING
            : Dialect.Result.STATUS;
        return o.errors().isEmpty() && o.result().get().bits() == 1 ? Dialect.Result.TRUTH
            : Dialect.Result.VALUE;
    }

    String text() {
        if (!operation.errors().isEmpty() && operation.result().map(r -> r.bits() > 32).orElse(false))
            complaints.add(new Complaint(operation.place(),
                "a result of more than 32 bits leaves no room for errors",
                "u32, or no `fails`"));
        String code = block(operation.body().orElseThrow(), inset(1));
        return result(operation) == Dialect.Result.STATUS && !endsWell()
            ? code + line(inset(1), "return OK;") : code;
    }

    private boolean endsWell() {
        List<Statement> body = operation.body().orElseThrow();
        return !body.isEmpty() && (body.getLast() instanceof Statement.Return
            || body.getLast() instanceof Statement.Fail);
    }

    private int inset(int depth) {
        return 4 * (dialect instanceof JavaDialect ? depth + 1 : depth);
    }

    String helpers() {
        return helpers.toString();
    }

    Set<String> used() {
        return words.used();
    }

    private static String line(int inset, String line) {
        return " ".repeat(inset) + line + "\n";
    }

    private String block(List<Statement> block, int inset) {
        var text = new StringBuilder();
        for (Statement s : block) text.append(statement(s, inset));
        return text.toString();
    }

    private String statement(Statement s, int inset) {
        return switch (s) {
            case Statement.Let l            -> let(l, inset);
            case Statement.WriteRegister w  -> write(w, inset);
            case Statement.WriteFields w    -> fields(w, inset);
            case Statement.Wait w           -> await(w, inset);
            case Statement.If i             -> conditional(i, inset);
            case Statement.Barrier b        -> line(inset,
                dialect.barrier(b.kind().name().toLowerCase(Locale.ROOT)));
            case Statement.Return r         -> line(inset, "return" + r.value().map(v -> " " + returned(v))
                .orElse(result(operation) == Dialect.Result.STATUS ? " OK" : "") + ";");
            case Statement.Fail f           -> line(inset, "return " + f.error().toUpperCase(Locale.ROOT)
                + ";");
            default                         -> refuse(s);
        };
    }

    private String returned(Expression value) {
        return result(operation) == Dialect.Result.TRUTH ? words.truth(value) : words.word(value);
    }

    private String refuse(Statement s) {
        if (!(s instanceof Statement.Hole))
            complaints.add(new Complaint(s.place(), "this cannot be generated yet",
                "accesses, waits, if and let"));
        return "";
    }

    private String let(Statement.Let l, int inset) {
        locals.put(l.name(), l.value().bits());
        return line(inset, dialect.local(l.name(), words.word(l.value()), l.value().bits()));
    }

    private Register register(RegisterPart part) {
        return device.register(part.register()).orElseThrow();
    }

    private String access(RegisterPart part, String value) {
        Register r = register(part);
        return dialect.write(r.bits(), words.isPort(r), words.address(part), value) + ";";
    }

    private String write(Statement.WriteRegister w, int inset) {
        if (w.part().field().isEmpty()) return line(inset, access(w.part(), words.word(w.value())));
        return fields(new Statement.WriteFields(w.place(), w.part(),
            Map.of(w.part().field().get(), w.value()), false),
            inset);
    }

    /// The other fields get what their policy says; what is to be preserved is read first.
    private String fields(Statement.WriteFields w, int inset) {
        Register r = register(w.part());
        long named = 0;
        long ones = 0;
        long kept = r.others() == Policy.PRESERVE ? r.bare() : 0;
        List<String> parts = new ArrayList<>();
        for (Field f : r.fields()) {
            if (w.fields().containsKey(f.name())) {
                named |= f.mask();
                String part = words.placed(r, f, w.fields().get(f.name()));
                if (!part.isEmpty()) parts.add(part);
            } else if (f.policy() == Policy.MUST_BE_ONE) ones |= f.mask();
            else if (f.policy() == Policy.PRESERVE) kept |= f.mask();
        }
        if (r.others() == Policy.MUST_BE_ONE) ones |= r.bare();
        if (w.update()) kept = r.mask() & ~named & ~ones;
        if (ones != 0) parts.add(dialect.number(ones, r.bits()));
        if (kept == 0 || !r.access().readable())
            return line(inset, access(w.part(), parts.isEmpty() ? "0" : String.join(" | ", parts)));
        String before = words.read(w.part());
        String mask = w.update() && ones == 0 ? "~" + words.masks(r, w.fields().keySet())
            : dialect.number(kept, r.bits());
        parts.addFirst(parts.isEmpty() ? before + " & " + mask : "(" + before + " & " + mask + ")");
        return line(inset, access(w.part(), dialect.cut(String.join(" | ", parts), r.bits())));
    }

    private String await(Statement.Wait w, int inset) {
        String name = "await" + Character.toUpperCase(operation.name().charAt(0)) + operation.name()
            .substring(1)
            + (waits++ == 0 ? "" : Integer.toString(waits));
        List<String> polled = WordText.buses(device, w.until());
        List<String> parameters = new ArrayList<>(dialect.busParameters(polled));
        List<String> arguments = new ArrayList<>(dialect.busArguments(polled));
        Map<String, Integer> all = new LinkedHashMap<>();
        for (Parameter p : operation.parameters()) all.put(p.name(), p.type().bits());
        for (Named.Given g : givens) all.put(g.name(), g.type().bits());
        all.putAll(locals);
        Set<String> needed = WordText.locals(w.until());
        all.forEach((variable, bits) -> {
            if (!needed.contains(variable)) return;
            parameters.add(dialect.parameter(variable, bits));
            arguments.add(variable);
        });
        helper(name, parameters, w);
        String call = "!" + name + "(" + String.join(", ", arguments) + ")";
        if (w.otherwise().isEmpty()) return line(inset, "(void) ".repeat(dialect instanceof CDialect ? 1 : 0)
            + call.substring(1) + ";");
        return line(inset, "if (" + call + ") {") + block(w.otherwise(), inset + 4) + line(inset, "}");
    }

    private void helper(String name, List<String> parameters, Statement.Wait w) {
        String counter = dialect instanceof JavaDialect ? "long tries = " : "uint32_t tries = ";
        int inset = inset(0);
        var text = new StringBuilder("\n");
        text.append(line(inset, "/// Whether " + Formula.of(w.until()) + " within " + Formula.of(w.tries())
            + " reads."))
            .append(dialect.function(false, Dialect.Result.TRUTH, name, parameters)).append(" {\n")
            .append(line(inset + 4, "for (" + counter + "0; tries < " + words.word(w.tries())
                + "; tries++) {"))
            .append(line(inset + 8, "if (" + words.truth(w.until()) + ") { return true; }"))
            .append(line(inset + 4, "}")).append(line(inset + 4, "return false;")).append(line(inset, "}"));
        helpers.append(text);
    }

    private String conditional(Statement.If i, int inset) {
        String text = line(inset, "if (" + words.truth(i.condition()) + ") {") + block(i.yes(), inset + 4);
        return i.no().isEmpty() ? text + line(inset, "}")
            : text + line(inset, "} else {") + block(i.no(), inset + 4) + line(inset, "}");
    }
}

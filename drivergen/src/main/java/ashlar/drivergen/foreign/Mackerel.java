package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.ast.WriteEffect;
import ashlar.drivergen.check.Complaint;
import ashlar.drivergen.check.ReadableErrors;
import ashlar.drivergen.grammar.MackerelLexer;
import ashlar.drivergen.grammar.MackerelParser;
import ashlar.drivergen.grammar.MackerelParser.*;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Device files of Barrelfish.
public final class Mackerel {
    private final String file;
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final Map<String, Named.Enumeration> constants = new LinkedHashMap<>();
    private final Map<String, List<FieldContext>> types = new HashMap<>();
    private final Map<String, Bus.Kind> buses = new LinkedHashMap<>();
    private boolean msbFirst;

    private Mackerel(String file) {
        this.file = file;
    }

    public static Imported read(Path path) throws IOException, BadFile {
        return read(path.toString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    }

    public static Imported read(String file, String text) throws BadFile {
        var reader = new Mackerel(file);
        var parser = new MackerelParser(new CommonTokenStream(lexer(text)));
        ReadableErrors.install(parser, (at, wrong, expected) -> reader.complain(at, wrong, expected));
        FileContext tree = parser.file();
        if (!reader.complaints.isEmpty()) throw new BadFile(reader.complaints);
        Device device = reader.device(tree);
        if (!reader.complaints.isEmpty()) throw new BadFile(reader.complaints);
        return new Imported(List.of(device), reader.lost);
    }

    private static MackerelLexer lexer(String text) {
        var lexer = new MackerelLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        return lexer;
    }

    private Place place(Token at) {
        return new Place(file, at.getLine(), at.getCharPositionInLine() + 1);
    }

    private void complain(Token at, String wrong, String expected) {
        complaints.add(new Complaint(place(at), wrong, expected));
    }

    private void lose(ParserRuleContext at, String what) {
        lost.add(place(at.start) + ": " + what);
    }

    private static String text(TerminalNode string) {
        return string == null ? "" : string.getText().substring(1, string.getText().length() - 1)
            .replaceAll("\\s+", " ");
    }

    private Device device(FileContext tree) {
        DeviceContext d = tree.device();
        tree.importing().forEach(i -> lose(i, "import " + i.name().getText()
            + ": its types are not known here"));
        msbFirst = d.order() != null && d.order().getText().equals("msbfirst");
        if (d.arguments() != null)
            for (ArgumentContext a : d.arguments().argument())
                buses.put(a.base.getText(), a.kind.getText().equals("io") ? Bus.Kind.PORT : Bus.Kind.MEMORY);
        d.declaration().forEach(this::declare);
        List<Register> registers = new ArrayList<>();
        for (DeclarationContext x : d.declaration()) register(x).ifPresent(registers::add);
        return new Cleaner(d.name().getText(), lost, buses).clean(place(d.start), text(d.STRING()),
            List.of("Mackerel, " + Path.of(file).getFileName()), false, List.copyOf(constants.values()),
                registers);
    }

    private void declare(DeclarationContext x) {
        switch (x) {
            case SpaceContext s -> {
                buses.put(s.id.getText(), Bus.Kind.MEMORY);
                lose(s, "space " + s.id.getText() + ": how it is reached");
            }
            case ConstantsContext c -> constants.put(c.id.getText(), enumeration(c));
            case RegtypeContext r   -> types.put(r.id.getText(), r.field());
            case DatatypeContext t  -> types.put(t.id.getText(), t.field());
            default                 -> { }
        }
    }

    private Named.Enumeration enumeration(ConstantsContext c) {
        List<Named.Enumeration.Value> values = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        long all = 1;
        for (ValueContext v : c.value()) {
            long value = number(v.expression());
            if (!numbers.add(value)) {
                lose(v, c.id.getText() + ": a second name of " + value + ", " + v.id.getText());
                continue;
            }
            all |= value;
            values.add(new Named.Enumeration.Value(Cleaner.unique(names, v.id.getText()), value,
                text(v.STRING())));
        }
        int bits = c.width() == null ? 64 - Long.numberOfLeadingZeros(all)
            : (int) number(c.width().expression());
        return new Named.Enumeration(place(c.id.start), c.id.getText(),
            Type.Word.of(Math.clamp(bits, 1, 64)), values);
    }

    private Optional<Register> register(DeclarationContext x) {
        return switch (x) {
            case RegisterContext r -> r.location() instanceof NowhereContext || r.location() == null
                ? nowhere(r) : register(r, r.id, r.attribute(), (SomewhereContext) r.location(), r.shape(),
                    text(r.STRING()), 0, -1);
            case RegarrayContext r -> r.location() instanceof SomewhereContext s
                ? register(r, r.id, r.attribute(), s, r.shape(), text(r.STRING()), number(r.count),
                    r.step == null ? -1 : number(r.step)) : nowhere(r);
            default -> Optional.empty();
        };
    }

    private Optional<Register> nowhere(DeclarationContext r) {
        lose(r, r.getChild(1).getText() + ": it has no address, and is left out");
        return Optional.empty();
    }

    private Optional<Register> register(ParserRuleContext at, NameContext id, AttributeContext attribute,
                                        SomewhereContext where, ShapeContext shape, String title, long count,
                                            long step) {
        Modes modes = Modes.of(attribute == null ? "rw" : attribute.getText());
        modes.lost().ifPresent(what -> lose(at, id.getText() + ": " + what));
        List<Field> fields = fields(shape, attribute == null ? "rw" : attribute.getText());
        int bits = fields.stream().mapToInt(f -> f.high() + 1).max().orElse(builtIn(shape));
        if (bits == 0) {
            lose(at, id.getText() + ": its type " + shape.of.getText() + " is not known, and it is left out");
            return Optional.empty();
        }
        boolean wide = where.expression().size() > 1;
        String bus = wide ? where.expression(0).getText() : where.in.getText();
        long offset = number(where.expression(wide ? 1 : 0));
        if (!buses.containsKey(bus)) complain(where.start, "`" + bus
            + "` is neither an argument of the device nor a "
            + "space", "one of " + String.join(", ", buses.keySet()));
        long stride = step < 0 ? Math.max(1, (bits + 7) / 8) : step;
        return Optional.of(new Register(place(id.start), id.getText(), count > 0, (int) Math.max(count, 1),
            bus, offset,
            stride, modes.access(), bits, Optional.empty(), Optional.empty(),
            fields.isEmpty() ? modes.onRead() : ReadEffect.NONE,
            fields.isEmpty() ? modes.onWrite() : WriteEffect.REPLACES, Policy.NONE, title, fields));
    }

    private static int builtIn(ShapeContext shape) {
        return shape.of == null ? 0 : switch (shape.of.getText()) {
            case "uint8"  -> 8;
            case "uint16" -> 16;
            case "uint32" -> 32;
            case "uint64" -> 64;
            default       -> 0;
        };
    }

    private List<Field> fields(ShapeContext shape, String inherited) {
        List<FieldContext> all = shape.of == null ? shape.field()
            : types.getOrDefault(shape.of.getText(), List.of());
        List<FieldContext> upwards = msbFirst ? all.reversed() : all;
        List<Field> fields = new ArrayList<>();
        int low = 0;
        for (FieldContext f : upwards) {
            int bits = (int) number(f.expression());
            fields.add(field(f, low, bits, inherited));
            low += bits;
        }
        return fields;
    }

    private Field field(FieldContext f, int low, int bits, String inherited) {
        Modes modes = Modes.of(f.attribute() == null ? inherited : f.attribute().getText());
        if (f.attribute() != null) modes.lost().ifPresent(what -> lose(f, f.id.getText() + ": " + what));
        String name = f.id.getText().matches("_+") ? Field.RESERVED : f.id.getText();
        Type.Word type = f.of != null && constants.containsKey(f.of.getText())
            ? new Type.Word(f.of.getText(), bits) : Type.Word.of(Math.clamp(bits, 1, 64));
        if (f.of != null) widen(f.of.getText(), bits);
        return new Field(place(f.id.start), name, low + bits - 1, low, type, modes.access(), Optional.empty(),
            modes.onRead(), modes.onWrite(), modes.policy(), text(f.STRING()));
    }

    /// Constants are as wide as the field that uses them.
    private void widen(String name, int bits) {
        Named.Enumeration e = constants.get(name);
        if (e != null && e.type().bits() < bits && bits <= 64)
            constants.put(name, new Named.Enumeration(e.place(), e.name(), Type.Word.of(bits), e.values()));
    }

    private long number(ExpressionContext e) {
        try {
            return switch (e) {
                case NumberContext n -> SvdNumbers.number(n.getText());
                case GroupContext g  -> number(g.expression());
                case BinaryContext b -> binary(b);
                default -> {
                    complain(e.start, "`" + e.getText() + "` is not a number", "digits, 0x... or 0b...");
                    yield 0;
                }
            };
        } catch (NumberFormatException _) {
            complain(e.start, "`" + e.getText() + "` is not a number of 64 bits", "digits, 0x... or 0b...");
            return 0;
        }
    }

    private long binary(BinaryContext b) {
        long left = number(b.expression(0));
        long right = number(b.expression(1));
        return switch (b.op.getText()) {
            case "*"  -> left * right;
            case "/"  -> right == 0 ? 0 : left / right;
            case "+"  -> left + right;
            case "-"  -> left - right;
            case "<<" -> left << right;
            default   -> left >>> right;
        };
    }
}

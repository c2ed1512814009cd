package ashlar.drivergen.check;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.ast.WriteEffect;
import ashlar.drivergen.grammar.DeviceSpecParser.*;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads registers and their fields; a register's guard is found later, since it may speak of later
/// registers.
final class Registers {
    private final Complaints complaints;
    private final Types types;
    private final Expressions expressions;

    Registers(Complaints complaints, Scope scope) {
        this.complaints = complaints;
        this.types = new Types(complaints, scope);
        this.expressions = new Expressions(complaints, scope);
    }

    Register register(RegisterContext r) {
        Type.Word word = types.word(r.type());
        if (word.bits() != 8 && word.bits() != 16 && word.bits() != 32 && word.bits() != 64)
            complaints.add(r.type(), "no bus carries " + word.name(), "u8, u16, u32 or u64");
        Options options = options(r, word);
        Access access = access(r.access());
        int count = r.count == null ? 1 : (int) expressions.constant(r.count, 1, 1 << 16, "count").orElse(1);
        long stride = r.stride == null ? word.bits() / 8
            : expressions.constant(r.stride, 0, 1L << 32, "step").orElse(word.bits() / 8);
        List<Field> fields = new ArrayList<>();
        for (FieldContext f : Syntax.readable(r.field(), complaints))
            field(f, word.bits(), access, options.reset).ifPresent(fields::add);
        return new Register(complaints.place(r.name), Texts.name(r.name), r.count != null, count,
            r.on == null ? "" : Texts.name(r.on), expressions.constant(r.offset).orElse(0), stride, access,
            word.bits(), options.reset, Optional.empty(), options.onRead, options.onWrite, options.others,
            Texts.unquoted(r.title), fields);
    }

    private record Options(Optional<Long> reset, ReadEffect onRead, WriteEffect onWrite, Policy others) { }

    private Options options(RegisterContext r, Type.Word word) {
        Optional<Long> reset = Optional.of(0L);
        ReadEffect onRead = ReadEffect.NONE;
        WriteEffect onWrite = WriteEffect.REPLACES;
        Policy others = Policy.NONE;
        for (RegisterOptionContext option : r.registerOption()) {
            switch (option) {
                case RegisterResetContext x  -> reset = reset(x.expression(), word.bits());
                case RegisterEffectContext x -> {
                    onRead = onRead(x.effect(), onRead);
                    onWrite = onWrite(x.effect(), onWrite);
                }
                case RegisterOthersContext x -> others = policy(x.policy());
                default                      -> { }
            }
        }
        return new Options(reset, onRead, onWrite, others);
    }

    private Optional<Long> reset(ExpressionContext e, int bits) {
        if (e instanceof AnyContext) return Optional.empty();
        OptionalLong value = expressions.constant(e);
        if (value.isEmpty()) return Optional.of(0L);
        if ((value.getAsLong() & ~Type.Word.mask(bits)) != 0)
            complaints.add(e, "the reset value does not fit into " + bits + " bits",
                "0 to " + Long.toUnsignedString(Type.Word.mask(bits)));
        return Optional.of(value.getAsLong() & Type.Word.mask(bits));
    }

    static Access access(AccessContext a) {
        Access way = switch (a.way.getText()) {
            case "ro" -> Access.RO;
            case "wo" -> Access.WO;
            case "rw" -> Access.RW;
            default   -> Access.NONE;
        };
        boolean once = a.getChildCount() > 1;
        return new Access(way.readable(), way.writable(), once);
    }

    private static Policy policy(PolicyContext p) {
        return Arrays.stream(Policy.values()).filter(x -> x.text().equals(p.getText())).findFirst()
            .orElseThrow();
    }

    private static ReadEffect onRead(EffectContext e, ReadEffect otherwise) {
        if (!(e instanceof ReadEffectContext r)) return otherwise;
        return Arrays.stream(ReadEffect.values()).filter(x -> x.text().equals("read " + r.does.getText()))
            .findFirst().orElseThrow();
    }

    private static WriteEffect onWrite(EffectContext e, WriteEffect otherwise) {
        String text = switch (e) {
            case BitEffectContext b   -> b.bit.getText() + " " + b.does.getText();
            case WriteEffectContext w -> "write " + w.does.getText();
            default                   -> "";
        };
        if (text.isEmpty()) return otherwise;
        return Arrays.stream(WriteEffect.values()).filter(x -> x.text().equals(text)).findFirst()
            .orElseThrow();
    }

    /// Members of layouts have fields, too.
    /// @param reset of the whole word
    Optional<Field> field(FieldContext f, int width, Access inherited, Optional<Long> reset) {
        OptionalLong high = expressions.constant(f.high, 0, width - 1, "bit");
        OptionalLong low = f.low == null ? high : expressions.constant(f.low, 0, width - 1, "bit");
        if (high.isEmpty() || low.isEmpty()) return Optional.empty();
        int bits = (int) (high.getAsLong() - low.getAsLong() + 1);
        if (bits < 1) {
            complaints.add(f, "the low bit stands above the high one", "[high:low]");
            return Optional.empty();
        }
        Optional<Long> own = reset.map(v -> v >>> low.getAsLong() & Type.Word.mask(bits));
        return Optional.of(field(f, (int) high.getAsLong(), (int) low.getAsLong(), inherited, own));
    }

    private Field field(FieldContext f, int high, int low, Access inherited, Optional<Long> ofWord) {
        int bits = high - low + 1;
        Type.Word type = f.type() == null ? Type.Word.of(bits) : types.word(f.type());
        if (type.bits() != bits)
            complaints.add(f.type(), "`" + type.name() + "` has " + type.bits() + " bits, [" + high + ":"
                + low
                + "] has " + bits, "u" + bits);
        Access access = inherited;
        Optional<Long> reset = ofWord;
        ReadEffect onRead = ReadEffect.NONE;
        WriteEffect onWrite = WriteEffect.REPLACES;
        Policy policy = Policy.NONE;
        for (FieldOptionContext option : f.fieldOption()) {
            switch (option) {
                case FieldAccessContext x -> access = access(x.access());
                case FieldResetContext x  -> reset = reset(x.expression(), bits);
                case FieldEffectContext x -> {
                    onRead = onRead(x.effect(), onRead);
                    onWrite = onWrite(x.effect(), onWrite);
                }
                case FieldPolicyContext x -> policy = policy(x.policy());
                default                   -> throw new IllegalStateException(option.getText());
            }
        }
        return new Field(complaints.place(f.name), Texts.name(f.name), high, low, type, access, reset, onRead,
            onWrite, policy, Texts.unquoted(f.title));
    }
}

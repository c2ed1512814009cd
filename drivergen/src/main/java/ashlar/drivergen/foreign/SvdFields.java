package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.ast.WriteEffect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fields of one register of a CMSIS-SVD file.
final class SvdFields {
    private static final Pattern BIT_RANGE = Pattern.compile("\\[\\s*(\\d+)\\s*:\\s*(\\d+)\\s*]");

    private final Xml register;
    private final SvdReader.Defaults defaults;
    private final String name;
    private final List<String> lost;

    SvdFields(Xml register, SvdReader.Defaults defaults, String name, List<String> lost) {
        this.register = register;
        this.defaults = defaults;
        this.name = name;
        this.lost = lost;
    }

    static Access access(Xml e, Access otherwise) throws BadFile {
        Optional<Xml> access = e.child("access");
        if (access.isEmpty()) return otherwise;
        return switch (access.get().text()) {
            case "read-only"      -> Access.RO;
            case "write-only"     -> Access.WO;
            case "read-write"     -> Access.RW;
            case "writeOnce"      -> new Access(false, true, true);
            case "read-writeOnce" -> new Access(true, true, true);
            default -> throw new BadFile(access.get().place(), "`" + access.get().text() + "` is no access",
                "read-only, write-only, read-write, writeOnce or read-writeOnce");
        };
    }

    static WriteEffect onWrite(Xml e) {
        return switch (e.text("modifiedWriteValues").orElse("")) {
            case "oneToClear"   -> WriteEffect.ONE_CLEARS;
            case "oneToSet"     -> WriteEffect.ONE_SETS;
            case "oneToToggle"  -> WriteEffect.ONE_TOGGLES;
            case "zeroToClear"  -> WriteEffect.ZERO_CLEARS;
            case "zeroToSet"    -> WriteEffect.ZERO_SETS;
            case "zeroToToggle" -> WriteEffect.ZERO_TOGGLES;
            case "clear"        -> WriteEffect.CLEARS;
            case "set"          -> WriteEffect.SETS;
            case "modify"       -> WriteEffect.ACTS;
            default             -> WriteEffect.REPLACES;
        };
    }

    static ReadEffect onRead(Xml e) {
        return switch (e.text("readAction").orElse("")) {
            case "clear"                      -> ReadEffect.CLEARS;
            case "set"                        -> ReadEffect.SETS;
            case "modify", "modifyExternal"   -> ReadEffect.ACTS;
            default                           -> ReadEffect.NONE;
        };
    }

    List<Field> fields(List<Named.Enumeration> enumerations) throws BadFile {
        List<Field> fields = new ArrayList<>();
        Optional<Xml> all = register.child("fields");
        if (all.isEmpty()) return fields;
        for (Xml element : all.get().all("field")) {
            Xml f = SvdRegisters.derived(all.get(), element, "field");
            Type.Word type = type(f, enumerations);
            for (SvdRegisters.Copy copy : SvdRegisters.copies(f)) fields.add(field(f, copy, type));
        }
        return fields;
    }

    private record Range(int high, int low) { }

    private static Range range(Xml f) throws BadFile {
        Optional<Xml> text = f.child("bitRange");
        if (text.isPresent()) {
            Matcher m = BIT_RANGE.matcher(text.get().text());
            if (m.matches()) return new Range(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            throw new BadFile(text.get().place(), "`" + text.get().text() + "` is no range of bits",
                "[high:low]");
        }
        if (f.child("lsb").isPresent())
            return new Range((int) SvdNumbers.required(f, "msb"), (int) SvdNumbers.required(f, "lsb"));
        int low = (int) SvdNumbers.required(f, "bitOffset");
        return new Range(low + SvdNumbers.optional(f, "bitWidth").orElse(1L).intValue() - 1, low);
    }

    private Field field(Xml f, SvdRegisters.Copy copy, Type.Word type) throws BadFile {
        Range range = range(f);
        int high = range.high + (int) copy.offset();
        int low = range.low + (int) copy.offset();
        WriteEffect own = onWrite(f);
        ReadEffect ownRead = onRead(f);
        for (String ignored : List.of("writeConstraint"))
            f.child(ignored).ifPresent(x -> lost.add(x.place() + ": " + name + "." + copy.name() + ": "
                + ignored));
        Access access = access(f, defaults.access());
        return new Field(f.place(), copy.name(), high, low, type, access, reset(high, low),
            access.readable() && ownRead == ReadEffect.NONE ? onRead(register) : ownRead,
            access.writable() && own == WriteEffect.REPLACES ? onWrite(register) : own, Policy.NONE,
            f.text("description").orElse("").replaceAll("\\s+", " "));
    }

    private Optional<Long> reset(int high, int low) {
        if (low < 0 || high > 63 || high < low) return Optional.empty();
        long mask = Type.Word.mask(high - low + 1);
        if ((defaults.resetMask() >>> low & mask) != mask) return Optional.empty();
        return defaults.reset().map(v -> v >>> low & mask);
    }

    /// The field's enumeration, or a plain word.
    private Type.Word type(Xml f, List<Named.Enumeration> enumerations) throws BadFile {
        Range range = range(f);
        int bits = range.high - range.low + 1;
        if (bits < 1 || bits > 64) return Type.Word.of(1);
        List<Xml> all = f.all("enumeratedValues");
        if (all.isEmpty()) return Type.Word.of(bits);
        if (all.size() > 1)
            lost.add(f.place() + ": " + name + "." + SvdNumbers.name(f)
                + ": other meanings of its values when written");
        String from = all.getFirst().attributes().get("derivedFrom");
        String key = from != null ? from.substring(from.lastIndexOf('.') + 1)
            : all.getFirst().text("name").orElse(name + "_" + SvdNumbers.name(f));
        if (from == null) enumerations.add(enumeration(all.getFirst(), key, bits));
        return new Type.Word(key, bits);
    }

    private Named.Enumeration enumeration(Xml e, String key, int bits) {
        List<Named.Enumeration.Value> values = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        for (Xml v : e.all("enumeratedValue")) {
            String text = v.text("value").orElse("");
            String called = Cleaner.identifier(v.text("name").orElse("value" + text));
            try {
                long value = SvdNumbers.number(text);
                if ((value & ~Type.Word.mask(bits)) == 0 && numbers.add(value)) {
                    values.add(new Named.Enumeration.Value(Cleaner.unique(names, called), value,
                        v.text("description").orElse("").replaceAll("\\s+", " ")));
                    continue;
                }
            } catch (NumberFormatException _) {
                // bits that do not matter, or all other values: told below
            }
            lost.add(v.place() + ": " + key + ": its value " + called + " is `" + text + "`");
        }
        return new Named.Enumeration(e.place(), key, Type.Word.of(bits), values);
    }
}

package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.ast.WriteEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a map of registers one that the language allows; what it must change or leave out, it lists.
final class Cleaner {
    private static final Set<String> RESERVED = Set.of("bool");

    private final String device;
    private final List<String> lost;
    private final Map<String, Bus.Kind> kinds;
    private final Set<String> names = new HashSet<>();

    /// @param kinds of the buses that registers name
    Cleaner(String device, List<String> lost, Map<String, Bus.Kind> kinds) {
        this.device = device;
        this.lost = lost;
        this.kinds = kinds;
    }

    Cleaner(String device, List<String> lost) {
        this(device, lost, Map.of("", Bus.Kind.MEMORY));
    }

    Device clean(Place place, String title, List<String> sources, boolean big,
        List<Named.Enumeration> enumerations,
                 List<Register> registers) {
        List<Named.Enumeration> types = enumerations.stream().map(e -> new Named.Enumeration(e.place(),
            unique(names, identifier(e.name())), widest(e, registers), values(e))).toList();
        List<String> used = registers.stream().filter(this::fits).map(Register::bus).distinct().toList();
        Map<String, String> buses = new LinkedHashMap<>();
        for (String b : used) buses.put(b, used.size() == 1 ? "" : unique(names, identifier(b)));
        if (used.isEmpty()) buses.put("", "");
        List<Register> clean = new ArrayList<>();
        for (Register r : registers)
            if (fits(r)) clean.add(register(r, buses.get(r.bus()), enumerations, types));
        registers.stream().filter(r -> !fits(r)).forEach(this::leaveOut);
        var banks = new Banks(device, clean, names, lost);
        List<Bus> all = buses.entrySet().stream().map(b -> bus(place, b.getKey(), b.getValue(), big, clean))
            .toList();
        return Device.map(place, identifier(device), title, sources, all, types, banks.inputs(),
            banks.registers());
    }

    /// As wide as the widest field that uses it.
    private static Type.Word widest(Named.Enumeration e, List<Register> registers) {
        int bits = registers.stream().flatMap(r -> r.fields().stream())
            .filter(f -> f.type().name().equals(e.name()))
            .mapToInt(Field::bits).max().orElse(1);
        return Type.Word.of(Math.clamp(Math.max(bits, e.type().bits()), 1, 64));
    }

    private static List<Named.Enumeration.Value> values(Named.Enumeration e) {
        Set<String> taken = new HashSet<>();
        return e.values().stream().map(v -> new Named.Enumeration.Value(unique(taken, identifier(v.name())),
            v.value(),
            v.title())).toList();
    }

    private Bus bus(Place place, String before, String name, boolean big, List<Register> registers) {
        long size = registers.stream().filter(r -> r.bus().equals(name))
            .mapToLong(r -> r.offset(r.count() - 1L) + r.bytes()).max().orElse(1);
        return new Bus(place, name, kinds.getOrDefault(before, Bus.Kind.MEMORY), big, size, Optional.empty());
    }

    private void lose(Register r, String what) {
        lost.add(r.place() + ": " + device + "." + r.name() + ": " + what);
    }

    private boolean fits(Register r) {
        return misfit(r).isEmpty();
    }

    private void leaveOut(Register r) {
        lose(r, misfit(r) + ", and is left out");
    }

    private String misfit(Register r) {
        int bytes = width(r.bits()) / 8;
        if (r.bits() < 1 || r.bits() > 64) return "it has " + r.bits() + " bits";
        if (r.count() < 1 || r.count() > 1 << 16) return "it has " + r.count() + " elements";
        if (r.offset() < 0 || r.offset(r.count() - 1L) >= 1L << 32) return "its address is too large";
        boolean memory = kinds.getOrDefault(r.bus(), Bus.Kind.MEMORY) == Bus.Kind.MEMORY;
        if (memory && (r.offset() % bytes != 0 || r.isArray()
            && r.stride() % bytes != 0)) return "it is not aligned";
        return "";
    }

    private static int width(int bits) {
        return bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : 64;
    }

    static String identifier(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        if (plain.isEmpty() || plain.equals("_")) plain = "unnamed";
        return Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }

    static String unique(Set<String> taken, String name) {
        String unique = name.matches("u[1-9][0-9]?") || RESERVED.contains(name) ? name + "_" : name;
        for (int i = 2; !taken.add(unique); i++) unique = name + "_" + i;
        return unique;
    }

    private Register register(Register r, String bus, List<Named.Enumeration> before,
            List<Named.Enumeration> types) {
        if (width(r.bits()) != r.bits()) lose(r, "it has " + r.bits() + " bits, and gets " + width(r.bits()));
        int bits = width(r.bits());
        Access access = r.access();
        for (Field f : r.fields()) access = union(access, f.access());
        if (!access.equals(r.access())) lose(r, "it is " + r.access().text() + ", but its fields make it "
            + access.text());
        List<Field> fields = fields(r, bits, before, types);
        return new Register(r.place(), unique(names, identifier(r.name())), r.isArray(), r.count(), bus,
            r.offset(),
            r.isArray() ? Math.max(r.stride(), bits / 8) : bits / 8, access, bits, r.reset()
                .map(v -> v & Type.Word.mask(bits)),
            Optional.empty(), access.readable() ? r.onRead() : ReadEffect.NONE,
            access.writable() ? r.onWrite() : WriteEffect.REPLACES, r.others(), r.title(), fields);
    }

    private static Access union(Access a, Access b) {
        return new Access(a.readable() || b.readable(), a.writable() || b.writable(), a.once());
    }

    private List<Field> fields(Register r, int bits, List<Named.Enumeration> before,
            List<Named.Enumeration> types) {
        List<Field> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        long covered = 0;
        for (Field f : r.fields().stream().sorted(Comparator.comparingInt(Field::low)).toList()) {
            if (f.low() < 0 || f.high() >= bits || f.high() < f.low() || (covered & f.mask()) != 0) {
                lose(r, "its field " + f.name() + " [" + f.high() + ":" + f.low()
                    + "] overlaps another one, or does not lie in it, and is left out");
                continue;
            }
            covered |= f.mask();
            fields.add(field(r, f, taken, before, types));
        }
        return fields;
    }

    private Field field(Register r, Field f, Set<String> taken, List<Named.Enumeration> before,
                        List<Named.Enumeration> types) {
        String name = f.isReserved() ? f.name() : unique(taken, identifier(f.name()));
        boolean readless = !f.access().readable() && f.onRead() != ReadEffect.NONE;
        boolean writeless = !f.access().writable() && f.onWrite() != WriteEffect.REPLACES;
        if (readless) lose(r, "its field " + f.name() + " is never read, but " + f.onRead().text());
        if (writeless) lose(r, "its field " + f.name() + " is never written, but " + f.onWrite().text());
        return new Field(f.place(), name, f.high(), f.low(), type(r, f, before, types), f.access(),
            f.reset().map(v -> v & Type.Word.mask(f.bits())), readless ? ReadEffect.NONE : f.onRead(),
            writeless ? WriteEffect.REPLACES : f.onWrite(), f.policy(), f.title());
    }

    /// Its enumeration, under the name that it has now.
    private Type.Word type(Register r, Field f, List<Named.Enumeration> before,
            List<Named.Enumeration> types) {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (!before.get(i).name().equals(f.type().name())) continue;
            if (types.get(i).type().bits() == f.bits()) return new Type.Word(types.get(i).name(), f.bits());
            lose(r, "its field " + f.name() + " has fewer bits than " + before.get(i).name());
            break;
        }
        return Type.Word.of(f.bits());
    }
}

package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Registers of one group of a CMSIS-SVD file.
final class SvdRegisters {
    private final Xml group;
    private final String prefix;
    private final long offset;
    private final List<String> lost;

    SvdRegisters(Xml group, String prefix, long offset, List<String> lost) {
        this.group = group;
        this.prefix = prefix;
        this.offset = offset;
        this.lost = lost;
    }

    /// One of those that `dim` asks for.
    record Copy(String name, long offset) { }

    static List<Copy> copies(Xml e) throws BadFile {
        String name = SvdNumbers.name(e);
        Optional<Long> dim = SvdNumbers.optional(e, "dim");
        if (dim.isEmpty()) return List.of(new Copy(name, 0));
        long step = SvdNumbers.required(e, "dimIncrement");
        List<String> indices = indices(e, dim.get());
        List<Copy> copies = new ArrayList<>();
        for (int i = 0; i < dim.get(); i++)
            copies.add(new Copy(name.replace("[%s]", indices.get(i)).replace("%s", indices.get(i)),
                i * step));
        return copies;
    }

    /// Names of elements: A-C, 2-5, or a list.
    private static List<String> indices(Xml e, long dim) throws BadFile {
        List<String> indices = new ArrayList<>();
        String text = e.text("dimIndex").orElse("0-" + (dim - 1));
        if (text.contains(",")) indices.addAll(List.of(text.split("\\s*,\\s*")));
        else if (text.matches("\\d+-\\d+"))
            for (long i = Long.parseLong(text.split("-")[0]); i <= Long.parseLong(text.split("-")[1]); i++)
                indices.add(Long.toString(i));
        else if (text.matches("[A-Za-z]-[A-Za-z]"))
            for (char c = text.charAt(0); c <= text.charAt(2); c++) indices.add(Character.toString(c));
        else indices.add(text);
        if (indices.size() != dim)
            throw new BadFile(e.place(), "dimIndex `" + text + "` names " + indices.size() + " elements",
                "as many as dim, " + dim);
        return indices;
    }

    /// With what an earlier sibling tells and this one does not.
    static Xml derived(Xml group, Xml e, String kind) throws BadFile {
        String from = e.attributes().get("derivedFrom");
        if (from == null) return e;
        String last = from.substring(from.lastIndexOf('.') + 1);
        for (Xml other : group.all(kind)) {
            if (other == e || !other.text("name").orElse("").equals(last)) continue;
            Xml base = derived(group, other, kind);
            List<Xml> children = new ArrayList<>(e.children());
            base.children().stream().filter(c -> e.child(c.name()).isEmpty()).forEach(children::add);
            return new Xml(e.place(), e.name(), Map.of(), children, new StringBuilder());
        }
        throw new BadFile(e.place(), "there is no " + kind + " `" + from + "` beside it", "a sibling's name");
    }

    void register(Xml element, SvdReader.Defaults outer, SvdReader.Group into) throws BadFile {
        Xml e = derived(group, element, "register");
        SvdReader.Defaults d = outer.within(e);
        String name = SvdNumbers.name(e);
        long at = offset + SvdNumbers.required(e, "addressOffset");
        for (String ignored : List.of("writeConstraint", "protection", "alternateGroup"))
            e.child(ignored).ifPresent(x -> lost.add(x.place() + ": " + prefix + name + ": " + ignored));
        List<Field> fields = new SvdFields(e, d, prefix + name, lost).fields(into.enumerations());
        if (name.endsWith("[%s]")) {
            into.registers().add(make(e, d, prefix + name.replace("[%s]", ""), at,
                SvdNumbers.required(e, "dim"),
                SvdNumbers.required(e, "dimIncrement"), fields));
            return;
        }
        for (Copy copy : copies(e)) into.registers()
            .add(make(e, d, prefix + copy.name(), at + copy.offset(), 0, 0, fields));
    }

    /// @param count 0 if it is no array
    private Register make(Xml e, SvdReader.Defaults d, String name, long at, long count, long stride,
            List<Field> fields) {
        Optional<Long> reset = d.resetMask() == 0 ? Optional.empty() : d.reset();
        return new Register(e.place(), name, count > 0, (int) Math.max(1, count), "", at, stride, d.access(),
            d.size(),
            reset, Optional.empty(), SvdFields.onRead(e), SvdFields.onWrite(e), Policy.NONE,
            e.text("description").orElse("").replaceAll("\\s+", " "), fields);
    }
}

package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Register;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CMSIS-SVD: one device for each peripheral.
public final class SvdReader {
    private final List<String> lost = new ArrayList<>();
    private final Map<String, Xml> peripherals = new HashMap<>();

    private SvdReader() { }

    public static Imported read(Path file) throws IOException, BadFile {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        }
    }

    public static Imported read(String file, InputStream in) throws IOException, BadFile {
        Xml root = Xml.parse(file, in);
        if (!root.name().equals("device"))
            throw new BadFile(root.place(), "the root is <" + root.name() + ">", "<device>, as in CMSIS-SVD");
        var reader = new SvdReader();
        return new Imported(reader.devices(root), reader.lost);
    }

    /// What registers inherit.
    record Defaults(int size, Access access, Optional<Long> reset, long resetMask) {
        Defaults within(Xml e) throws BadFile {
            return new Defaults((int) SvdNumbers.optional(e, "size").orElse((long) size).longValue(),
                SvdFields.access(e, access), SvdNumbers.optional(e, "resetValue").or(() -> reset),
                SvdNumbers.optional(e, "resetMask").orElse(resetMask));
        }
    }

    private List<Device> devices(Xml root) throws BadFile {
        List<Xml> all = root.child("peripherals").orElseThrow(() ->
            new BadFile(root.place(), "there are no peripherals", "<peripherals>")).all("peripheral");
        for (Xml p : all) peripherals.put(SvdNumbers.name(p), p);
        var top = new Defaults(32, Access.RW, Optional.of(0L), -1L).within(root);
        boolean big = root.child("cpu").flatMap(c -> c.text("endian")).orElse("little").equals("big");
        List<Device> devices = new ArrayList<>();
        for (Xml p : all) devices.add(peripheral(p, top, big));
        return devices;
    }

    private Device peripheral(Xml p, Defaults top, boolean big) throws BadFile {
        Xml base = base(p, new ArrayList<>());
        Defaults defaults = base == p ? top.within(p) : top.within(base).within(p);
        Optional<Xml> registers = p.child("registers").or(() -> base.child("registers"));
        var group = new Group(new ArrayList<>(), new ArrayList<>());
        if (registers.isPresent()) members(registers.get(), "", 0, defaults, group);
        String name = SvdNumbers.name(p);
        String address = p.text("baseAddress").orElse("?");
        for (Xml i : p.all("interrupt"))
            lost.add(i.place() + ": " + name + ": interrupt " + i.text("name").orElse("?") + " is number "
                + i.text("value").orElse("?"));
        return new Cleaner(name, lost).clean(p.place(), p.text("description")
            .or(() -> base.text("description"))
            .orElse(""), List.of("CMSIS-SVD, peripheral " + name + " at " + address), big, group.enumerations,
            group.registers);
    }

    private Xml base(Xml p, List<String> seen) throws BadFile {
        String from = p.attributes().get("derivedFrom");
        if (from == null) return p;
        Xml of = peripherals.get(from);
        if (of == null) throw new BadFile(p.place(), "there is no peripheral `" + from + "`",
            "an earlier peripheral");
        if (seen.contains(from)) throw new BadFile(p.place(), "`" + from + "` is derived from itself",
            "another one");
        seen.add(from);
        return of.child("registers").isPresent() ? of : base(of, seen);
    }

    record Group(List<Register> registers, List<Named.Enumeration> enumerations) { }

    /// Registers and clusters, each at an offset from where the group begins.
    private void members(Xml group, String prefix, long offset, Defaults defaults, Group into)
            throws BadFile {
        for (Xml member : group.children()) {
            switch (member.name()) {
                case "register" -> new SvdRegisters(group, prefix, offset, lost)
                    .register(member, defaults, into);
                case "cluster"  -> cluster(group, member, prefix, offset, defaults, into);
                default         -> { }
            }
        }
    }

    private void cluster(Xml group, Xml cluster, String prefix, long offset, Defaults defaults, Group into)
            throws BadFile {
        Xml c = SvdRegisters.derived(group, cluster, "cluster");
        for (SvdRegisters.Copy copy : SvdRegisters.copies(c)) {
            long at = offset + SvdNumbers.required(c, "addressOffset") + copy.offset();
            members(c, prefix + copy.name() + "_", at, defaults.within(c), into);
        }
    }
}

package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Rule;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.ast.WriteEffect;
import java.util.Optional;

/// A map of registers as a description, to be filled in.
public final class DeviceText {
    private static final int WIDTH = 110;

    private final StringBuilder text = new StringBuilder();

    private DeviceText() { }

    public static String of(Device device) {
        var writer = new DeviceText();
        writer.device(device);
        return writer.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String quoted(String title) {
        String plain = title.replace('"', '\'').replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? "" : " \"" + plain + "\"";
    }

    /// Quoted, so that it is no word of the language.
    private static String name(String name) {
        return name.equals(Field.RESERVED) ? name : "`" + name + "`";
    }

    private void device(Device device) {
        line("device " + name(device.name()) + quoted(device.title()) + " {");
        device.sources().forEach(s -> line("  source" + quoted(s) + ";"));
        device.buses().forEach(this::bus);
        device.enumerations().forEach(this::enumeration);
        device.inputs().forEach(i -> titled("  input " + name(i.name()) + " : " + i.type().name(), i.title(),
            ";"));
        for (Register r : device.registers()) register(device, r);
        device.registers().forEach(this::rules);
        line("}");
    }

    private void bus(Bus b) {
        String kind = b.kind() == Bus.Kind.PORT ? "port" : "memory";
        line("  bus " + (b.name().isEmpty() ? "" : name(b.name()) + " ") + kind
            + (b.bigEndian() ? " big" : "")
            + " size 0x" + Long.toHexString(b.size()) + ";");
    }

    private void enumeration(Named.Enumeration e) {
        line("  enum " + name(e.name()) + " : " + e.type().name() + " {");
        e.values().forEach(v -> titled("    " + name(v.name()) + " = " + Formula.number(v.value()),
            v.title(), ","));
        line("  }");
    }

    private void titled(String what, String title, String end) {
        String whole = what + quoted(title) + end;
        line(whole.length() <= WIDTH || title.isEmpty() ? whole : what + "\n       " + quoted(title) + end);
    }

    private void register(Device device, Register r) {
        String head = "  register " + name(r.name()) + (r.isArray() ? "[" + r.count() + "]" : "") + " at "
            + (r.bus().isEmpty() ? "" : name(r.bus()) + ":") + "0x" + Long.toHexString(r.offset())
            + (r.isArray() ? " step 0x" + Long.toHexString(r.stride()) : "") + " " + r.access().text() + " u"
                + r.bits()
            + reset(r) + r.guard().map(g -> " when " + Formula.of(g)).orElse("")
                + effects(r.onRead(), r.onWrite())
            + (r.others() == Policy.NONE ? "" : " others " + r.others().text());
        titled(head, r.title(), r.fields().isEmpty() ? ";" : " {");
        if (r.fields().isEmpty()) return;
        for (Field f : r.fields()) field(device, r, f);
        line("  }");
    }

    /// How a register acts is for somebody else to tell.
    private void rules(Register r) {
        String subject = name(r.name()) + (r.isArray() ? "[i]" : "");
        if (r.acts(Rule.Event.READ))
            line("  on read " + subject + " { undefined \"how reading it acts is to be filled in\"; }");
        if (r.acts(Rule.Event.WRITE))
            line("  on write " + subject + " { undefined \"how writing it acts is to be filled in\"; }");
    }

    private static String reset(Register r) {
        if (r.reset().isEmpty()) return " reset any";
        return r.resetValue() == 0 ? "" : " reset 0x" + Long.toHexString(r.resetValue());
    }

    private static String effects(ReadEffect onRead, WriteEffect onWrite) {
        return (onRead == ReadEffect.NONE ? "" : " " + onRead.text())
            + (onWrite == WriteEffect.REPLACES ? "" : " " + onWrite.text());
    }

    private void field(Device device, Register r, Field f) {
        boolean named = device.enumerations().stream().anyMatch(e -> e.name().equals(f.type().name()));
        String bits = f.high() == f.low() ? "[" + f.high() + "]" : "[" + f.high() + ":" + f.low() + "]";
        String head = "    " + name(f.name()) + " : " + bits + (named ? " " + name(f.type().name()) : "")
            + access(r.access(), f.access()) + reset(r, f) + effects(f.onRead(), f.onWrite())
            + (f.policy() == Policy.NONE ? "" : " " + f.policy().text());
        titled(head, f.title(), ";");
    }

    private static String access(Access ofRegister, Access own) {
        return own.equals(ofRegister) ? "" : " " + own.text();
    }

    private static String reset(Register r, Field f) {
        Optional<Long> inherited = r.reset().isEmpty() ? Optional.empty()
            : Optional.of(r.resetValue() >>> f.low() & Type.Word.mask(f.bits()));
        if (f.reset().equals(inherited)) return "";
        return " reset " + f.reset().map(Formula::number).orElse("any");
    }
}

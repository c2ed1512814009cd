package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.ast.WriteEffect;
import java.util.ArrayList;
import java.util.List;

/// The registers of the device's first bus as SystemRDL 2.0, and what SystemRDL cannot tell.
public final class SystemRdl {
    private final Device device;
    private final StringBuilder text = new StringBuilder();
    private final List<String> lost = new ArrayList<>();

    private SystemRdl(Device device) {
        this.device = device;
    }

    public static Svd.Export of(Device device) {
        var rdl = new SystemRdl(device);
        rdl.write();
        return new Svd.Export(rdl.text.toString(), rdl.lost);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /// An escaped identifier is no word of SystemRDL.
    private static String name(String name) {
        return "\\" + name;
    }

    private static String string(String s) {
        return "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void write() {
        device.enumerations().forEach(this::enumeration);
        line("addrmap " + name(device.name()) + " {");
        if (!device.title().isEmpty()) line("  name = " + string(device.title()) + ";");
        for (Register r : device.registers()) {
            if (device.bus(r.bus()).orElseThrow() != device.buses().getFirst())
                lost.add(r.name() + ": it lies on another bus, " + r.bus());
            else register(r);
        }
        line("};");
    }

    private void enumeration(Named.Enumeration e) {
        line("enum " + name(e.name()) + " {");
        for (Named.Enumeration.Value v : e.values())
            line("  " + name(v.name()) + " = " + e.type().bits() + "'h" + Long.toHexString(v.value())
                + (v.title().isEmpty() ? "" : " { desc = " + string(v.title()) + "; }") + ";");
        line("};");
    }

    private void register(Register r) {
        r.guard().ifPresent(g -> lost.add(r.name() + ": it is there when " + Formula.of(g)));
        line("  reg {");
        if (!r.title().isEmpty()) line("    desc = " + string(r.title()) + ";");
        line("    regwidth = " + r.bits() + "; accesswidth = " + r.bits() + ";");
        List<Field> fields = r.fields().stream().filter(f -> !f.isReserved()).toList();
        if (fields.isEmpty()) fields = List.of(new Field(r.place(), "value", r.bits() - 1, 0,
            Type.Word.of(r.bits()), r.access(), r.reset(), r.onRead(), r.onWrite(), r.others(), ""));
        for (Field f : fields) field(r, f);
        line("  } " + name(r.name()) + (r.isArray() ? "[" + r.count() + "]" : "") + " @0x"
            + Long.toHexString(r.offset()) + (r.isArray() ? " += 0x" + Long.toHexString(r.stride()) : "")
                + ";");
    }

    private void field(Register r, Field f) {
        ReadEffect onRead = f.onRead() == ReadEffect.NONE ? r.onRead() : f.onRead();
        WriteEffect onWrite = f.onWrite() == WriteEffect.REPLACES ? r.onWrite() : f.onWrite();
        line("    field { sw = " + sw(f.access()) + ";" + onRead(onRead) + onWrite(onWrite)
            + (f.title().isEmpty() ? "" : " desc = " + string(f.title()) + ";") + encode(f) + " } "
                + name(f.name()) + "["
            + f.high() + ":" + f.low() + "]" + f.reset().map(v -> " = 0x" + Long.toHexString(v)).orElse("")
                + ";");
        if (onWrite == WriteEffect.ACTS || onRead == ReadEffect.ACTS)
            lost.add(r.name() + "." + f.name() + ": how it acts");
        if (!f.policy().text().isEmpty()) lost.add(r.name() + "." + f.name() + ": " + f.policy().text());
    }

    private String encode(Field f) {
        return device.enumerations().stream().anyMatch(e -> e.name().equals(f.type().name()))
            ? " encode = " + name(f.type().name()) + ";" : "";
    }

    private static String sw(Access a) {
        String once = a.once() ? "1" : "";
        return a.readable() && a.writable() ? "rw" + once : a.readable() ? "r" : a.writable() ? "w" + once
            : "na";
    }

    private static String onRead(ReadEffect effect) {
        return switch (effect) {
            case NONE   -> "";
            case CLEARS -> " onread = rclr;";
            case SETS   -> " onread = rset;";
            case ACTS   -> " onread = ruser;";
        };
    }

    private static String onWrite(WriteEffect effect) {
        return switch (effect) {
            case REPLACES     -> "";
            case ONE_CLEARS   -> " onwrite = woclr;";
            case ONE_SETS     -> " onwrite = woset;";
            case ONE_TOGGLES  -> " onwrite = wot;";
            case ZERO_CLEARS  -> " onwrite = wzc;";
            case ZERO_SETS    -> " onwrite = wzs;";
            case ZERO_TOGGLES -> " onwrite = wzt;";
            case CLEARS       -> " onwrite = wclr;";
            case SETS         -> " onwrite = wset;";
            case ACTS         -> " onwrite = wuser;";
        };
    }
}

package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.WriteEffect;
import java.util.ArrayList;
import java.util.List;

/// The registers of the device's first bus as CMSIS-SVD 1.3, and what SVD cannot tell.
public final class Svd {
    private final Device device;
    private final StringBuilder xml = new StringBuilder();
    private final List<String> lost = new ArrayList<>();

    /// @param lost one line for each thing that has no counterpart
    public record Export(String text, List<String> lost) { }

    private Svd(Device device) {
        this.device = device;
    }

    public static Export of(Device device) {
        var svd = new Svd(device);
        svd.write();
        return new Export(svd.xml.toString(), svd.lost);
    }

    private static String escape(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private void open(int depth, String element) {
        xml.append("  ".repeat(depth)).append('<').append(element).append(">\n");
    }

    private void leaf(int depth, String element, String value) {
        xml.append("  ".repeat(depth)).append('<').append(element).append('>').append(escape(value))
            .append("</")
            .append(element).append(">\n");
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private void write() {
        xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<device schemaVersion=\"1.3\">\n");
        leaf(1, "name", device.name());
        leaf(1, "version", "1.0");
        leaf(1, "description", device.title().isEmpty() ? device.name() : device.title());
        leaf(1, "addressUnitBits", "8");
        leaf(1, "width", "32");
        open(1, "peripherals");
        open(2, "peripheral");
        leaf(3, "name", device.name());
        leaf(3, "baseAddress", "0x0");
        open(3, "addressBlock");
        leaf(4, "offset", "0x0");
        leaf(4, "size", hex(device.buses().getFirst().size()));
        leaf(4, "usage", "registers");
        open(3, "/addressBlock");
        open(3, "registers");
        device.registers().forEach(this::register);
        open(3, "/registers");
        open(2, "/peripheral");
        open(1, "/peripherals");
        open(0, "/device");
    }

    private void register(Register r) {
        if (device.bus(r.bus()).orElseThrow() != device.buses().getFirst()) {
            lost.add(r.name() + ": it lies on another bus, " + r.bus());
            return;
        }
        open(4, "register");
        if (r.isArray()) {
            leaf(5, "dim", Integer.toString(r.count()));
            leaf(5, "dimIncrement", hex(r.stride()));
        }
        leaf(5, "name", r.isArray() ? r.name() + "[%s]" : r.name());
        if (!r.title().isEmpty()) leaf(5, "description", r.title());
        alternate(r);
        leaf(5, "addressOffset", hex(r.offset()));
        leaf(5, "size", Integer.toString(r.bits()));
        access(5, r.name(), r.access());
        leaf(5, "resetValue", hex(r.resetValue()));
        leaf(5, "resetMask", hex(r.resetKnown()));
        effects(5, r.name(), r.onRead(), r.onWrite());
        if (r.fields().stream().anyMatch(f -> !f.isReserved())) {
            open(5, "fields");
            r.fields().stream().filter(f -> !f.isReserved()).forEach(f -> field(r, f));
            open(5, "/fields");
        }
        open(4, "/register");
    }

    /// SVD knows that registers share an address, not when which is there.
    private void alternate(Register r) {
        r.guard().ifPresent(g -> lost.add(r.name() + ": it is there when " + Formula.of(g)));
        device.registers().stream().takeWhile(o -> o != r)
            .filter(o -> o.offset() == r.offset() && o.bus().equals(r.bus())).findFirst()
            .ifPresent(o -> leaf(5, "alternateRegister", o.name()));
    }

    private void access(int depth, String name, Access access) {
        if (!access.readable() && !access.writable()) lost.add(name + ": it can be neither read nor written");
        leaf(depth, "access", access.readable() && access.writable() ? access.once() ? "read-writeOnce"
            : "read-write"
            : access.writable() ? access.once() ? "writeOnce" : "write-only" : "read-only");
    }

    private void effects(int depth, String name, ReadEffect onRead, WriteEffect onWrite) {
        String write = switch (onWrite) {
            case REPLACES     -> "";
            case ONE_CLEARS   -> "oneToClear";
            case ONE_SETS     -> "oneToSet";
            case ONE_TOGGLES  -> "oneToToggle";
            case ZERO_CLEARS  -> "zeroToClear";
            case ZERO_SETS    -> "zeroToSet";
            case ZERO_TOGGLES -> "zeroToToggle";
            case CLEARS       -> "clear";
            case SETS         -> "set";
            case ACTS         -> "modify";
        };
        if (!write.isEmpty()) leaf(depth, "modifiedWriteValues", write);
        switch (onRead) {
            case NONE   -> { }
            case CLEARS -> leaf(depth, "readAction", "clear");
            case SETS   -> leaf(depth, "readAction", "set");
            case ACTS   -> leaf(depth, "readAction", "modify");
        }
        if (onWrite == WriteEffect.ACTS || onRead == ReadEffect.ACTS) lost.add(name + ": how it acts");
    }

    private void field(Register r, Field f) {
        open(6, "field");
        leaf(7, "name", f.name());
        if (!f.title().isEmpty()) leaf(7, "description", f.title());
        leaf(7, "bitRange", "[" + f.high() + ":" + f.low() + "]");
        access(7, r.name() + "." + f.name(), f.access());
        effects(7, r.name() + "." + f.name(), f.onRead(), f.onWrite());
        device.enumerations().stream().filter(e -> e.name().equals(f.type().name())).findFirst()
            .ifPresent(this::values);
        open(6, "/field");
        if (!f.policy().text().isEmpty()) lost.add(r.name() + "." + f.name() + ": " + f.policy().text());
    }

    private void values(Named.Enumeration e) {
        open(7, "enumeratedValues");
        for (Named.Enumeration.Value v : e.values()) {
            open(8, "enumeratedValue");
            leaf(9, "name", v.name());
            if (!v.title().isEmpty()) leaf(9, "description", v.title());
            leaf(9, "value", hex(v.value()));
            open(8, "/enumeratedValue");
        }
        open(7, "/enumeratedValues");
    }
}

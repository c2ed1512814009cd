package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Register;
import java.util.Locale;
import java.util.Set;

/// Names of registers, fields and their values.
record Constants(Device device, Dialect dialect) {

    static String of(Register r) {
        return r.name().toUpperCase(Locale.ROOT);
    }

    static String stride(Register r) {
        return of(r) + "_STEP";
    }

    static String mask(Register r, Field f) {
        return of(r) + "_" + f.name().toUpperCase(Locale.ROOT);
    }

    static String shift(Register r, Field f) {
        return mask(r, f) + "_SHIFT";
    }

    static String value(Named.Enumeration e, String name) {
        return (e.name().replaceAll("([a-z0-9])([A-Z])", "$1_$2") + "_"
            + name.replaceAll("([a-z0-9])([A-Z])", "$1_$2"))
            .toUpperCase(Locale.ROOT);
    }

    /// Those that are used, in the order of the device.
    void write(Set<String> used, StringBuilder text) {
        for (Register r : device.registers()) {
            add(used, text, of(r), r.offset(), 32, r.title());
            add(used, text, stride(r), r.stride(), 32, "");
            for (Field f : r.fields()) {
                if (f.isReserved()) continue;
                add(used, text, mask(r, f), f.mask(), r.bits(), f.title());
                add(used, text, shift(r, f), f.low(), 32, "");
            }
        }
        for (Named.Enumeration e : device.enumerations())
            for (Named.Enumeration.Value v : e.values())
                add(used, text, value(e, v.name()), v.value(), e.type().bits(), v.title());
    }

    private void add(Set<String> used, StringBuilder text, String name, long value, int bits, String remark) {
        if (used.contains(name)) text.append(dialect.constant(name, value, bits, remark));
    }
}

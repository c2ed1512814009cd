package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.WriteEffect;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a file in another language tells.
/// @param lost one line for each thing that has no counterpart
public record Imported(List<Device> devices, List<String> lost) {
    public Imported {
        devices = List.copyOf(devices);
        lost = List.copyOf(lost);
    }

    public int registers() {
        return devices.stream().mapToInt(d -> d.registers().size()).sum();
    }

    public int fields() {
        return devices.stream().flatMap(d -> d.registers().stream()).mapToInt(r -> r.fields().size()).sum();
    }

    /// How often each mode of access occurs: of fields, and of registers without any.
    public Map<String, Integer> modes() {
        Map<String, Integer> modes = new TreeMap<>();
        for (Device d : devices)
            for (Register r : d.registers()) {
                if (r.fields().isEmpty()) count(modes, r.access(), r.onRead(), r.onWrite());
                for (Field f : r.fields()) count(modes, f.access(), f.onRead(), f.onWrite());
            }
        return modes;
    }

    private static void count(Map<String, Integer> modes, Access access, ReadEffect onRead,
            WriteEffect onWrite) {
        String mode = access.text() + (onRead == ReadEffect.NONE ? "" : ", " + onRead.text())
            + (onWrite == WriteEffect.REPLACES ? "" : ", " + onWrite.text());
        modes.merge(mode, 1, Integer::sum);
    }
}

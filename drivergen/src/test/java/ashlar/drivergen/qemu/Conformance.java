package ashlar.drivergen.qemu;

import ashlar.drivergen.ast.Bus.Kind;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.qemu.Deviation.Way;
import ashlar.drivergen.simulate.Possible;
import ashlar.model.bus.Bus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Random accesses that the description allows, to its simulator and to QEMU; what QEMU answers must be one
/// of the answers that the description allows.
final class Conformance {
    private final Device device;
    private final Possible possible;
    private final Bus qemu;
    private final Map<String, Long> bases;
    private final List<Deviation> deviations;
    private final RandomGenerator random;
    private final List<String> trace = new ArrayList<>();
    private final Set<Deviation> seen = new HashSet<>();
    private int reads;
    private int writes;

    Conformance(Device device, Possible possible, Bus qemu, Map<String, Long> bases,
        List<Deviation> deviations,
                RandomGenerator random) {
        this.device = device;
        this.possible = possible;
        this.qemu = qemu;
        this.bases = bases;
        this.deviations = new ArrayList<>(deviations);
        this.deviations.removeIf(d -> !d.device().equals(device.name()));
        this.random = random;
    }

    int reads() {
        return reads;
    }

    int writes() {
        return writes;
    }

    /// Deviations of which none was seen.
    List<Deviation> unseen() {
        return deviations.stream().filter(d -> d.way() == Way.READS && !seen.contains(d)).toList();
    }

    /// Sets what is to stay set, clears what has happened, and reads every register.
    void start() {
        for (Deviation d : deviations) {
            if (d.way() != Way.HOLDS) continue;
            Register r = device.register(d.register()).orElseThrow();
            write(r, r.offset(), r.resetValue() | d.mask());
        }
        for (Register r : device.registers()) {
            if (r.fields().stream().anyMatch(f -> f.onRead() == ReadEffect.CLEARS)) clear(r);
            else if (r.access().readable()) read(r, r.offset());
        }
    }

    /// What happened earlier is not compared.
    private void clear(Register r) {
        deviations.add(new Deviation(device.name(), r.name(), Way.SKIPS, -1L, "before the first access"));
        read(r, r.offset());
        deviations.removeLast();
    }

    /// One access to a random register, if it is allowed.
    void access() {
        Register r = device.registers().get(random.nextInt(device.registers().size()));
        long offset = r.offset(random.nextInt(r.count()));
        boolean write = r.access().writable() && (!r.access().readable() || random.nextBoolean());
        if (write) write(r, offset, value(r));
        else if (r.access().readable()) read(r, offset);
    }

    private boolean isIndexed(Register r) {
        return device.bus(r.bus()).orElseThrow().kind() == Kind.INDEXED;
    }

    /// Indexed registers are reached through two others.
    private void select(Register r, long offset) {
        var indexed = device.bus(r.bus()).orElseThrow().indexed().orElseThrow();
        Register index = device.register(indexed.index().register()).orElseThrow();
        write(index, index.offset(), offset << index.field(indexed.index().field().orElseThrow())
            .orElseThrow().low());
    }

    void read(Register r, long offset) {
        if (isIndexed(r)) {
            select(r, offset);
            Register through = device.register(device.bus(r.bus()).orElseThrow().indexed().orElseThrow()
                .through())
                .orElseThrow();
            read(r, element(r, offset), through, through.offset());
        } else if (!leads(r)) {
            read(r, element(r, offset), r, offset);
        }
    }

    private boolean leads(Register r) {
        return device.buses().stream().anyMatch(b -> b.indexed().isPresent()
            && b.indexed().get().through().equals(r.name()));
    }

    private static String element(Register r, long offset) {
        return r.name() + "[" + (offset - r.offset()) / r.stride() + "]";
    }

    private void read(Register named, String element, Register r, long offset) {
        if (!possible.mayRead(r.bus(), offset, r.bits())) return;
        long value = fromQemu(r.bits(), base(r) + offset);
        trace.add("read " + named.name() + " at 0x" + Long.toHexString(offset) + " = 0x"
            + Long.toHexString(value));
        reads++;
        Optional<String> expected = possible.read(r.bus(), offset, r.bits(), value, 0);
        if (expected.isEmpty()) return;
        long ignored = 0;
        for (Deviation d : deviations)
            if ((d.way() == Way.READS || d.way() == Way.SKIPS)
                && (d.register().equals(named.name()) || d.register().equals(element))) {
                ignored |= d.mask();
                seen.add(d);
            }
        if (ignored == 0 || possible.read(r.bus(), offset, r.bits(), value, ignored).isPresent())
            throw new AssertionError(device.name() + ": " + named.name() + " is " + expected.get()
                + "; QEMU's trace:\n"
                + String.join("\n", trace.subList(Math.max(0, trace.size() - 20), trace.size())));
    }

    private long base(Register r) {
        return bases.get(r.bus());
    }

    void write(Register r, long offset, long value) {
        if (isIndexed(r)) {
            select(r, offset);
            Register through = device.register(device.bus(r.bus()).orElseThrow().indexed().orElseThrow()
                .through())
                .orElseThrow();
            write(r, through, through.offset(), value);
        } else if (!leads(r)) {
            write(r, r, offset, value);
        }
    }

    private void write(Register named, Register r, long offset, long value) {
        if (!possible.mayWrite(r.bus(), offset, r.bits(), value)) return;
        trace.add("write " + named.name() + " at 0x" + Long.toHexString(offset) + " = 0x"
            + Long.toHexString(value));
        writes++;
        toQemu(r.bits(), base(r) + offset, value);
        possible.write(r.bus(), offset, r.bits(), value);
    }

    private long value(Register r) {
        long value = random.nextInt(4) == 0 ? 0 : random.nextLong();
        value = kept(value, r.others(), r.bare());
        for (Field f : r.fields()) value = kept(value, f.policy(), f.mask());
        for (Deviation d : deviations)
            if (d.register().equals(r.name())) value = adjusted(value, d);
        return value & r.mask();
    }

    private static long adjusted(long value, Deviation d) {
        return switch (d.way()) {
            case READS, SKIPS -> value;
            case WRITES -> value & ~d.mask();
            case HOLDS  -> value | d.mask();
        };
    }

    private static long kept(long value, Policy policy, long mask) {
        return switch (policy) {
            case MUST_BE_ZERO, PRESERVE -> value & ~mask;
            case MUST_BE_ONE            -> value | mask;
            case NONE, IGNORED          -> value;
        };
    }

    private long fromQemu(int bits, long address) {
        return switch (bits) {
            case 8  -> qemu.read8(address);
            case 16 -> qemu.read16(address);
            case 32 -> qemu.read32(address);
            default -> qemu.read64(address);
        };
    }

    private void toQemu(int bits, long address, long value) {
        switch (bits) {
            case 8  -> qemu.write8(address, value);
            case 16 -> qemu.write16(address, value);
            case 32 -> qemu.write32(address, value);
            default -> qemu.write64(address, value);
        }
    }
}

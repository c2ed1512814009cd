package ashlar.drivergen.check;

import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Device.Always;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Rule;
import ashlar.drivergen.ast.WriteEffect;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a device must keep beyond names and widths: addresses, fields, access modes, effects.
final class DeviceCheck {
    static final List<String> CLASSES = List.of("uart", "timer", "clock", "gpio", "spi", "i2c", "block_pio",
        "block_dma", "sd", "net_pio", "net_dma", "virtio", "teaching", "other");

    private final Device device;
    private final Complaints complaints;

    DeviceCheck(Device device, Complaints complaints) {
        this.device = device;
        this.complaints = complaints;
    }

    void check() {
        boolean resolved = complaints.isEmpty();
        if (device.buses().isEmpty())
            complaints.add(device.place(), device.name() + " has no bus", "bus memory size ...;");
        for (String c : device.classes())
            if (!CLASSES.contains(c))
                complaints.add(device.place(), "`" + c + "` is not a class of devices",
                    String.join(", ", CLASSES));
        device.buses().forEach(this::bus);
        device.registers().forEach(this::register);
        device.always().forEach(this::always);
        new Overlaps(device, complaints).check();
        new Cycles(device, complaints).check();
        if (resolved) new Effects(device, complaints).check();
    }

    private void bus(Bus b) {
        if (b.name().isEmpty() && device.buses().size() > 1)
            complaints.add(b.place(), "this bus has no name, and there are several", "bus NAME ...");
    }

    private void register(Register r) {
        Optional<Bus> bus = device.bus(r.bus());
        if (bus.isEmpty()) {
            if (!device.buses().isEmpty())
                complaints.add(r.place(), "there is no bus `" + r.bus() + "`", "one of "
                    + String.join(", ", device.buses().stream().map(Bus::name).toList()));
            return;
        }
        address(r, bus.get());
        modes(r);
        fields(r);
    }

    private void address(Register r, Bus bus) {
        long unit = bus.kind() == Bus.Kind.INDEXED ? 1 : r.bytes();
        long end = r.offset(r.count() - 1L) + unit;
        if (r.offset() < 0 || Long.compareUnsigned(end, bus.size()) > 0)
            complaints.add(r.place(), r.name() + " ends at " + hex(end) + ", behind its bus", "at most "
                + hex(bus.size()));
        if (bus.kind() == Bus.Kind.MEMORY && (r.offset() % unit != 0 || r.stride() % unit != 0))
            complaints.add(r.place(), r.name() + " lies at " + hex(r.offset()) + ", off its own alignment",
                "a multiple of " + unit);
        if (r.isArray() && r.stride() < (bus.kind() == Bus.Kind.MEMORY ? unit : 1) && r.count() > 1)
            complaints.add(r.place(), "the elements of " + r.name() + " overlap", "step " + unit);
    }

    static String hex(long n) {
        return "0x" + Long.toHexString(n);
    }

    private void modes(Register r) {
        effects(r.place(), r.name(), r.access().readable(), r.access().writable(), r.onRead(), r.onWrite());
        if (r.acts(Rule.Event.WRITE) && !hasRule(r, Rule.Event.WRITE))
            complaints.add(r.place(), "no rule tells how writing " + r.name() + " acts", "on write "
                + r.name()
                + " { ... }");
        if (r.acts(Rule.Event.READ) && !hasRule(r, Rule.Event.READ))
            complaints.add(r.place(), "no rule tells how reading " + r.name() + " acts", "on read " + r.name()
                + " { ... }");
    }

    private boolean hasRule(Register r, Rule.Event event) {
        return device.accessRules().stream().anyMatch(x -> x.register().equals(r.name())
            && x.event() == event);
    }

    private void effects(Place at, String name, boolean readable, boolean writable, ReadEffect onRead,
                         WriteEffect onWrite) {
        if (!readable && onRead != ReadEffect.NONE)
            complaints.add(at, name + " is never read, and `" + onRead.text() + "` cannot be", "ro or rw");
        if (!writable && onWrite != WriteEffect.REPLACES)
            complaints.add(at, name + " is never written, and `" + onWrite.text() + "` cannot be",
                "wo or rw");
    }

    private void fields(Register r) {
        long covered = 0;
        Set<String> names = new HashSet<>();
        for (Field f : r.fields()) {
            if ((covered & f.mask()) != 0)
                complaints.add(f.place(), "`" + f.name() + "` overlaps another field of " + r.name(),
                    "bits that no field has");
            if (!f.isReserved() && !names.add(f.name()))
                complaints.add(f.place(), r.name() + " has two fields `" + f.name() + "`", "another name");
            if (!f.access().within(r.access()) && !f.isReserved())
                complaints.add(f.place(), "`" + f.name() + "` is " + f.access().text()
                    + " in a register that is "
                    + r.access().text(), r.access().text());
            effects(f.place(), "`" + f.name() + "`", f.access().readable(), f.access().writable(), f.onRead(),
                f.onWrite());
            covered |= f.mask();
        }
        if (covered == r.mask() && r.others() != Policy.NONE)
            complaints.add(r.place(), r.name() + " has no bits without a field", "no `others`");
    }

    private void always(Always a) {
        Register r = device.register(a.register()).orElseThrow();
        boolean writable = a.field().flatMap(r::field).map(Field::access).orElse(r.access()).writable();
        String what = a.register() + a.field().map(f -> "." + f).orElse("");
        if (writable && !hasRule(r, Rule.Event.WRITE))
            complaints.add(a.place(), what + " is computed, so what is written to it is lost",
                "ro, or a rule on write " + r.name());
        Stream<Always> others = device.always().stream().filter(o -> o != a && o.register()
            .equals(a.register())
            && (o.field().isEmpty() || a.field().isEmpty() || o.field().equals(a.field())));
        if (others.anyMatch(o -> o.place().line() < a.place().line()))
            complaints.add(a.place(), what + " is computed twice", "one `always`");
    }
}

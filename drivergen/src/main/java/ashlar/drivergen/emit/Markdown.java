package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Rule;
import ashlar.drivergen.ast.WriteEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A device's registers and rules, as a document.
public final class Markdown {
    private final Device device;
    private final StringBuilder text = new StringBuilder();

    private Markdown(Device device) {
        this.device = device;
    }

    public static String of(Device device) {
        return new Markdown(device).document();
    }

    private String document() {
        line("# " + device.name() + (device.title().isEmpty() ? "" : ": " + device.title()));
        device.sources().forEach(s -> line("\nSource: " + s + "."));
        buses();
        overview();
        device.registers().forEach(this::register);
        interrupts();
        behaviour();
        rules();
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String cell(String s) {
        return s.replace("|", "\\|");
    }

    private void buses() {
        line("\n## Addresses\n");
        line("| bus | kind | size |\n| --- | --- | --- |");
        for (Bus b : device.buses()) {
            String kind = switch (b.kind()) {
                case MEMORY  -> b.bigEndian() ? "memory, big-endian" : "memory, little-endian";
                case PORT    -> "ports";
                case INDEXED -> "indexed by " + b.indexed().map(i -> Formula.part(i.index()) + " through "
                    + i.through()).orElse("?");
            };
            line("| " + (b.name().isEmpty() ? "-" : b.name()) + " | " + kind + " | "
                + Formula.number(b.size()) + " |");
        }
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private static String place(Register r) {
        String first = (r.bus().isEmpty() ? "" : r.bus() + ":") + hex(r.offset());
        return r.isArray() ? first + ", " + r.count() + " times, step " + hex(r.stride()) : first;
    }

    private static String reset(Register r) {
        if (r.resetKnown() == 0) return "any";
        return hex(r.resetValue()) + (r.resetKnown() == r.mask() ? "" : " (known: " + hex(r.resetKnown())
            + ")");
    }

    private void overview() {
        line("\n## Registers\n");
        line("| address | register | width | access | reset | when | |");
        line("| --- | --- | --- | --- | --- | --- | --- |");
        for (Register r : device.registers())
            line("| " + place(r) + " | [" + r.name() + "](#" + r.name().toLowerCase(Locale.ROOT) + ") | "
                + r.bits() + " | " + r.access().text() + " | " + reset(r) + " | "
                + cell(r.guard().map(Formula::of).orElse("")) + " | " + cell(r.title()) + " |");
    }

    private void register(Register r) {
        line("\n### " + r.name() + "\n");
        line((r.title().isEmpty() ? "" : r.title() + ". ") + "At " + place(r) + ", " + r.bits() + " bits, "
            + String.join(", ", traits(r.access().text(), r.onRead(), r.onWrite(), r.others())) + ".");
        if (r.fields().isEmpty()) return;
        line("\n| bits | field | access | reset | |\n| --- | --- | --- | --- | --- |");
        for (Field f : r.fields().stream().sorted((a, b) -> b.low() - a.low()).toList())
            line("| " + (f.high() == f.low() ? "" + f.high() : f.high() + ":" + f.low()) + " | "
                + (f.isReserved() ? "reserved" : f.name()) + " | "
                + String.join(", ", traits(f.access().text(), f.onRead(), f.onWrite(), f.policy())) + " | "
                + f.reset().map(Formula::number).orElse("any") + " | " + cell(f.title()) + values(f) + " |");
    }

    private static List<String> traits(String access, ReadEffect onRead, WriteEffect onWrite, Policy policy) {
        List<String> traits = new ArrayList<>(List.of(access, onRead.text(), onWrite.text(), policy.text()));
        traits.removeIf(String::isEmpty);
        return traits;
    }

    /// What an enumeration's numbers mean.
    private String values(Field f) {
        return device.enumerations().stream().filter(e -> e.name().equals(f.type().name())).findFirst()
            .map(e -> (f.title().isEmpty() ? "" : ": ") + String.join(", ", e.values().stream()
                .map(v -> Formula.number(v.value()) + " " + v.name()).toList())).orElse("");
    }

    private void interrupts() {
        if (device.interrupts().isEmpty()) return;
        line("\n## Interrupts\n");
        device.interrupts().forEach(i -> line("- `" + i.name() + "` is high while `" + Formula.of(i.line())
            + "`"
            + remark(i.title())));
    }

    private static String remark(String title) {
        return title.isEmpty() ? "" : " (" + title + ")";
    }

    private void behaviour() {
        if (!device.steps().isEmpty()) line("\n## What the device does by itself\n");
        for (Rule.Step s : device.steps())
            line("- " + s.name() + when(s.guard()) + (s.withinNs().isPresent() ? ", within " + s.withinNs()
                .getAsLong()
                + " ns" : "") + remark(s.title()));
        if (!device.environments().isEmpty()) line("\n## What the world around may do\n");
        for (Rule.Environment e : device.environments()) line("- " + e.name() + when(e.guard())
            + remark(e.title()));
    }

    private static String when(Optional<Expression> guard) {
        return guard.map(g -> " when `" + Formula.of(g) + "`").orElse("");
    }

    private void rules() {
        if (device.requires().isEmpty()) return;
        line("\n## What a driver must keep\n");
        for (Device.Require r : device.requires())
            line("- " + r.event().name().toLowerCase(Locale.ROOT) + " " + String.join(", ", r.registers())
                + " only when `" + Formula.of(r.condition()) + "`" + remark(r.title()));
    }
}

package ashlar.drivergen.simulate;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Device.Require;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Rule;
import ashlar.drivergen.ast.WriteEffect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What reading and writing a register does.
final class RegisterAccess {
    private final Device device;
    private final Runner runner;
    private final Map<String, List<Rule.OnAccess>> onRead = new HashMap<>();
    private final Map<String, List<Rule.OnAccess>> afterRead = new HashMap<>();
    private final Map<String, List<Rule.OnAccess>> onWrite = new HashMap<>();
    private final Set<String> writtenOnce = new HashSet<>();

    RegisterAccess(Device device, Runner runner) {
        this.device = device;
        this.runner = runner;
        for (Rule.OnAccess rule : device.accessRules())
            (rule.event() == Rule.Event.WRITE ? onWrite : rule.after() ? afterRead : onRead)
                .computeIfAbsent(rule.register(), _ -> new ArrayList<>()).add(rule);
    }

    void reset() {
        writtenOnce.clear();
    }

    long read(Register r, long index) {
        require(Rule.Event.READ, r);
        run(onRead.getOrDefault(r.name(), List.of()), index);
        long value = runner.registerValue(r, index);
        List<Rule.OnAccess> after = due(afterRead.getOrDefault(r.name(), List.of()), index);
        effects(r, index);
        after.forEach(rule -> runner.with(rule.index(), index, () -> runner.run(rule.body())));
        return value & readable(r);
    }

    /// Bits that can be seen.
    static long readable(Register r) {
        long mask = r.mask();
        for (Field f : r.fields())
            if (!f.access().readable()) mask &= ~f.mask();
        return mask;
    }

    private void effects(Register r, long index) {
        long word = runner.state().word(r.name(), index);
        word = after(r.onRead(), word, r.bare());
        for (Field f : r.fields())
            word = after(f.onRead() == ReadEffect.NONE ? r.onRead() : f.onRead(), word, f.mask());
        runner.state().setWord(r.name(), index, word);
    }

    private static long after(ReadEffect effect, long word, long mask) {
        return switch (effect) {
            case CLEARS     -> word & ~mask;
            case SETS       -> word | mask;
            case NONE, ACTS -> word;
        };
    }

    void write(Register r, long index, long value) {
        runner.setWritten(value);
        require(Rule.Event.WRITE, r);
        policies(r, index, value);
        List<Rule.OnAccess> rules = onWrite.getOrDefault(r.name(), List.of());
        runner.remember(Simulator.remembers(rules));
        store(r, index, value);
        run(rules, index);
    }

    private void store(Register r, long index, long value) {
        long word = runner.state().word(r.name(), index);
        word = stored(r.access().once(), r.name() + index, word, r.onWrite().after(word, value, r.bare()),
            r.bare());
        if (!r.access().writable()) return;
        for (Field f : r.fields()) {
            if (!f.access().writable() || f.isReserved()) continue;
            WriteEffect effect = f.onWrite() == WriteEffect.REPLACES ? r.onWrite() : f.onWrite();
            word = stored(f.access().once(), r.name() + index + f.name(), word,
                effect.after(word, value, f.mask()), f.mask());
        }
        runner.state().setWord(r.name(), index, word);
    }

    /// What may be written once keeps its first value.
    private long stored(boolean once, String name, long before, long after, long mask) {
        if (once && !writtenOnce.add(name)) return before;
        return before & ~mask | after & mask;
    }

    private List<Rule.OnAccess> due(List<Rule.OnAccess> rules, long index) {
        List<Rule.OnAccess> due = new ArrayList<>();
        for (Rule.OnAccess rule : rules)
            runner.with(rule.index(), index, () -> {
                if (runner.holds(rule.guard())) due.add(rule);
            });
        return due;
    }

    /// All guards are asked before any rule runs.
    private void run(List<Rule.OnAccess> rules, long index) {
        due(rules, index).forEach(rule -> runner.with(rule.index(), index, () -> runner.run(rule.body())));
    }

    private void require(Rule.Event event, Register r) {
        for (Require require : device.requires())
            if (require.event() == event && require.registers().contains(r.name())
                && !runner.holds(require.condition()))
                runner.violate(new Violation(require.place(), event.name().toLowerCase(Locale.ROOT) + " "
                    + r.name() + " when it is not allowed" + (require.title().isEmpty() ? "" : ": "
                        + require.title())));
    }

    private void policies(Register r, long index, long value) {
        long seen = runner.registerValue(r, index);
        policy(r.place(), r.name(), r.others(), seen, value, r.bare());
        for (Field f : r.fields())
            policy(f.place(), r.name() + "." + f.name(), f.policy(), seen, value, f.mask());
    }

    private void policy(Place at, String what, Policy policy, long seen, long value, long mask) {
        boolean kept = switch (policy) {
            case MUST_BE_ZERO  -> (value & mask) == 0;
            case MUST_BE_ONE   -> (value & mask) == mask;
            case PRESERVE      -> (value & mask) == (seen & mask);
            case NONE, IGNORED -> true;
        };
        if (!kept) runner.violate(new Violation(at, what + " is " + policy.text() + ", and 0x"
            + Long.toHexString(value) + " is written"));
    }
}

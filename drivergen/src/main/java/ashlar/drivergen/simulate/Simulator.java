package ashlar.drivergen.simulate;

import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Rule;
import ashlar.drivergen.check.Walk;
import ashlar.model.bus.SharedMemory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A device on a bus. The same choices and the same accesses give the same run.
public final class Simulator {
    /// Steps after an access, at most: some devices never rest.
    private static final int MOST_STEPS = 64;

    private final Device device;
    private final Runner runner;
    private final Schedule schedule;
    private final RegisterAccess access;
    private final Set<String> resting = new HashSet<>();

    public Simulator(Device device, SharedMemory memory, Schedule schedule, Choices choices) {
        this.device = device;
        this.runner = new Runner(device, memory, choices);
        this.schedule = schedule;
        this.access = new RegisterAccess(device, runner);
    }

    public Device device() {
        return device;
    }

    public void reset() {
        access.reset();
        runner.reset();
    }

    /// What the driver did and must not do, in order.
    public List<Violation> violations() {
        return List.copyOf(runner.violations());
    }

    /// Steps of that name are left out from now on, except when they are asked for.
    public void rest(String step) {
        resting.add(step);
    }

    /// Reads a register over a bus; where there is none, the value is any, and that is a violation.
    public long read(String bus, long offset, int bits) {
        Optional<Found> found = find(bus, offset, bits, r -> r.access().readable());
        long value = found.map(f -> access.read(f.register, f.index))
            .orElseGet(() -> nothing(bus, offset, bits));
        live();
        return value;
    }

    public void write(String bus, long offset, int bits, long value) {
        Optional<Found> found = find(bus, offset, bits, r -> r.access().writable());
        if (found.isPresent()) access.write(found.get().register, found.get().index, value);
        else nothing(bus, offset, bits);
        live();
    }

    private long nothing(String bus, long offset, int bits) {
        runner.violate(new Violation(device.place(), "no register of " + bits + " bits at " + bus
            + (bus.isEmpty() ? ""
            : ":") + "0x" + Long.toHexString(offset)));
        return runner.choices().any(bits);
    }

    private record Found(Register register, long index) { }

    private Optional<Found> find(String bus, long offset, int bits, Predicate<Register> suits) {
        Bus on = device.bus(bus).orElseThrow(() -> new IllegalArgumentException("no bus " + bus));
        for (Register r : device.registers()) {
            if (r.bits() != bits || !suits.test(r) || device.bus(r.bus()).orElseThrow() != on) continue;
            long index = r.stride() == 0 ? 0 : Long.divideUnsigned(offset - r.offset(), r.stride());
            if (offset < r.offset() || index >= r.count() || r.offset(index) != offset) continue;
            if (runner.holds(r.guard())) return indexed(new Found(r, index), bits, suits);
        }
        return Optional.empty();
    }

    /// A register that leads to others gives way to the one that is selected.
    private Optional<Found> indexed(Found found, int bits, Predicate<Register> suits) {
        for (Bus b : device.buses()) {
            if (b.indexed().isEmpty() || !b.indexed().get().through().equals(found.register.name())) continue;
            var part = b.indexed().get().index();
            int width = device.register(part.register()).orElseThrow().bits();
            return find(b.name(), runner.value(new Expression.RegisterValue(part, width)), bits, suits);
        }
        return Optional.of(found);
    }

    /// Whether the device asks for attention.
    public boolean interrupt(String name) {
        Named.Interrupt line = device.interrupts().stream().filter(i -> i.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no interrupt line " + name));
        return runner.holds(line.line());
    }

    /// All that was sent over an output.
    public List<Long> stream(String output) {
        return List.copyOf(runner.state().stream(output));
    }

    /// A state, or an output that is a word.
    public long word(String name) {
        return runner.state().word(name, 0);
    }

    /// The world around changes an input.
    public void input(String name, long value) {
        runner.state().setWord(name, 0, value);
        live();
    }

    /// The world around acts.
    /// @return false if it cannot now
    public boolean environment(String name, long... arguments) {
        Rule.Environment rule = device.environments().stream().filter(e -> e.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no rule " + name));
        boolean[] done = new boolean[1];
        runner.with(rule.parameters(), arguments, () -> {
            done[0] = runner.holds(rule.guard());
            if (done[0]) runner.run(rule.body());
        });
        live();
        return done[0];
    }

    /// Steps that can be taken now.
    public List<String> enabled() {
        return device.steps().stream().filter(s -> runner.holds(s.guard())).map(Rule.Step::name).toList();
    }

    /// Takes a step.
    /// @return false if it cannot be taken now
    public boolean step(String name) {
        Rule.Step step = device.steps().stream().filter(s -> s.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no step " + name));
        if (!runner.holds(step.guard())) return false;
        runner.run(step.body());
        return true;
    }

    /// Invariants that do not hold now.
    public List<Violation> broken() {
        return device.invariants().stream().filter(i -> !runner.holds(i.condition()))
            .map(i -> new Violation(i.place(), "invariant broken"
                + (i.title().isEmpty() ? "" : ": " + i.title())))
            .toList();
    }

    /// Takes what steps the schedule wants.
    private void live() {
        if (schedule == Schedule.LAZY) return;
        for (int taken = 0; taken < MOST_STEPS; taken++) {
            List<String> able = new ArrayList<>(enabled());
            able.removeAll(resting);
            if (able.isEmpty()) return;
            if (schedule == Schedule.EAGER) step(able.getFirst());
            else {
                int which = runner.choices().pick(able.size() + 1);
                if (which == able.size()) return;
                step(able.get(which));
            }
        }
    }

    DeviceState state() {
        return runner.state();
    }

    /// How many violations there are; they are forgotten.
    int forgetViolations() {
        int count = runner.violations().size();
        runner.violations().clear();
        return count;
    }

    void setState(DeviceState state) {
        runner.setState(state);
    }

    void setChoices(Choices choices) {
        runner.setChoices(choices);
    }

    static boolean remembers(List<Rule.OnAccess> rules) {
        boolean[] found = new boolean[1];
        for (Rule.OnAccess rule : rules) {
            rule.guard().ifPresent(g -> Walk.expressions(g, e -> found[0] |= e instanceof Expression.Old));
            Walk.statements(rule.body(), s -> Walk.expressions(s).forEach(x ->
                Walk.expressions(x, e -> found[0] |= e instanceof Expression.Old)));
        }
        return found[0];
    }
}

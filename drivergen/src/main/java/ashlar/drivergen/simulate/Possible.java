package ashlar.drivergen.simulate;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Rule;
import ashlar.model.bus.SharedMemory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/// The states in which a device may be, given what another one did that claims to be the same.
///
/// Each state is a pair: in one, all that may be any is zeros, in the other, ones. Bits in which both agree
/// are what the description promises.
public final class Possible {
    /// More states at a time are a sign of a description that leaves too much open.
    private static final int MOST = 20_000;

    private final Simulator simulator;
    private final Set<String> resting;
    private List<Pair> pairs = new ArrayList<>();

    private record Pair(DeviceState zeros, DeviceState ones) {
        String text() {
            return zeros.text() + "|" + ones.text();
        }
    }

    private record Outcome(Pair pair, long zeros, long ones, boolean violates) { }

    /// @param resting steps that never happen
    /// @param start   what the world around does first
    public Possible(Device device, SharedMemory memory, Set<String> resting, Consumer<Simulator> start) {
        this.resting = Set.copyOf(resting);
        var zeros = new Script(List.of(), false);
        this.simulator = new Simulator(device, memory, Schedule.LAZY, zeros);
        start.accept(simulator);
        DeviceState first = simulator.state();
        simulator.setChoices(new Script(List.of(), true));
        simulator.reset();
        start.accept(simulator);
        pairs.add(new Pair(first, simulator.state()));
        close();
    }

    /// How many states there are.
    public int size() {
        return pairs.size();
    }

    /// Whether a driver may read there, in all states.
    public boolean mayRead(String bus, long offset, int bits) {
        return allowed(s -> s.read(bus, offset, bits));
    }

    /// Whether a driver may write that there, in all states.
    public boolean mayWrite(String bus, long offset, int bits, long value) {
        return allowed(s -> {
            s.write(bus, offset, bits, value);
            return 0;
        });
    }

    private boolean allowed(ToLongFunction<Simulator> access) {
        return pairs.stream().allMatch(p -> outcomes(p, access).stream().noneMatch(Outcome::violates));
    }

    /// The other device has been read, and gave that value: states that cannot give it are left out.
    /// @param ignored bits that are not compared
    /// @return empty if it can be explained; else what was expected
    public Optional<String> read(String bus, long offset, int bits, long value, long ignored) {
        List<Outcome> all = pairs.stream().flatMap(p -> outcomes(p, s -> s.read(bus, offset, bits)).stream())
            .toList();
        List<Outcome> fit = all.stream().filter(o ->
            ((value ^ o.zeros) & ~(o.zeros ^ o.ones) & ~ignored) == 0).toList();
        if (fit.isEmpty()) return Optional.of(expected(all));
        pairs = fit.stream().map(Outcome::pair).toList();
        close();
        return Optional.empty();
    }

    private static String expected(List<Outcome> all) {
        LongUnaryOperator known = i -> ~(all.get((int) i).zeros ^ all.get((int) i).ones);
        return String.join(" or ", LongStream.range(0, all.size()).mapToObj(i ->
            "0x%x (known 0x%x)".formatted(all.get((int) i).zeros & known.applyAsLong(i),
                known.applyAsLong(i)))
            .distinct().toList());
    }

    public void write(String bus, long offset, int bits, long value) {
        pairs = pairs.stream().flatMap(p -> outcomes(p, s -> {
            s.write(bus, offset, bits, value);
            return 0;
        }).stream()).map(Outcome::pair).toList();
        close();
    }

    private List<Outcome> outcomes(Pair p, ToLongFunction<Simulator> act) {
        List<Outcome> outcomes = new ArrayList<>();
        Optional<List<Integer>> given = Optional.of(List.of());
        while (given.isPresent()) {
            var script = new Script(given.get(), false);
            long zeros = run(p.zeros, script, act);
            DeviceState first = simulator.state();
            boolean violates = simulator.forgetViolations() > 0;
            long ones = run(p.ones, new Script(script.made(), true), act);
            violates |= simulator.forgetViolations() > 0;
            outcomes.add(new Outcome(new Pair(first, simulator.state()), zeros, ones, violates));
            given = script.next();
        }
        return outcomes;
    }

    private long run(DeviceState from, Script script, ToLongFunction<Simulator> act) {
        simulator.setState(from.copy());
        simulator.setChoices(script);
        return act.applyAsLong(simulator);
    }

    /// Adds what the device may have done by itself.
    private void close() {
        Map<String, Pair> seen = new LinkedHashMap<>();
        Deque<Pair> open = new ArrayDeque<>();
        for (Pair p : pairs)
            if (seen.putIfAbsent(p.text(), p) == null) open.add(p);
        while (!open.isEmpty())
            for (Pair next : steps(open.poll()))
                if (seen.putIfAbsent(next.text(), next) == null) open.add(next);
        if (seen.size() > MOST) throw new IllegalStateException(seen.size() + " possible states");
        pairs = new ArrayList<>(seen.values());
    }

    private List<Pair> steps(Pair p) {
        List<Pair> next = new ArrayList<>();
        for (Rule.Step step : simulator.device().steps()) {
            if (resting.contains(step.name())) continue;
            outcomes(p, s -> s.step(step.name()) ? 1 : 0).forEach(o -> next.add(o.pair));
        }
        return next;
    }
}

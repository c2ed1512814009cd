package ashlar.proofs.lockstep;

import ashlar.model.machine.Machine;
import ashlar.proofs.refines.StateRelation;
import ashlar.proofs.sample.Choice;
import ashlar.proofs.sample.Represent;
import ashlar.proofs.sample.SliceSampler;
import ashlar.proofs.sample.States;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/// Runs specification and kernel side by side from one random state, and compares them after each operation.
public final class Lockstep {
    /// Where the two part.
    /// @param what  what is wrong after the last operation
    /// @param trace the operations, in order
    /// @param state before the last operation
    public record Divergence(String what, List<String> trace, State state) { }

    private static final List<Function<Draw, Optional<Operation>>> KINDS = Stream.of(
        SchedulingOperations.all(), IpcOperations.all(), SlotOperations.all(),
        CapabilityOperations.all(), CNodeInvocations.all())
        .flatMap(List::stream).toList();

    private final List<String> trace = new ArrayList<>();
    private State s;
    private Machine m;

    private Lockstep(State s, Machine m) {
        this.s = s;
        this.m = m;
    }

    /// Runs from one state; invariants are looked at in the end, or where the two part.
    /// @param size  1 or more: how many objects there are
    /// @param start what the state is made from
    /// @param steps what each operation is made from
    public static Optional<Divergence> run(int size, long start, List<Long> steps) {
        var random = new SplittableRandom(start);
        State s = States.of(random, size);
        var lockstep = new Lockstep(s, Represent.inStaleMemory(s, random));
        return steps.stream().map(lockstep::step).flatMap(Optional::stream).findFirst()
            .or(lockstep::brokenInvariant);
    }

    private Optional<Divergence> brokenInvariant() {
        return Invariants.all(s) ? Optional.empty()
            : Optional.of(new Divergence("an invariant is broken", List.copyOf(trace), s));
    }

    private Optional<Divergence> step(long seed) {
        var draw = new Draw(s, new Choice(new SplittableRandom(seed)));
        return next(draw).flatMap(this::perform);
    }

    /// Whole system calls when one can be made, and operations by themselves; once the scheduler has
    /// something to do, mostly that.
    private static Optional<Operation> next(Draw draw) {
        if (draw.mayCall() && draw.choice().oneIn(4)) return SystemCalls.call(draw);
        if (!draw.mayCall() && draw.choice().either()) return SchedulingOperations.schedule(draw);
        return draw.choice().of(KINDS).apply(draw);
    }

    private Optional<Divergence> perform(Operation operation) {
        State before = s;
        var fault = fault(operation);
        if (fault.isPresent() && !Invariants.all(before))
            return Optional.of(new Divergence("an invariant is broken", List.copyOf(trace), before));
        trace.add(operation.name());
        return fault.map(what -> new Divergence(what, List.copyOf(trace), before));
    }

    private Optional<String> fault(Operation operation) {
        State old = s;
        Machine was = m.copy();
        try {
            var answered = operation.spec().apply(s);
            s = answered.state();
            return compare(answered.answer(), operation.impl().apply(m)).or(() -> stray(old, was));
        } catch (RuntimeException e) {
            return Optional.of("raised: " + e + " in " + e.getStackTrace()[0]);
        }
    }

    private Optional<String> compare(Object expected, Object actual) {
        if (!expected.equals(actual))
            return Optional.of("the kernel answers " + actual + ", the specification " + expected);
        return StateRelation.related(s, m) ? Optional.empty() : Optional.of("the states are not related");
    }

    private Optional<String> stray(State old, Machine was) {
        var sampler = new SliceSampler();
        for (long address : was.differences(m))
            if (!sampler.isInObject(new Object[] {old}, address))
                return Optional.of("the kernel writes to " + Long.toHexString(address));
        return Optional.empty();
    }
}

package ashlar.proofs.sample;

import ashlar.impl.kernel.ReadyBitmap;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;
import ashlar.refinement.api.Row;
import ashlar.refinement.report.Words;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.state.Level;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// An abstract state beside the memory that holds it, part by part: the schedule, endpoints, notifications,
/// threads, and the slots that are full. Where one of the two is missing its column is empty.
final class Picture {
    private final String when;
    private final State s;
    private final Machine m;
    private final List<Row> rows = new ArrayList<>();

    private Picture(String when, State s, Machine m) {
        this.when = when;
        this.s = s;
        this.m = m;
    }

    /// The parts of the first state and the first machine among values; of a machine alone, those that need
    /// no state to be found.
    static List<Row> of(String when, Object[] values) {
        var picture = new Picture(when, first(values, State.class), first(values, Machine.class));
        if (picture.s == null && picture.m == null) return List.of();
        picture.schedule();
        picture.readyQueues();
        if (picture.s != null) picture.objects();
        return picture.rows;
    }

    private static <T> T first(Object[] values, Class<T> type) {
        for (Object v : values) if (type.isInstance(v)) return type.cast(v);
        return null;
    }

    private void row(String what, Function<State, String> spec, Function<Machine, String> kernel) {
        String left = s == null ? "" : spec.apply(s);
        String right = m == null ? "" : kernel.apply(m);
        rows.add(new Row(when, what, left, right, false));
    }

    private void schedule() {
        row("current", t -> Words.of(t.current()), n -> KernelWords.pointer(KernelPtr.current(n)));
        row("action", t -> Words.of(t.action()), KernelWords::action);
        row("domain", t -> Words.of(t.domain()), n -> Words.of(KernelPtr.domain(n)));
    }

    private void readyQueues() {
        for (long d = 0; d < Platform.NUM_DOMAINS; d++) {
            for (long p = 0; p < Platform.NUM_PRIORITIES; p++) {
                Level level = new Level(d, p);
                if (isUsed(level))
                    row("ready " + d + "/" + p, t -> Words.of(t.ready().get(level)),
                        n -> KernelWords.ready(n, level.domain(), level.priority()));
            }
        }
    }

    private boolean isUsed(Level level) {
        return s != null && !s.ready().get(level).isEmpty()
            || m != null && (ReadyQueuePtr.head(m, level.domain(), level.priority()) != KernelPtr.NULL
                || ReadyQueuePtr.tail(m, level.domain(), level.priority()) != KernelPtr.NULL
                || ReadyBitmap.hasThreads(m, level.domain(), level.priority()));
    }

    private void objects() {
        for (var ep : sorted(s.endpoints().keys(), r -> r.addr()))
            row("ep " + Words.of(ep), t -> Words.of(t.endpoint(ep)), n -> KernelWords.endpoint(n, ep.addr()));
        for (var ntfn : sorted(s.notifications().keys(), r -> r.addr()))
            row("ntfn " + Words.of(ntfn), t -> SpecWords.notification(t.notification(ntfn)),
                n -> KernelWords.notification(n, ntfn.addr()));
        for (var t : sorted(s.threads().keys(), r -> r.addr())) thread(t);
        for (var slot : sorted(s.caps().keys(), r -> r.addr())) slot(slot);
    }

    private static <T> List<T> sorted(Iterable<T> refs, ToLongFunction<T> address) {
        List<T> list = new ArrayList<>();
        refs.forEach(list::add);
        list.sort((a, b) -> Long.compareUnsigned(address.applyAsLong(a), address.applyAsLong(b)));
        return list;
    }

    private void thread(Ref<Tcb> t) {
        String name = Words.of(t);
        row(name + " state", u -> Words.of(u.thread(t).state()), n -> KernelWords.threadState(n, t.addr()));
        row(name + " bound", u -> Words.of(u.thread(t).bound()), n -> KernelWords.bound(n, t.addr()));
        row(name + " schedule", u -> SpecWords.schedule(u.thread(t)), n -> KernelWords.schedule(n, t.addr()));
        row(name + " ready", u -> SpecWords.inReadyQueue(u, t), n -> KernelWords.inReadyQueue(n, t.addr()));
        row(name + " queue", u -> SpecWords.inQueue(u, t), n -> KernelWords.inQueue(n, t.addr()));
        row(name + " registers", u -> SpecWords.registers(u.thread(t)),
            n -> KernelWords.registers(n, t.addr()));
    }

    private void slot(Slot slot) {
        if (Capabilities.isNull(s.capability(slot)) && !s.derivation().contains(slot)
            && (m == null || KernelWords.isEmpty(m, slot.addr()))) return;
        String name = "slot " + Words.of(slot);
        row(name, t -> SpecWords.capability(t.capability(slot)), n -> KernelWords.capability(n, slot.addr()));
        row(name + " links", t -> SpecWords.links(t, slot), n -> KernelWords.links(n, slot.addr()));
    }
}

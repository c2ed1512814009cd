package ashlar.proofs.sample;

import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/// Two states in words: the specification's beside the kernel's memory, before and after.
final class Picture {
    private final StringBuilder text = new StringBuilder();

    private Picture() { }

    /// @param before the arguments of obligation before it ran
    /// @param after  the machine among them as it was changed
    static String of(Method obligation, Object[] before, Object[] after) {
        Picture p = new Picture();
        State s = null;
        for (int i = 0; i < before.length; i++) {
            if (before[i] instanceof State state) s = state;
            else if (!(before[i] instanceof Machine))
                p.line("%s %s", obligation.getParameters()[i].getName(), word(before[i]));
        }
        for (int i = 0; i < before.length; i++) {
            if (before[i] instanceof Machine m) p.sideBySide(s, m, (Machine) after[i]);
        }
        return p.text.toString();
    }

    private void line(String format, Object... arguments) {
        text.append("         ").append(format.formatted(arguments).stripTrailing()).append('\n');
    }

    private void sideBySide(State s, Machine before, Machine after) {
        line("%-22s %-34s %-38s %s", "", "spec before", "kernel before", "kernel after");
        line("%-22s %-34s %-38s %s", "scheduler", word(s.action()), scheduler(before),
            changed(scheduler(before), scheduler(after)));
        for (Ref<Endpoint> ep : sorted(s.endpoints().keys())) {
            String was = endpoint(before, ep.addr());
            line("%-22s %-34s %-38s %s", "ep " + hex(ep.addr()), word(s.endpoint(ep)), was,
                changed(was, endpoint(after, ep.addr())));
        }
        for (Ref<Tcb> t : sorted(s.threads().keys())) {
            String was = thread(before, t.addr());
            line("%-22s %-34s %-38s", "thread " + hex(t.addr()), word(s.thread(t).state()), was);
            if (!was.equals(thread(after, t.addr())))
                line("%-22s %-34s %-38s %s", "", "", "", thread(after, t.addr()));
        }
    }

    private static <T> List<Ref<T>> sorted(Iterable<Ref<T>> refs) {
        List<Ref<T>> list = new ArrayList<>();
        refs.forEach(list::add);
        list.sort((a, b) -> Long.compareUnsigned(a.addr(), b.addr()));
        return list;
    }

    private static String changed(String was, String is) {
        return was.equals(is) ? "" : is;
    }

    private static String hex(long a) {
        return Long.toHexString(a);
    }

    private static String word(Object o) {
        return o.toString().replaceAll("Ref\\[addr=(\\d+)\\]", "$1").replace("[]", "");
    }

    private static String scheduler(Machine m) {
        return "current " + hex(KernelPtr.current(m)) + " action " + hex(KernelPtr.action(m));
    }

    private static String endpoint(Machine m, long ep) {
        return "state " + EndpointPtr.state(m, ep) + " head " + hex(EndpointPtr.head(m, ep)) + " tail "
            + hex(EndpointPtr.tail(m, ep));
    }

    private static String thread(Machine m, long t) {
        return "state " + TcbPtr.state(m, t) + " prio " + TcbPtr.priority(m, t)
            + (TcbPtr.queued(m, t) ? " queued" : "")
            + " sched " + hex(TcbPtr.schedPrev(m, t)) + "<>" + hex(TcbPtr.schedNext(m, t))
            + " ep " + hex(TcbPtr.epPrev(m, t)) + "<>" + hex(TcbPtr.epNext(m, t)) + " badge "
                + TcbPtr.register(m, t, 0);
    }
}

package ashlar.proofs.sample;

import ashlar.impl.kernel.ReadyBitmap;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.collection.Option;
import ashlar.model.machine.Machine;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.Level;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.NotificationState.Waiting;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.state.ThreadState.BlockedOnNotification;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Idle;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.ThreadState.Running;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes abstract states into a machine's memory.
public final class Represent {
    private Represent() { }

    /// A machine that the state relation relates to s.
    public static Machine inMemory(State s) {
        var m = new Machine();
        write(s, m);
        return m;
    }

    /// Such a machine, in whose memory all that s does not speak of is left from earlier work.
    public static Machine inStaleMemory(State s, RandomGenerator random) {
        Machine m = Stale.memory(s, new Choice(random));
        write(s, m);
        return m;
    }

    /// Writes cap as the capability at an address.
    public static void capability(Machine m, long at, Capability cap) {
        RepresentSlots.capability(m, at, cap);
    }

    /// Writes s into the memory of m; what the state relation leaves open keeps its value.
    private static void write(State s, Machine m) {
        for (Ref<Tcb> t : s.threads().keys()) thread(m, t.addr(), s.thread(t));
        for (Ref<Endpoint> ep : s.endpoints().keys()) endpoint(m, ep.addr(), s.endpoint(ep));
        for (Ref<Notification> ntfn : s.notifications().keys())
            notification(m, ntfn.addr(), s.notification(ntfn));
        for (Ref<Tcb> t : s.threads().keys())
            ready(m, s, new Level(s.thread(t).domain(), s.thread(t).priority()));
        RepresentSlots.write(s, m);
        KernelPtr.setCurrent(m, s.current().addr());
        KernelPtr.setIdle(m, s.idle().addr());
        KernelPtr.setDomain(m, s.domain());
        KernelPtr.setAction(m, switch (s.action()) {
            case ResumeCurrent() -> KernelPtr.RESUME_CURRENT;
            case ChooseNew()     -> KernelPtr.CHOOSE_NEW;
            case SwitchTo(var t) -> t.addr();
        });
    }

    private static void thread(Machine m, long t, Tcb tcb) {
        TcbPtr.setState(m, t, code(tcb.state()));
        blocking(m, t, tcb.state());
        TcbPtr.setBoundNotification(m, t, address(tcb.bound()));
        TcbPtr.setDomain(m, t, tcb.domain());
        TcbPtr.setPriority(m, t, tcb.priority());
        TcbPtr.setMaxPriority(m, t, tcb.maxPriority());
        TcbPtr.setTimeSlice(m, t, tcb.timeSlice());
        TcbPtr.setQueued(m, t, false);
        var r = tcb.registers();
        long[] values =
            {r.badge(), r.info(), r.mr0(), r.mr1(), r.mr2(), r.mr3(), r.faultIp(), r.nextIp()};
        for (int i = 0; i < values.length; i++) TcbPtr.setRegister(m, t, i, values[i]);
    }

    private static int code(ThreadState state) {
        return switch (state) {
            case Inactive()              -> TcbPtr.INACTIVE;
            case Running()               -> TcbPtr.RUNNING;
            case Restart()               -> TcbPtr.RESTART;
            case BlockedOnReceive _      -> TcbPtr.BLOCKED_ON_RECEIVE;
            case BlockedOnSend _         -> TcbPtr.BLOCKED_ON_SEND;
            case BlockedOnReply()        -> TcbPtr.BLOCKED_ON_REPLY;
            case BlockedOnNotification _ -> TcbPtr.BLOCKED_ON_NOTIFICATION;
            case Idle()                  -> TcbPtr.IDLE;
        };
    }

    private static void blocking(Machine m, long t, ThreadState state) {
        switch (state) {
            case BlockedOnReceive(var ep, var canGrant) -> {
                TcbPtr.setBlockingObject(m, t, ep.addr());
                TcbPtr.setBlockingCanGrant(m, t, canGrant);
            }
            case BlockedOnSend(var ep, var p) -> {
                TcbPtr.setBlockingObject(m, t, ep.addr());
                payload(m, t, p);
            }
            case BlockedOnNotification(var ntfn) -> TcbPtr.setBlockingObject(m, t, ntfn.addr());
            default -> { }
        }
    }

    private static void payload(Machine m, long t, SenderPayload p) {
        TcbPtr.setBlockingBadge(m, t, p.badge());
        TcbPtr.setBlockingCanGrant(m, t, p.canGrant());
        TcbPtr.setBlockingCanGrantReply(m, t, p.canGrantReply());
        TcbPtr.setBlockingIsCall(m, t, p.isCall());
    }

    private static void endpoint(Machine m, long ep, Endpoint endpoint) {
        List<Ref<Tcb>> queue = switch (endpoint) {
            case Endpoint.Idle()  -> List.of();
            case Sending(var q)   -> q.toList();
            case Receiving(var q) -> q.toList();
        };
        EndpointPtr.setState(m, ep, endpoint instanceof Sending ? EndpointPtr.SEND
            : endpoint instanceof Receiving ? EndpointPtr.RECV : EndpointPtr.IDLE);
        waiters(m, queue);
        EndpointPtr.setHead(m, ep, at(queue, 0));
        EndpointPtr.setTail(m, ep, at(queue, queue.size() - 1));
    }

    private static void notification(Machine m, long ntfn, Notification notification) {
        List<Ref<Tcb>> queue = notification.state() instanceof Waiting(var q) ? q.toList() : List.of();
        NotificationPtr.setState(m, ntfn, switch (notification.state()) {
            case NotificationState.Idle() -> NotificationPtr.IDLE;
            case Waiting _                -> NotificationPtr.WAITING;
            case Active _                 -> NotificationPtr.ACTIVE;
        });
        waiters(m, queue);
        NotificationPtr.setHead(m, ntfn, at(queue, 0));
        NotificationPtr.setTail(m, ntfn, at(queue, queue.size() - 1));
        if (notification.state() instanceof Active(var badge)) NotificationPtr.setBadge(m, ntfn, badge);
        NotificationPtr.setBoundThread(m, ntfn, address(notification.bound()));
    }

    private static void waiters(Machine m, List<Ref<Tcb>> queue) {
        for (int i = 0; i < queue.size(); i++) {
            TcbPtr.setEpPrev(m, queue.get(i).addr(), at(queue, i - 1));
            TcbPtr.setEpNext(m, queue.get(i).addr(), at(queue, i + 1));
        }
    }

    private static void ready(Machine m, State s, Level level) {
        List<Ref<Tcb>> queue = s.ready().get(level).toList();
        for (int i = 0; i < queue.size(); i++) {
            TcbPtr.setSchedPrev(m, queue.get(i).addr(), at(queue, i - 1));
            TcbPtr.setSchedNext(m, queue.get(i).addr(), at(queue, i + 1));
            TcbPtr.setQueued(m, queue.get(i).addr(), true);
        }
        if (queue.isEmpty()) return;
        ReadyQueuePtr.setHead(m, level.domain(), level.priority(), at(queue, 0));
        ReadyQueuePtr.setTail(m, level.domain(), level.priority(), at(queue, queue.size() - 1));
        ReadyBitmap.setHasThreads(m, level.domain(), level.priority(), true);
    }

    private static long at(List<Ref<Tcb>> queue, int i) {
        return i < 0 || i >= queue.size() ? KernelPtr.NULL : queue.get(i).addr();
    }

    private static long address(Option<? extends Ref<?>> object) {
        return object.isPresent() ? object.get().addr() : KernelPtr.NULL;
    }
}

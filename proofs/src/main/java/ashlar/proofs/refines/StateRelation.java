package ashlar.proofs.refines;

import ashlar.impl.kernel.ReadyBitmap;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.collection.Option;
import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.Range;
import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.Level;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.NotificationState.Waiting;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Registers;
import ashlar.spec.state.SchedulerAction;
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
import ashlar.spec.thread.Threads;

/// How the kernel's memory holds an abstract state: one conjunct for each part of the state.
public final class StateRelation {
    private StateRelation() { }

    public static boolean related(State s, Machine m) {
        return threadsRelated(s, m) && endpointsRelated(s, m) && notificationsRelated(s, m)
            && schedulingRelated(s, m) && SlotRelation.slotsRelated(s, m);
    }

    /// The ready queues, their bitmap, and what the scheduler is to do.
    public static boolean schedulingRelated(State s, Machine m) {
        return readyRelated(s, m) && bitmapsRelated(s, m) && schedulerRelated(s, m);
    }

    static boolean threadsRelated(State s, Machine m) {
        return s.threads()
            .forAll((t, tcb) -> threadStateRelated(tcb.state(), m, t.addr())
            && TcbPtr.boundNotification(m, t.addr()) == addr(tcb.bound())
            && scheduleRelated(tcb, m, t.addr())
                                           && registersRelated(tcb.registers(), m, t.addr()));
    }

    static boolean threadStateRelated(ThreadState state, Machine m, long t) {
        return switch (state) {
            case Inactive()                   -> TcbPtr.state(m, t) == TcbPtr.INACTIVE;
            case Running()                    -> TcbPtr.state(m, t) == TcbPtr.RUNNING;
            case Restart()                    -> TcbPtr.state(m, t) == TcbPtr.RESTART;
            case BlockedOnReceive(var ep, var canGrant) -> TcbPtr.state(m, t) == TcbPtr.BLOCKED_ON_RECEIVE
                && TcbPtr.blockingObject(m, t) == ep.addr() && TcbPtr.blockingCanGrant(m, t) == canGrant;
            case BlockedOnSend(var ep, var p) -> TcbPtr.state(m, t) == TcbPtr.BLOCKED_ON_SEND
                && TcbPtr.blockingObject(m, t) == ep.addr() && payloadRelated(p, m, t);
            case BlockedOnReply()             -> TcbPtr.state(m, t) == TcbPtr.BLOCKED_ON_REPLY;
            case BlockedOnNotification(var n) -> TcbPtr.state(m, t) == TcbPtr.BLOCKED_ON_NOTIFICATION
                && TcbPtr.blockingObject(m, t) == n.addr();
            case Idle()                       -> TcbPtr.state(m, t) == TcbPtr.IDLE;
        };
    }

    static boolean payloadRelated(SenderPayload p, Machine m, long t) {
        return TcbPtr.blockingBadge(m, t) == p.badge() && TcbPtr.blockingCanGrant(m, t) == p.canGrant()
            && TcbPtr.blockingCanGrantReply(m, t) == p.canGrantReply()
                && TcbPtr.blockingIsCall(m, t) == p.isCall();
    }

    static boolean scheduleRelated(Tcb tcb, Machine m, long t) {
        return TcbPtr.domain(m, t) == tcb.domain() && TcbPtr.priority(m, t) == tcb.priority()
            && TcbPtr.maxPriority(m, t) == tcb.maxPriority() && TcbPtr.timeSlice(m, t) == tcb.timeSlice();
    }

    static boolean registersRelated(Registers r, Machine m, long t) {
        return TcbPtr.register(m, t, TcbPtr.BADGE_REGISTER) == r.badge()
            && TcbPtr.register(m, t, TcbPtr.INFO_REGISTER) == r.info()
            && TcbPtr.register(m, t, TcbPtr.FIRST_MESSAGE_REGISTER) == r.mr0()
            && TcbPtr.register(m, t, TcbPtr.FIRST_MESSAGE_REGISTER + 1) == r.mr1()
            && TcbPtr.register(m, t, TcbPtr.FIRST_MESSAGE_REGISTER + 2) == r.mr2()
            && TcbPtr.register(m, t, TcbPtr.FIRST_MESSAGE_REGISTER + 3) == r.mr3()
            && TcbPtr.register(m, t, TcbPtr.FAULT_IP) == r.faultIp()
                && TcbPtr.register(m, t, TcbPtr.NEXT_IP) == r.nextIp();
    }

    static boolean endpointsRelated(State s, Machine m) {
        return s.endpoints().forAll((ep, e) -> endpointRelated(e, m, ep.addr()));
    }

    static boolean endpointRelated(Endpoint e, Machine m, long ep) {
        return switch (e) {
            case Endpoint.Idle()  -> EndpointPtr.state(m, ep) == EndpointPtr.IDLE
                && queueRelated(PQueue.empty(), m, ep);
            case Sending(var q)   -> EndpointPtr.state(m, ep) == EndpointPtr.SEND && queueRelated(q, m, ep);
            case Receiving(var q) -> EndpointPtr.state(m, ep) == EndpointPtr.RECV && queueRelated(q, m, ep);
        };
    }

    /// Head, tail, next and prev pointers spell out exactly the threads of q, in order.
    static boolean queueRelated(PQueue<Ref<Tcb>> q, Machine m, long ep) {
        return EndpointPtr.head(m, ep) == addr(q.first()) && EndpointPtr.tail(m, ep) == addr(q.last())
            && linksRelated(q, m);
    }

    private static boolean linksRelated(PQueue<Ref<Tcb>> q, Machine m) {
        return q.forAll(t -> TcbPtr.epNext(m, t.addr()) == addr(q.after(t))
            && TcbPtr.epPrev(m, t.addr()) == addr(q.before(t)));
    }

    static boolean notificationsRelated(State s, Machine m) {
        return s.notifications().forAll((ntfn, n) -> notificationStateRelated(n.state(), m, ntfn.addr())
            && NotificationPtr.boundThread(m, ntfn.addr()) == addr(n.bound()));
    }

    static boolean notificationStateRelated(NotificationState state, Machine m, long ntfn) {
        return switch (state) {
            case NotificationState.Idle() -> NotificationPtr.state(m, ntfn) == NotificationPtr.IDLE
                && waitingRelated(PQueue.empty(), m, ntfn);
            case Waiting(var q)           -> NotificationPtr.state(m, ntfn) == NotificationPtr.WAITING
                && waitingRelated(q, m, ntfn);
            case Active(var badge)        -> NotificationPtr.state(m, ntfn) == NotificationPtr.ACTIVE
                && NotificationPtr.badge(m, ntfn) == badge && waitingRelated(PQueue.empty(), m, ntfn);
        };
    }

    /// As for an endpoint's queue.
    static boolean waitingRelated(PQueue<Ref<Tcb>> q, Machine m, long ntfn) {
        return NotificationPtr.head(m, ntfn) == addr(q.first())
            && NotificationPtr.tail(m, ntfn) == addr(q.last())
            && linksRelated(q, m);
    }

    /// Each thread knows whether it is queued; each queue's ends and links spell out its threads, in order.
    static boolean readyRelated(State s, Machine m) {
        return s.threads().forAll((t, _) -> TcbPtr.queued(m, t.addr()) == Threads.isQueued(s, t))
            && Range.forAll(0, Platform.NUM_DOMAINS, d -> Range.forAll(0, Platform.NUM_PRIORITIES, p ->
                   levelRelated(s.ready().get(new Level(d, p)), m, d, p)));
    }

    private static boolean levelRelated(PQueue<Ref<Tcb>> q, Machine m, long domain, long priority) {
        return ReadyQueuePtr.head(m, domain, priority) == addr(q.first())
            && ReadyQueuePtr.tail(m, domain, priority) == addr(q.last())
            && q.forAll(t -> TcbPtr.schedNext(m, t.addr()) == addr(q.after(t))
                && TcbPtr.schedPrev(m, t.addr()) == addr(q.before(t)));
    }

    /// A level's bit is set exactly if its queue is not empty.
    static boolean bitmapsRelated(State s, Machine m) {
        return Range.forAll(0, Platform.NUM_DOMAINS, d -> Range.forAll(0, Platform.NUM_PRIORITIES, p ->
            ReadyBitmap.hasThreads(m, d, p) == !s.ready().get(new Level(d, p)).isEmpty()));
    }

    static boolean schedulerRelated(State s, Machine m) {
        return KernelPtr.current(m) == s.current().addr() && KernelPtr.idle(m) == s.idle().addr()
            && KernelPtr.domain(m) == s.domain()
            && actionRelated(s.action(), m);
    }

    static boolean actionRelated(SchedulerAction action, Machine m) {
        return switch (action) {
            case ResumeCurrent() -> KernelPtr.action(m) == KernelPtr.RESUME_CURRENT;
            case ChooseNew()     -> KernelPtr.action(m) == KernelPtr.CHOOSE_NEW;
            case SwitchTo(var t) -> KernelPtr.action(m) == t.addr();
        };
    }

    static <T> long addr(Option<Ref<T>> object) {
        return switch (object) {
            case None<Ref<T>> _         -> KernelPtr.NULL;
            case Some<Ref<T>>(var ref) -> ref.addr();
        };
    }
}

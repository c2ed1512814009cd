package ashlar.proofs.refines;

import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.invariant.IpcInvariants;
import ashlar.spec.invariant.NotificationInvariants;
import ashlar.spec.invariant.SchedulingInvariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.state.ThreadState.BlockedOnNotification;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Idle;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Running;
import ashlar.spec.thread.Threads;

/// What helpers of the kernel rely on in the middle of an operation, where not all invariants hold yet again.
public final class Context {
    private Context() { }

    /// Ready queues and the candidate hold threads that exist, at their level.
    static boolean scheduling(State s) {
        return Invariants.aligned(s) && SchedulingInvariants.levelsInRange(s)
            && SchedulingInvariants.readyThreadsAreOfTheirLevel(s) && choosing(s);
    }

    /// The current thread and the candidate exist.
    static boolean choosing(State s) {
        return s.threads().has(s.current())
            && (!(s.action() instanceof SwitchTo(var candidate)) || s.threads().has(candidate));
    }

    /// Whoever is ready, the candidate, and the current thread if it is to go on, may run; the idle thread
    /// can always.
    static boolean turns(State s) {
        return SchedulingInvariants.readyThreadsAreRunnable(s) && SchedulingInvariants.candidateIsRunnable(s)
            && SchedulingInvariants.currentMayRun(s) && SchedulingInvariants.onlyIdleIdles(s);
    }

    /// What the scheduler relies on at the end of a system call.
    static boolean schedulable(State s) {
        return scheduling(s) && turns(s);
    }

    /// t may be the candidate now. None is ready that was not but t and the candidate before.
    static boolean readies(State before, State s, Ref<Tcb> t) {
        return staysCurrent(before, s) && s.threads().forAll((u, _) -> !Threads.isQueued(s, u)
            || Threads.isQueued(before, u) || u.equals(t) || isCandidate(before, u))
            && (!isCandidate(s, t) || s.thread(t).domain() == s.domain() || isCandidate(before, t))
            && choosesAmong(before, s, t);
    }

    private static boolean choosesAmong(State before, State s, Ref<Tcb> t) {
        return switch (s.action()) {
            case ResumeCurrent()         -> before.action() instanceof ResumeCurrent;
            case ChooseNew()             -> true;
            case SwitchTo(var candidate) -> candidate.equals(t) || isCandidate(before, candidate);
        };
    }

    /// The current thread, the idle thread and the domain are as before.
    private static boolean staysCurrent(State before, State s) {
        return s.current().equals(before.current()) && s.idle().equals(before.idle())
            && s.domain() == before.domain();
    }

    private static boolean isCandidate(State s, Ref<Tcb> t) {
        return s.action() instanceof SwitchTo(var candidate) && candidate.equals(t);
    }

    /// t, if it was blocked, is inactive; of the other threads and the schedule, all is as before but what
    /// that changes.
    static boolean unblocks(State before, State s, Ref<Tcb> t) {
        State stopped = isBlocked(before.thread(t).state())
            ? Threads.setThreadState(before, t, new Inactive()) : before;
        return s.threads().equals(stopped.threads()) && s.action().equals(stopped.action())
            && staysCurrent(before, s) && staysReady(before, s);
    }

    /// Nothing but what slots hold has changed.
    static boolean changesSlotsOnly(State before, State s) {
        return s.equals(before.withSlots(s.slots())) && staysReady(before, s);
    }

    /// Those are ready that were, at whatever level they are.
    private static boolean staysReady(State before, State s) {
        return s.threads().forAll((t, _) -> Threads.isQueued(s, t) == Threads.isQueued(before, t));
    }

    private static boolean isBlocked(ThreadState state) {
        return state instanceof BlockedOnSend || state instanceof BlockedOnReceive
            || state instanceof BlockedOnNotification || state instanceof BlockedOnReply;
    }

    /// thread is the current one and runs; it neither is ready nor the candidate.
    static boolean runs(State s, Ref<Tcb> thread) {
        return s.threads().has(thread) && thread.equals(s.current())
            && s.thread(thread).state() instanceof Running && mayBlock(s, thread);
    }

    /// t does not wait for the processor, and is not to run next, nor the idle thread.
    static boolean mayBlock(State s, Ref<Tcb> t) {
        return !Threads.isQueued(s, t) && !isCandidate(s, t) && !(s.thread(t).state() instanceof Idle);
    }

    /// The current thread, running, makes the call.
    public static boolean calls(State s, Ref<Tcb> thread) {
        return s.threads().has(thread) && thread.equals(s.current()) && s.action() instanceof ResumeCurrent
            && s.thread(thread).state() instanceof Running;
    }

    /// Queues of waiters hold threads that exist, each at most in the one that it is blocked on.
    static boolean waiting(State s) {
        return Invariants.aligned(s) && IpcInvariants.queuesNonEmpty(s)
            && IpcInvariants.queuedThreadsAreBlocked(s) && NotificationInvariants.waitingQueuesNonEmpty(s)
            && NotificationInvariants.waitingThreadsAreBlocked(s);
    }

    /// Each thread that is blocked is in the queue of what it is blocked on.
    static boolean blocked(State s) {
        return IpcInvariants.blockedThreadsAreQueued(s) && NotificationInvariants.blockedThreadsWait(s);
    }

    /// t is blocked neither on an endpoint nor on a notification.
    static boolean waitsNowhere(State s, Ref<Tcb> t) {
        return !(s.thread(t).state() instanceof BlockedOnSend)
            && !(s.thread(t).state() instanceof BlockedOnReceive)
            && !(s.thread(t).state() instanceof BlockedOnNotification);
    }

    /// All queues and what they rely on: who waits where, who is ready, who is bound.
    static boolean queues(State s) {
        return scheduling(s) && waiting(s) && blocked(s) && bound(s);
    }

    /// Threads and notifications that are bound are bound to each other.
    static boolean bound(State s) {
        return NotificationInvariants.boundThreadsAgree(s)
            && NotificationInvariants.boundNotificationsAgree(s);
    }

    /// t has the master of the reply capabilities to it.
    public static boolean hasMaster(State s, Ref<Tcb> t) {
        return s.caps().has(Slots.reply(t)) && s.capability(Slots.reply(t)) instanceof ReplyCap(var to, _, _)
            && to.equals(t);
    }

    /// The same objects are there as before.
    public static boolean keepsObjects(State before, State s) {
        return holdsObjectsOf(before, s) && holdsObjectsOf(s, before);
    }

    private static boolean holdsObjectsOf(State some, State s) {
        return some.threads().forAll((t, _) -> s.threads().has(t))
            && some.endpoints().forAll((ep, _) -> s.endpoints().has(ep))
            && some.notifications().forAll((ntfn, _) -> s.notifications().has(ntfn));
    }

    /// Who waited for an answer before still does.
    public static boolean keepsCallers(State before, State s) {
        return before.threads().forAll((t, tcb) -> !(tcb.state() instanceof BlockedOnReply)
            || s.threads().has(t) && s.thread(t).state() instanceof BlockedOnReply);
    }

    /// What the derivation list relies on.
    public static boolean derivation(State s) {
        return Invariants.aligned(s) && CapabilityInvariants.forestHoldsFullSlots(s)
            && CapabilityInvariants.originalsAreFull(s) && CapabilityInvariants.ancestorsMayBeParents(s)
            && CapabilityInvariants.slotsOfOneObjectAreOfOneChain(s)
            && CapabilityInvariants.slotsOfOneObjectLieTogether(s);
    }

    /// The endpoint or notification that cap is to exists.
    public static boolean isOfObject(State s, Capability cap) {
        return switch (cap) {
            case EndpointCap(var ep, _, _)       -> s.endpoints().has(ep);
            case NotificationCap(var ntfn, _, _) -> s.notifications().has(ntfn);
            default                              -> true;
        };
    }

    /// Whether threads may wait for what cap is to.
    static boolean isWaitedFor(Capability cap) {
        return cap instanceof EndpointCap || cap instanceof NotificationCap;
    }

    /// The thread that cap is to exists, and has its master if it waits for an answer.
    static boolean isOfThread(State s, Capability cap) {
        return !(cap instanceof ThreadCap(var t)) || s.threads().has(t)
            && (!(s.thread(t).state() instanceof BlockedOnReply) || hasMaster(s, t));
    }

    /// Nothing has come into the forest, and what is left in it descends from the same as before.
    static boolean onlyPrunes(State before, State s) {
        return s.derivation().forAll(x -> before.derivation().contains(x) && s.derivation().forAll(y ->
            s.derivation().isDescendant(x, y) == before.derivation().isDescendant(x, y)));
    }

    /// slot holds the only capability to a thread.
    static boolean isLastOfThread(State s, Slot slot) {
        return s.capability(slot) instanceof ThreadCap && Derivation.isFinal(s, slot);
    }

    /// All slots but one hold what they held before.
    public static boolean keepsOthers(State before, State s, Slot slot) {
        return before.caps().forAll((other, _) -> s.caps().has(other))
            && s.caps().forAll((other, cap) -> other.equals(slot)
                || before.caps().has(other) && before.capability(other).equals(cap));
    }

    /// No slot holds anything that it did not hold before.
    public static boolean onlyEmpties(State before, State s) {
        return before.caps().forAll((slot, _) -> s.caps().has(slot))
            && s.caps().forAll((slot, cap) -> Capabilities.isNull(cap)
                || before.caps().has(slot) && before.capability(slot).equals(cap));
    }

    public static boolean isFull(State s, Slot slot) {
        return s.caps().has(slot) && !Capabilities.isNull(s.capability(slot));
    }

    public static boolean isEmpty(State s, Slot slot) {
        return s.caps().has(slot) && Capabilities.isNull(s.capability(slot));
    }

    /// cap may be made from what is in src: it is to the same object, and a badge that is there stays.
    public static boolean isDerived(State s, Capability cap, Slot src) {
        return Capabilities.sameObject(cap, s.capability(src))
            && (Capabilities.badge(s.capability(src)) == 0
                || Capabilities.badge(s.capability(src)) == Capabilities.badge(cap));
    }

    /// cap may take the place of what is in src: it is to the same object, with the same badge.
    public static boolean isMoved(State s, Capability cap, Slot src) {
        return Capabilities.sameObject(cap, s.capability(src))
            && Capabilities.badge(s.capability(src)) == Capabilities.badge(cap);
    }
}

package ashlar.spec;

import ashlar.model.collection.Option;
import ashlar.model.collection.PForest;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.ipc.Replies;
import ashlar.spec.state.CNode;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.CapabilitySlots;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Level;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Registers;
import ashlar.spec.state.Rights;
import ashlar.spec.state.Schedule;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.thread.Threads;
import java.util.List;

/// Small states to start from.
public final class Given {
    public static final Ref<Tcb> IDLE = new Ref<>(0x1_0000);
    public static final Ref<Tcb> CURRENT = new Ref<>(0x1_0800);
    public static final Ref<Tcb> ALICE = new Ref<>(0x1_1000);
    public static final Ref<Tcb> BOB = new Ref<>(0x1_1800);
    public static final Ref<Endpoint> EP = new Ref<>(0x2_0000);
    public static final Ref<Endpoint> OTHER_EP = new Ref<>(0x2_0010);
    public static final Ref<Notification> NTFN = new Ref<>(0x3_0000);
    public static final Ref<Notification> OTHER_NTFN = new Ref<>(0x3_0020);
    public static final Ref<CNode> CNODE = new Ref<>(0x4_0000);
    public static final Ref<CNode> INNER_CNODE = new Ref<>(0x4_1000);
    public static final long RADIX_BITS = 4;
    public static final long PRIORITY = 100;
    public static final Rights ALL_RIGHTS = new Rights(true, true, true, true);
    public static final Rights READ_WRITE = new Rights(true, true, false, false);
    public static final Rights READ = new Rights(true, false, false, false);
    public static final Rights WRITE = new Rights(false, true, false, false);
    public static final SenderPayload PLAIN = new SenderPayload(7, false, false, false);
    public static final SenderPayload CALL = new SenderPayload(7, false, true, true);
    public static final SenderPayload CALL_WITHOUT_GRANT = new SenderPayload(7, false, false, true);

    private Given() { }

    /// The current thread runs; Alice and Bob, of equal priority, are stopped; no other object is in use. All
    /// three have their reply masters.
    public static State quiet() {
        State s = new State(PMap.empty(), PMap.empty(), PMap.empty(),
            new CapabilitySlots(PMap.empty(), PForest.empty(), PSet.empty()),
            new Schedule(PTable.filledWith(PQueue.empty()), CURRENT, IDLE, new ResumeCurrent(), 0));
        s = thread(s, IDLE, new ThreadState.Idle(), 0);
        s = Replies.setUpReplyMaster(thread(s, CURRENT, new ThreadState.Running(), PRIORITY), CURRENT);
        for (var t : List.of(ALICE, BOB))
            s = Replies.setUpReplyMaster(thread(s, t, new ThreadState.Inactive(), PRIORITY), t);
        for (var ep : List.of(EP, OTHER_EP)) s = s.withEndpoint(ep, new Endpoint.Idle());
        for (var ntfn : List.of(NTFN, OTHER_NTFN))
            s = s.withNotification(ntfn, new Notification(new NotificationState.Idle(), Option.none()));
        return emptyCNode(emptyCNode(s, CNODE), INNER_CNODE);
    }

    private static State thread(State s, Ref<Tcb> t, ThreadState state, long priority) {
        for (int i = 0; i < Slots.PER_THREAD; i++) s = s.withCapability(Slots.ofThread(t, i), new NullCap());
        Registers registers = new Registers(0, 0, 0, 0, 0, 0, 0, 0);
        return s.withThread(t, new Tcb(state, Option.none(), 0, priority, PRIORITY, 5, registers));
    }

    private static State emptyCNode(State s, Ref<CNode> cnode) {
        for (int i = 0; i < 1 << RADIX_BITS; i++)
            s = s.withCapability(Slots.ofCNode(cnode, i), new NullCap());
        return s;
    }

    /// Slot i of the CNode.
    public static Slot slot(long i) {
        return Slots.ofCNode(CNODE, i);
    }

    public static CNodeCap cnodeCap() {
        return new CNodeCap(CNODE, RADIX_BITS, 0, 0);
    }

    /// slot holds cap as the first of its kind.
    public static State holding(State s, Slot slot, Capability cap) {
        return s.withCapability(slot, cap).withOriginal(slot, true)
            .withDerivation(s.derivation().addRoot(slot));
    }

    /// Slot 0 holds an endpoint, slot 1 Alice, slot 2 the inner CNode.
    public static State filled() {
        var s = holding(quiet(), slot(0), new EndpointCap(EP, 0, ALL_RIGHTS));
        s = holding(s, slot(1), new ThreadCap(ALICE));
        return holding(s, slot(2), new CNodeCap(INNER_CNODE, RADIX_BITS, 0, 0));
    }

    /// Slot 3 holds the right to answer Alice.
    public static State savedReply() {
        return Derivation.move(called(quiet(), ALICE), new ReplyCap(ALICE, false, true),
            Slots.caller(CURRENT), slot(3));
    }

    public static State receiving(State s, Ref<Tcb> t) {
        return Ipc.receive(s, true, t, EP, true);
    }

    public static State sending(State s, Ref<Tcb> t, SenderPayload p) {
        return Ipc.send(s, true, p, t, EP);
    }

    public static State waiting(State s, Ref<Tcb> t) {
        return Notifications.await(s, t, NTFN, true);
    }

    /// t has called the current thread, and waits for the answer.
    public static State called(State s, Ref<Tcb> t) {
        s = Ipc.receive(sending(s, t, CALL), true, CURRENT, EP, true);
        return s.withAction(new ResumeCurrent());
    }

    /// t is runnable and waits for the processor at priority.
    public static State ready(State s, Ref<Tcb> t, long priority) {
        s = s.withThread(t, s.thread(t).withPriority(priority).withState(new ThreadState.Running()));
        return Threads.enqueue(s, t);
    }

    public static State choosing(State s) {
        return s.withAction(new ChooseNew());
    }

    public static ThreadState stateOf(State s, Ref<Tcb> t) {
        return s.thread(t).state();
    }

    public static long badgeOf(State s, Ref<Tcb> t) {
        return s.thread(t).registers().badge();
    }

    public static List<Ref<Tcb>> readyAt(State s, long priority) {
        return s.ready().get(new Level(0, priority)).toList();
    }
}

package ashlar.proofs.sample;

import ashlar.model.collection.Option;
import ashlar.model.collection.PForest;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.CNode;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.CapabilitySlots;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Schedule;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// The objects of a generated state, and where they are.
/// @param cnodes capabilities to the CNodes, without guards
record Objects(Ref<Tcb> idle, List<Ref<Tcb>> threads, List<Ref<Endpoint>> endpoints,
               List<Ref<Notification>> notifications, List<CNodeCap> cnodes) {
    private static final long LOW = 0x8010_0000L;
    private static final long HIGH = 0x7FFF_FFF0_0000L;
    private static final long MAX_RADIX_BITS = 3;

    /// Objects for a state of size threads besides the idle one.
    static Objects of(Choice choice, int size) {
        long base = size > 4 && choice.oneIn(8) ? HIGH : LOW;
        long others = 1 + choice.below(1 + size / 4);
        return new Objects(new Ref<>(base + 0x8000), refs(base + 0x1_0000, 0x800, size),
            refs(base, 0x10, others), refs(base + 0x1000, 0x20, 1 + choice.below(1 + size / 4)),
            cnodes(choice, base + 0x2_0000, 1 + choice.below(1 + size / 3)));
    }

    private static <T> List<Ref<T>> refs(long first, long distance, long count) {
        return LongStream.range(0, count).mapToObj(i -> new Ref<T>(first + distance * i)).toList();
    }

    /// CNodes side by side.
    private static List<CNodeCap> cnodes(Choice choice, long first, long count) {
        List<CNodeCap> cnodes = new ArrayList<>();
        for (long at = first; cnodes.size() < count; ) {
            long radixBits = 1 + choice.below((int) MAX_RADIX_BITS);
            cnodes.add(new CNodeCap(new Ref<>(at), radixBits, 0, 0));
            at += Slots.SIZE << radixBits;
        }
        return cnodes;
    }

    /// The state in which no thread has started, no slot is full, and the idle thread runs.
    State unused(Choice choice) {
        long domain = choice.oneIn(4) ? choice.below(16) : choice.below(2);
        var s = new State(PMap.empty(), PMap.empty(), PMap.empty(),
            new CapabilitySlots(PMap.empty(), PForest.empty(), PSet.empty()),
            new Schedule(PTable.filledWith(PQueue.empty()), idle, idle, new ResumeCurrent(), domain));
        for (Ref<Endpoint> ep : endpoints) s = s.withEndpoint(ep, new Endpoint.Idle());
        for (Ref<Notification> ntfn : notifications)
            s = s.withNotification(ntfn, new Notification(new NotificationState.Idle(), Option.none()));
        s = withThread(s, choice, idle, new ThreadState.Idle());
        for (Ref<Tcb> t : threads) s = withThread(s, choice, t, new ThreadState.Inactive());
        for (CNodeCap cap : cnodes) s = withSlots(s, cap.cnode(), 1L << cap.radixBits());
        return s;
    }

    private static State withThread(State s, Choice choice, Ref<Tcb> t, ThreadState state) {
        long domain = choice.oneIn(4) ? choice.below(16) : s.domain();
        s = s.withThread(t, new Tcb(state, Option.none(), domain, choice.priority(), choice.priority(),
            choice.below(6), choice.registers()));
        return withSlots(s, new Ref<>(t.addr()), Slots.PER_THREAD);
    }

    private static State withSlots(State s, Ref<CNode> first, long count) {
        for (long i = 0; i < count; i++) s = s.withCapability(Slots.ofCNode(first, i), new NullCap());
        return s;
    }

    /// A capability to each object, as its creator gets it.
    List<Capability> capabilities(Choice choice) {
        List<Capability> caps = new ArrayList<>(cnodes);
        var rights = choice.rights();
        for (Ref<Endpoint> ep : endpoints) caps.add(new Capability.EndpointCap(ep, 0, rights));
        for (Ref<Notification> ntfn : notifications)
            caps.add(new Capability.NotificationCap(ntfn, 0, Derivations.forNotification(rights)));
        for (Ref<Tcb> t : threads) caps.add(new Capability.ThreadCap(t));
        return caps;
    }
}

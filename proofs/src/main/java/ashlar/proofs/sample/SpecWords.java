package ashlar.proofs.sample;

import ashlar.model.collection.Option;
import ashlar.model.collection.PQueue;
import ashlar.refinement.report.Words;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState.Waiting;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Registers;
import ashlar.spec.state.Rights;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnNotification;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.thread.Threads;

/// Parts of an abstract state in words, in the order in which `KernelWords` has theirs.
final class SpecWords {
    private static final String NOWHERE = "in no queue";

    private SpecWords() { }

    static String notification(Notification ntfn) {
        return Words.of(ntfn.state()) + "  bound " + Words.of(ntfn.bound());
    }

    static String schedule(Tcb tcb) {
        return "domain " + tcb.domain() + "  priority " + tcb.priority() + "  maxPriority "
            + tcb.maxPriority() + "  timeSlice " + tcb.timeSlice();
    }

    static String registers(Tcb tcb) {
        Registers r = tcb.registers();
        return registers(r.badge(), r.info(), new long[] {r.mr0(), r.mr1(), r.mr2(), r.mr3()}, r.faultIp(),
            r.nextIp());
    }

    static String registers(long badge, long info, long[] message, long faultIp, long nextIp) {
        var words = new StringBuilder("badge " + Words.of(badge) + "  info " + Words.of(info) + "  mr");
        for (long word : message) words.append(' ').append(Words.of(word));
        return words + "  faultIp " + Words.of(faultIp) + "  nextIp " + Words.of(nextIp);
    }

    static String inReadyQueue(State s, Ref<Tcb> t) {
        return neighbours(s.ready().get(Threads.level(s, t)), t);
    }

    /// Where t waits for what it is blocked on.
    static String inQueue(State s, Ref<Tcb> t) {
        return switch (s.thread(t).state()) {
            case BlockedOnSend(var ep, _)        -> neighbours(queue(s.endpoint(ep)), t);
            case BlockedOnReceive(var ep, _)     -> neighbours(queue(s.endpoint(ep)), t);
            case BlockedOnNotification(var ntfn) -> s.notification(ntfn).state() instanceof Waiting(var queue)
                ? neighbours(queue, t) : NOWHERE;
            default                              -> NOWHERE;
        };
    }

    private static PQueue<Ref<Tcb>> queue(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Idle()           -> PQueue.empty();
            case Endpoint.Sending(var q)   -> q;
            case Endpoint.Receiving(var q) -> q;
        };
    }

    private static String neighbours(PQueue<Ref<Tcb>> queue, Ref<Tcb> t) {
        return queue.contains(t) ? neighbours(queue.before(t), queue.after(t)) : NOWHERE;
    }

    private static String neighbours(Option<?> before, Option<?> after) {
        return "prev " + Words.of(before) + "  next " + Words.of(after);
    }

    static String capability(Capability cap) {
        return switch (cap) {
            case NullCap() -> "empty";
            case EndpointCap(var ep, var badge, var r)       -> "EndpointCap " + badged(ep, badge, r);
            case NotificationCap(var ntfn, var badge, var r) -> "NotificationCap " + badged(ntfn, badge, r);
            default -> Words.of(cap);
        };
    }

    private static String badged(Ref<?> object, long badge, Rights r) {
        return Words.of(object) + "  badge " + Words.of(badge) + "  "
            + rights(r.read(), r.write(), r.grant(), r.grantReply());
    }

    static String rights(boolean read, boolean write, boolean grant, boolean grantReply) {
        String rights = (read ? "R" : "") + (write ? "W" : "") + (grant ? "G" : "") + (grantReply ? "P" : "");
        return rights.isEmpty() ? "no rights" : rights;
    }

    static String links(State s, Slot slot) {
        if (!s.derivation().contains(slot)) return "in no tree";
        return neighbours(s.derivation().before(slot), s.derivation().after(slot))
            + (s.isOriginal(slot) ? "  original" : "") + "  parent " + Words.of(s.derivation().parent(slot));
    }
}

package ashlar.proofs.sample;

import ashlar.model.collection.PQueue;
import ashlar.spec.cspace.CNodeInvocation;
import ashlar.spec.cspace.Rotation;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Level;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.syscall.Event;

/// Parts of states, and what is asked of the kernel in one.
record Values(State s, Choice choice, Pick pick) {
    SchedulerAction action() {
        return switch (choice.random().nextInt(3)) {
            case 0  -> new ResumeCurrent();
            case 1  -> new ChooseNew();
            default -> new SwitchTo(pick.thread());
        };
    }

    /// One that is somewhere in the state, in most cases.
    PQueue<Ref<Tcb>> queue() {
        Ref<Notification> ntfn = pick.notification();
        if (choice.oneIn(4)) return s.ready().get(new Level(s.domain(), choice.priority()));
        if (choice.oneIn(3) && s.notification(ntfn).state() instanceof NotificationState.Waiting(var q))
            return q;
        return switch (s.endpoint(pick.endpoint())) {
            case Endpoint.Sending(var q)   -> q;
            case Endpoint.Receiving(var q) -> q;
            case Endpoint.Idle()           -> PQueue.empty();
        };
    }

    Event event() {
        Capability cap = s.capability(pick.full());
        return switch (choice.random().nextInt(6)) {
            case 0  -> new Event.Send(cap, choice.either());
            case 1  -> new Event.Call(cap);
            case 2  -> new Event.Recv(cap, choice.either());
            case 3  -> new Event.Reply();
            case 4  -> new Event.ReplyRecv(cap);
            default -> new Event.Yield();
        };
    }

    CNodeInvocation invocation() {
        Slot src = pick.full(), dest = pick.empty(), pivot = pick.full();
        return switch (choice.random().nextInt(7)) {
            case 0  -> new CNodeInvocation.Insert(s.capability(src), src, dest);
            case 1  -> new CNodeInvocation.Move(s.capability(src), src, dest);
            case 2  -> new CNodeInvocation.Rotate(s.capability(src), src, s.capability(pivot), pivot,
                choice.either() ? src : dest);
            case 3  -> new CNodeInvocation.Revoke(src);
            case 4  -> new CNodeInvocation.Delete(src);
            case 5  -> new CNodeInvocation.CancelBadgedSends(pick.endpoint(), choice.badge());
            default -> new CNodeInvocation.SaveCaller(dest);
        };
    }

    static Rotation rotation(Choice choice, SlotArguments slots) {
        return new Rotation(slots.address(), slots.address(), choice.badge(), slots.address(),
            choice.badge());
    }
}

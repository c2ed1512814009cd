package ashlar.spec.cspace;

import static ashlar.spec.cspace.Derivation.empty;
import static ashlar.spec.cspace.Derivation.firstDescendant;
import static ashlar.spec.cspace.Derivation.isFinal;

import ashlar.model.collection.Option.None;
import ashlar.model.collection.Option.Some;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.thread.Threads;

/// Deleting capabilities: seL4 manual ch. 3 "Deletion, Revocation, and Recycling".
public final class CNodes {
    private CNodes() { }

    /// slot is empty. With the last capability to an endpoint or notification, its waiters are freed.
    public static State deleteOne(State s, Slot slot) {
        return empty(isFinal(s, slot) ? finalise(s, slot) : s, slot);
    }

    private static State finalise(State s, Slot slot) {
        return switch (s.capability(slot)) {
            case EndpointCap(var ep, _, _)       -> Ipc.cancelAll(s, ep);
            case NotificationCap(var ntfn, _, _) ->
                Notifications.cancelAllSignals(Notifications.unbindMaybe(s, ntfn), ntfn);
            default                              -> s;
        };
    }

    /// slot is empty. The last capability to a thread takes the thread out of service.
    public static State delete(State s, Slot slot) {
        if (s.capability(slot) instanceof ThreadCap(var t) && isFinal(s, slot))
            s = Notifications.unbind(Threads.suspend(s, t), t);
        return deleteOne(s, slot);
    }

    /// All that was derived from slot's capability is deleted.
    public static State revoke(State s, Slot slot) {
        return Derivation.hasDescendants(s, slot) ? revoke(revokeStep(s, slot), slot) : s;
    }

    /// The first descendant of slot's capability, if there is one, is deleted.
    public static State revokeStep(State s, Slot slot) {
        return switch (firstDescendant(s, slot)) {
            case Some<Slot>(var first) -> delete(s, first);
            case None<Slot>()          -> s;
        };
    }
}

package ashlar.spec.state;

import ashlar.model.collection.Option;

/// A notification: seL4 manual ch. 5; with the thread bound to it, if any.
public record Notification(NotificationState state, Option<Ref<Tcb>> bound) {
    public Notification withState(NotificationState state) {
        return new Notification(state, bound);
    }

    public Notification withBound(Option<Ref<Tcb>> bound) {
        return new Notification(state, bound);
    }
}

package ashlar.spec.state;

import ashlar.model.collection.PQueue;

/// What a notification holds: waiting threads or a badge, never both.
public sealed interface NotificationState {
    record Idle() implements NotificationState { }

    record Waiting(PQueue<Ref<Tcb>> queue) implements NotificationState { }

    record Active(long badge) implements NotificationState { }
}

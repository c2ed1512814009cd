package ashlar.spec.state;

/// Thread states: seL4 manual ch. 6 and 4.
public sealed interface ThreadState {
    record Inactive() implements ThreadState { }

    record Running() implements ThreadState { }

    record Restart() implements ThreadState { }

    record BlockedOnReceive(Ref<Endpoint> ep, boolean canGrant) implements ThreadState { }

    record BlockedOnSend(Ref<Endpoint> ep, SenderPayload payload) implements ThreadState { }

    record BlockedOnReply() implements ThreadState { }

    record BlockedOnNotification(Ref<Notification> ntfn) implements ThreadState { }

    record Idle() implements ThreadState { }

    /// Whether the scheduler may choose a thread in this state.
    default boolean isRunnable() {
        return this instanceof Running || this instanceof Restart;
    }
}

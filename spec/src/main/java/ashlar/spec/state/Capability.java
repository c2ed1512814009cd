package ashlar.spec.state;

/// What a slot holds: seL4 manual ch. 2 and 3.
public sealed interface Capability {
    /// The slot is empty.
    record NullCap() implements Capability { }

    record EndpointCap(Ref<Endpoint> ep, long badge, Rights rights) implements Capability { }

    /// @param rights of which a notification knows read and write
    record NotificationCap(Ref<Notification> ntfn, long badge, Rights rights) implements Capability { }

    /// The right to answer thread's call.
    /// @param isMaster whether it stays with thread itself, as the origin of those that are handed out
    /// @param canGrant whether capabilities may travel with the answer
    record ReplyCap(Ref<Tcb> thread, boolean isMaster, boolean canGrant) implements Capability { }

    /// A CNode of 2^radixBits slots, and the guardSize bits that come before an index into it.
    record CNodeCap(Ref<CNode> cnode, long radixBits, long guard, long guardSize) implements Capability { }

    record ThreadCap(Ref<Tcb> thread) implements Capability { }
}

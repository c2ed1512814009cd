package ashlar.spec.syscall;

import ashlar.spec.state.Capability;

/// A system call of the current thread: seL4 manual ch. 2 "System Calls"; cap is what its address led to.
public sealed interface Event {
    /// seL4_Send, seL4_NBSend.
    record Send(Capability cap, boolean blocking) implements Event { }

    record Call(Capability cap) implements Event { }

    /// seL4_Recv, seL4_NBRecv.
    record Recv(Capability cap, boolean blocking) implements Event { }

    record Reply() implements Event { }

    record ReplyRecv(Capability cap) implements Event { }

    record Yield() implements Event { }
}

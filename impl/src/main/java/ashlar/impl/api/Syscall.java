package ashlar.impl.api;

import static ashlar.impl.api.SyscallError.NO_ERROR;
import static ashlar.impl.kernel.Unreachable.unreachable;

import ashlar.impl.kernel.LookupFailure;
import ashlar.impl.kernel.Scheduler;
import ashlar.impl.kernel.Threads;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.object.Caps;
import ashlar.impl.object.EndpointOps;
import ashlar.impl.object.NotificationOps;
import ashlar.impl.object.ReplyOps;
import ashlar.model.machine.Machine;

/// The system calls of the current thread, which runs (seL4 manual ch. 2). slot holds the capability that
/// the call names.
public final class Syscall {
    private Syscall() { }

    public static final int CALL = -1;
    public static final int REPLY_RECV = -2;
    public static final int SEND = -3;
    public static final int NB_SEND = -4;
    public static final int RECV = -5;
    public static final int REPLY = -6;
    public static final int YIELD = -7;
    public static final int NB_RECV = -8;

    /// The call names nothing to receive from; the lookup failure is noted.
    public static final int CAP_FAULT = -1;

    /// Does what the call asks, and then switches to the thread that is to run.
    /// @return NO_ERROR, the number of a `SyscallError`, or CAP_FAULT
    public static int callKernel(Machine m, int syscall, long slot) {
        int outcome = handleSyscall(m, syscall, slot);
        Scheduler.schedule(m);
        Scheduler.activateThread(m);
        return outcome;
    }

    public static int handleSyscall(Machine m, int syscall, long slot) {
        return switch (syscall) {
            case CALL       -> handleSend(m, true, true, slot);
            case REPLY_RECV -> handleReplyRecv(m, slot);
            case SEND       -> handleSend(m, true, false, slot);
            case NB_SEND    -> handleSend(m, false, false, slot);
            case RECV       -> handleRecv(m, true, slot);
            case REPLY      -> handleReply(m);
            case YIELD      -> handleYield(m);
            case NB_RECV    -> handleRecv(m, false, slot);
            default -> throw unreachable("system calls are numbered -8..-1");
        };
    }

    /// @return INVALID_CAPABILITY unless the capability lets send to an endpoint or notification
    public static int handleSend(Machine m, boolean blocking, boolean isCall, long slot) {
        return switch (CapPtr.type(m, slot)) {
            case CapPtr.ENDPOINT     -> sendMessage(m, blocking, isCall, slot);
            case CapPtr.NOTIFICATION -> signal(m, slot);
            default -> SyscallError.invalidCapability(m, 0);
        };
    }

    private static int sendMessage(Machine m, boolean blocking, boolean isCall, long slot) {
        if (!CapPtr.canWrite(m, slot)) return SyscallError.invalidCapability(m, 0);
        EndpointOps.sendIPC(m, blocking, isCall, Caps.badge(m, slot), CapPtr.canGrant(m, slot),
                            CapPtr.canGrantReply(m, slot), KernelPtr.current(m), CapPtr.object(m, slot));
        return NO_ERROR;
    }

    private static int signal(Machine m, long slot) {
        if (!CapPtr.canWrite(m, slot)) return SyscallError.invalidCapability(m, 0);
        NotificationOps.sendSignal(m, CapPtr.object(m, slot), Caps.badge(m, slot));
        return NO_ERROR;
    }

    /// @return CAP_FAULT unless the capability lets receive from an endpoint, or from a notification that is
    ///         bound to no other thread
    public static int handleRecv(Machine m, boolean blocking, long slot) {
        return switch (CapPtr.type(m, slot)) {
            case CapPtr.ENDPOINT     -> receiveMessage(m, blocking, slot);
            case CapPtr.NOTIFICATION -> awaitSignal(m, blocking, slot);
            default -> capFault(m);
        };
    }

    /// The capability to reply to the last caller is lost.
    private static int receiveMessage(Machine m, boolean blocking, long slot) {
        long current = KernelPtr.current(m), ep = CapPtr.object(m, slot);
        boolean canGrant = CapPtr.canGrant(m, slot);
        if (!CapPtr.canRead(m, slot)) return capFault(m);
        ReplyOps.deleteCallerCap(m, current);
        EndpointOps.receiveIPC(m, blocking, current, ep, canGrant);
        return NO_ERROR;
    }

    private static int awaitSignal(Machine m, boolean blocking, long slot) {
        long current = KernelPtr.current(m), ntfn = CapPtr.object(m, slot);
        long bound = NotificationPtr.boundThread(m, ntfn);
        if (!CapPtr.canRead(m, slot) || bound != KernelPtr.NULL && bound != current) return capFault(m);
        NotificationOps.receiveSignal(m, current, ntfn, blocking);
        return NO_ERROR;
    }

    private static int capFault(Machine m) {
        LookupFailure.missingCapability(m, 0);
        return CAP_FAULT;
    }

    /// Replies to the last caller, and waits for the next.
    public static int handleReplyRecv(Machine m, long slot) {
        ReplyOps.handleReply(m);
        return handleRecv(m, true, slot);
    }

    private static int handleReply(Machine m) {
        ReplyOps.handleReply(m);
        return NO_ERROR;
    }

    private static int handleYield(Machine m) {
        Threads.yieldCurrent(m);
        return NO_ERROR;
    }
}

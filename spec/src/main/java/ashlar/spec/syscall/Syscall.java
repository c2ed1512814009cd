package ashlar.spec.syscall;

import ashlar.spec.ipc.Ipc;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.ipc.Replies;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.LookupFailure.MissingCapability;
import ashlar.spec.state.Notification;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import ashlar.spec.state.SyscallError.InvalidCapability;
import ashlar.spec.syscall.Answer.CapFault;
import ashlar.spec.syscall.Answer.Done;
import ashlar.spec.syscall.Answer.Refused;
import ashlar.spec.syscall.Event.Call;
import ashlar.spec.syscall.Event.Recv;
import ashlar.spec.syscall.Event.Reply;
import ashlar.spec.syscall.Event.ReplyRecv;
import ashlar.spec.syscall.Event.Send;
import ashlar.spec.syscall.Event.Yield;
import ashlar.spec.thread.Scheduler;
import ashlar.spec.thread.Threads;

/// The system calls that endpoints and notifications answer to: seL4 manual ch. 2 "System Calls".
public final class Syscall {
    private Syscall() { }

    /// The current thread makes a system call; then the scheduler decides who runs on.
    public static Outcome callKernel(State s, Event event) {
        var outcome = handle(s, event);
        return new Outcome(Scheduler.activateThread(Scheduler.schedule(outcome.state())), outcome.answer());
    }

    /// What the call itself does, before the scheduler decides.
    public static Outcome handle(State s, Event event) {
        return switch (event) {
            case Send(var cap, var blocking) -> handleSend(s, cap, blocking);
            case Call(var cap)               -> handleCall(s, cap);
            case Recv(var cap, var blocking) -> handleRecv(s, cap, blocking);
            case Reply()                     -> done(handleReply(s));
            case ReplyRecv(var cap)          -> handleReplyRecv(s, cap);
            case Yield()                     -> done(Threads.yieldCurrent(s));
        };
    }

    /// seL4_Send and seL4_NBSend.
    /// @return InvalidCapability(0) if cap is no endpoint or notification, or has no write right
    public static Outcome handleSend(State s, Capability cap, boolean blocking) {
        return invoke(s, cap, blocking, false);
    }

    /// seL4_Call.
    /// @return as for Send
    public static Outcome handleCall(State s, Capability cap) {
        return invoke(s, cap, true, true);
    }

    /// Send, NBSend and Call alike.
    public static Outcome invoke(State s, Capability cap, boolean blocking, boolean isCall) {
        if (cap instanceof EndpointCap(var ep, var badge, var rights) && rights.write())
            return done(Ipc.send(s, blocking,
                new SenderPayload(badge, rights.grant(), rights.grantReply(), isCall), s.current(), ep));
        if (cap instanceof NotificationCap(var ntfn, var badge, var rights) && rights.write())
            return done(Notifications.signal(s, ntfn, badge));
        return new Outcome(s, new Refused(new InvalidCapability(0)));
    }

    /// seL4_Recv, seL4_NBRecv, seL4_Wait and seL4_Poll. To receive from an endpoint gives up the right to
    /// answer an earlier caller.
    /// @return a fault if cap is no endpoint or notification, has no read right, or is a notification that
    ///         another thread is bound to
    public static Outcome handleRecv(State s, Capability cap, boolean blocking) {
        if (cap instanceof EndpointCap(var ep, _, var rights) && rights.read())
            return done(Ipc.receive(Replies.deleteCallerCap(s, s.current()), blocking, s.current(), ep,
                rights.grant()));
        if (cap instanceof NotificationCap(var ntfn, _, var rights) && rights.read() && mayWait(s, ntfn))
            return done(Notifications.await(s, s.current(), ntfn, blocking));
        return new Outcome(s, new CapFault(new MissingCapability(0)));
    }

    private static boolean mayWait(State s, Ref<Notification> ntfn) {
        return s.notification(ntfn).bound().forAll(t -> t.equals(s.current()));
    }

    /// seL4_Reply.
    public static State handleReply(State s) {
        return Replies.doReply(s, s.current());
    }

    /// seL4_ReplyRecv.
    /// @return as for Recv
    public static Outcome handleReplyRecv(State s, Capability cap) {
        return handleRecv(handleReply(s), cap, true);
    }

    private static Outcome done(State s) {
        return new Outcome(s, new Done());
    }
}

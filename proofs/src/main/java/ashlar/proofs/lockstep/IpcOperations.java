package ashlar.proofs.lockstep;

import static ashlar.proofs.lockstep.Operation.silent;

import ashlar.impl.object.EndpointOps;
import ashlar.impl.object.NotificationOps;
import ashlar.impl.object.ReplyOps;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.ipc.Replies;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Endpoints, notifications and replies.
final class IpcOperations {
    private IpcOperations() { }

    static List<Function<Draw, Optional<Operation>>> all() {
        return List.of(IpcOperations::send, IpcOperations::receive, IpcOperations::reply,
            IpcOperations::deleteCallerCap, IpcOperations::signal, IpcOperations::await,
            IpcOperations::cancel, IpcOperations::cancelAll, IpcOperations::cancelAllSignals,
            IpcOperations::cancelBadgedSends, IpcOperations::bind, IpcOperations::unbind,
            IpcOperations::unbindMaybe);
    }

    private static Optional<Operation> send(Draw draw) {
        if (!draw.mayCall()) return Optional.empty();
        var p = draw.choice().payload();
        var ep = draw.pick().endpoint();
        var thread = draw.s().current();
        boolean blocking = p.isCall() || draw.choice().either();
        return Optional.of(silent("send " + blocking + " " + p + " " + thread + " " + ep,
            s -> Ipc.send(s, blocking, p, thread, ep),
            m -> EndpointOps.sendIPC(m, blocking, p.isCall(), p.badge(), p.canGrant(), p.canGrantReply(),
                thread.addr(), ep.addr())));
    }

    private static Optional<Operation> receive(Draw draw) {
        var ep = draw.pick().endpoint();
        var thread = draw.s().current();
        boolean blocking = draw.choice().either(), canGrant = draw.choice().either();
        if (!draw.mayCall() || !draw.owesNoAnswer(thread)) return Optional.empty();
        return Optional.of(silent("receive " + blocking + " " + canGrant + " " + thread + " " + ep,
            s -> Ipc.receive(s, blocking, thread, ep, canGrant),
            m -> EndpointOps.receiveIPC(m, blocking, thread.addr(), ep.addr(), canGrant)));
    }

    private static Optional<Operation> reply(Draw draw) {
        if (!draw.mayCall()) return Optional.empty();
        return Optional.of(silent("reply", s -> Replies.doReply(s, s.current()), ReplyOps::handleReply));
    }

    private static Optional<Operation> deleteCallerCap(Draw draw) {
        var t = draw.pick().thread();
        return Optional.of(silent("deleteCallerCap " + t, s -> Replies.deleteCallerCap(s, t),
            m -> ReplyOps.deleteCallerCap(m, t.addr())));
    }

    private static Optional<Operation> signal(Draw draw) {
        var ntfn = draw.pick().notification();
        long badge = draw.choice().badge();
        return Optional.of(silent("signal " + ntfn + " " + badge, s -> Notifications.signal(s, ntfn, badge),
            m -> NotificationOps.sendSignal(m, ntfn.addr(), badge)));
    }

    private static Optional<Operation> await(Draw draw) {
        if (!draw.mayCall()) return Optional.empty();
        var ntfn = draw.pick().notification();
        var thread = draw.s().current();
        boolean blocking = draw.choice().either();
        return Optional.of(silent("await " + thread + " " + ntfn + " " + blocking,
            s -> Notifications.await(s, thread, ntfn, blocking),
            m -> NotificationOps.receiveSignal(m, thread.addr(), ntfn.addr(), blocking)));
    }

    private static Optional<Operation> cancel(Draw draw) {
        var t = draw.pick().thread();
        return Optional.of(silent("cancel " + t, s -> Ipc.cancel(s, t),
            m -> EndpointOps.cancelIPC(m, t.addr())));
    }

    private static Optional<Operation> cancelAll(Draw draw) {
        var ep = draw.pick().endpoint();
        return Optional.of(silent("cancelAll " + ep, s -> Ipc.cancelAll(s, ep),
            m -> EndpointOps.cancelAllIPC(m, ep.addr())));
    }

    private static Optional<Operation> cancelAllSignals(Draw draw) {
        var ntfn = draw.pick().notification();
        return Optional.of(silent("cancelAllSignals " + ntfn, s -> Notifications.cancelAllSignals(s, ntfn),
            m -> NotificationOps.cancelAllSignals(m, ntfn.addr())));
    }

    private static Optional<Operation> cancelBadgedSends(Draw draw) {
        var ep = draw.pick().endpoint();
        long badge = draw.choice().badge();
        return Optional.of(silent("cancelBadgedSends " + ep + " " + badge,
            s -> Ipc.cancelBadgedSends(s, ep, badge),
            m -> EndpointOps.cancelBadgedSends(m, ep.addr(), badge)));
    }

    private static Optional<Operation> bind(Draw draw) {
        var t = draw.pick().thread();
        var ntfn = draw.pick().notification();
        if (draw.s().thread(t).bound().isPresent() || draw.s().notification(ntfn).bound().isPresent())
            return Optional.empty();
        return Optional.of(silent("bind " + t + " " + ntfn, s -> Notifications.bind(s, t, ntfn),
            m -> NotificationOps.bindNotification(m, t.addr(), ntfn.addr())));
    }

    private static Optional<Operation> unbind(Draw draw) {
        var t = draw.pick().thread();
        return Optional.of(silent("unbind " + t, s -> Notifications.unbind(s, t),
            m -> NotificationOps.unbindNotification(m, t.addr())));
    }

    private static Optional<Operation> unbindMaybe(Draw draw) {
        var ntfn = draw.pick().notification();
        return Optional.of(silent("unbindMaybe " + ntfn, s -> Notifications.unbindMaybe(s, ntfn),
            m -> NotificationOps.unbindMaybeNotification(m, ntfn.addr())));
    }
}

package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.object.EndpointOps;
import ashlar.model.collection.PQueue;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// Senders with one badge: kernel against specification.
public final class BadgedRefines {
    private BadgedRefines() { }

    @Obligation(contract = true, keeps = "slots", text =
        "restartBadged makes those of a queue's rest that have the badge try anew")
    static void restartBadged_refines_retryBadged(State s, Machine m, Ref<Endpoint> ep, long badge,
        PQueue<Ref<Tcb>> queue) {
        assume(related(s, m) && Context.queues(s) && s.endpoints().has(ep) && isRest(queue, s.endpoint(ep)));
        decreases(queue);
        s = Ipc.retryBadged(s, ep, badge, queue);
        EndpointOps.restartBadged(m, ep.addr(), badge, StateRelation.addr(queue.first()));
        prove(related(s, m) && Context.queues(s));
    }

    /// queue is what remains of the senders' queue from some thread on.
    private static boolean isRest(PQueue<Ref<Tcb>> queue, Endpoint e) {
        return queue.first().forAll(t -> e instanceof Sending(var all) && all.contains(t))
            && queue.forAll(t -> e instanceof Sending(var all) && all.contains(t)
                && all.after(t).equals(queue.after(t)));
    }

    @Obligation(contract = true, opaque = true, keeps = "slots", text =
        "cancelBadgedSends makes those that wait to send with the badge try anew")
    static void cancelBadgedSends_refines_cancelBadgedSends(State s, Machine m, Ref<Endpoint> ep,
        long badge) {
        assume(related(s, m) && Context.queues(s) && s.endpoints().has(ep));
        s = Ipc.cancelBadgedSends(s, ep, badge);
        EndpointOps.cancelBadgedSends(m, ep.addr(), badge);
        prove(related(s, m) && Context.queues(s));
    }
}

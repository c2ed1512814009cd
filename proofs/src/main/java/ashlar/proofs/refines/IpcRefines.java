package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.decreases;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.object.EndpointOps;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnReply;

/// Endpoints: kernel against specification.
public final class IpcRefines {
    private IpcRefines() { }

    @Obligation(contract = true, keeps = "slots", text =
        "restartAll empties an endpoint's queue; who waited tries anew")
    static void restartAll_refines_retryAll(State s, Machine m, Ref<Endpoint> ep) {
        assume(related(s, m) && Context.queues(s) && s.endpoints().has(ep));
        State before = s;
        decreases(Ipc.waiters(s, ep));
        s = Ipc.retryAll(s, ep);
        EndpointOps.restartAll(m, ep.addr());
        prove(related(s, m) && Context.queues(s));
        prove(Context.keepsObjects(before, s) && Context.keepsCallers(before, s));
    }

    @Obligation(contract = true, opaque = true, keeps = "slots", text =
        "cancelAllIPC makes all that wait at an endpoint try anew")
    static void cancelAllIPC_refines_cancelAll(State s, Machine m, Ref<Endpoint> ep) {
        assume(related(s, m) && Context.queues(s) && s.endpoints().has(ep));
        State before = s;
        s = Ipc.cancelAll(s, ep);
        EndpointOps.cancelAllIPC(m, ep.addr());
        prove(related(s, m) && Context.queues(s));
        prove(Context.keepsObjects(before, s) && Context.keepsCallers(before, s));
    }

    @Obligation(text =
        "sendIPC hands the message to the first receiver, or queues the sender, or drops the message")
    static void sendIPC_refines_send(State s, Machine m, boolean blocking, SenderPayload p, Ref<Tcb> thread,
        Ref<Endpoint> ep) {
        assume(related(s, m) && Context.scheduling(s) && Context.waiting(s) && Context.derivation(s));
        assume(s.endpoints().has(ep) && Context.calls(s, thread) && Context.hasMaster(s, thread));
        assume(ReplyInvariants.receiversOweNoAnswer(s));
        s = Ipc.send(s, blocking, p, thread, ep);
        EndpointOps.sendIPC(m, blocking, p.isCall(), p.badge(), p.canGrant(), p.canGrantReply(),
            thread.addr(), ep.addr());
        prove(related(s, m));
    }

    @Obligation(text = "receiveIPC takes the first sender's message, or queues the receiver, or reports none")
    static void receiveIPC_refines_receive(State s, Machine m, boolean blocking, Ref<Tcb> thread,
        Ref<Endpoint> ep, boolean canGrant) {
        assume(related(s, m) && Context.scheduling(s) && Context.waiting(s) && Context.derivation(s));
        assume(s.endpoints().has(ep) && Context.calls(s, thread) && Context.bound(s));
        assume(ReplyInvariants.activeThreadsHaveMasters(s) && Context.isEmpty(s, Slots.caller(thread)));
        s = Ipc.receive(s, blocking, thread, ep, canGrant);
        EndpointOps.receiveIPC(m, blocking, thread.addr(), ep.addr(), canGrant);
        prove(related(s, m));
    }

    @Obligation(contract = true, opaque = true, text =
        "cancelIPC takes a blocked thread out of the middle of the queue that it is in, or of its call")
    static void cancelIPC_refines_cancel(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Context.queues(s) && Context.derivation(s) && s.threads().has(t));
        assume(!(s.thread(t).state() instanceof BlockedOnReply) || Context.hasMaster(s, t));
        State before = s;
        s = Ipc.cancel(s, t);
        EndpointOps.cancelIPC(m, t.addr());
        prove(related(s, m) && Context.queues(s) && Context.derivation(s));
        prove(Context.keepsObjects(before, s) && Context.onlyEmpties(before, s));
        prove(Context.unblocks(before, s, t));
        prove(Context.onlyPrunes(before, s));
        prove((!Context.hasMaster(before, t) || Context.hasMaster(s, t)) && Context.waitsNowhere(s, t));
    }

    @Obligation(contract = true, text =
        "transferMessage copies the message registers and hands over the badge")
    static void transferMessage_refines_transfer(State s, Machine m, Ref<Tcb> from, Ref<Tcb> to, long badge) {
        assume(related(s, m) && Invariants.aligned(s) && s.threads().has(from) && s.threads().has(to));
        s = Ipc.transfer(s, from, to, badge);
        EndpointOps.transferMessage(m, from.addr(), to.addr(), badge);
        prove(related(s, m));
    }
}

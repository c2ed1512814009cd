package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.object.EndpointOps;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.Running;

/// Endpoints: kernel against specification.
public final class IpcRefines {
    private IpcRefines() { }

    /// The current thread, running, makes the call.
    static boolean calls(State s, Ref<Tcb> thread) {
        return thread.equals(s.current()) && s.action() instanceof ResumeCurrent && s.thread(thread)
            .state() instanceof Running;
    }

    @Obligation(text =
        "sendIPC hands the message to the first receiver, or queues the sender, or drops the message")
    static void sendIPC_refines_send(State s, Machine m, boolean blocking, SenderPayload p, Ref<Tcb> thread,
        Ref<Endpoint> ep) {
        assume(related(s, m) && Invariants.all(s));
        assume(s.endpoints().has(ep) && s.threads().has(thread) && calls(s, thread));
        s = Ipc.send(s, blocking, p, thread, ep);
        EndpointOps.sendIPC(m, blocking, p.isCall(), p.badge(), p.canGrant(), p.canGrantReply(),
            thread.addr(), ep.addr());
        prove(related(s, m));
    }

    @Obligation(text = "receiveIPC takes the first sender's message, or queues the receiver, or reports none")
    static void receiveIPC_refines_receive(State s, Machine m, boolean blocking, Ref<Tcb> thread,
        Ref<Endpoint> ep, boolean canGrant) {
        assume(related(s, m) && Invariants.all(s));
        assume(s.endpoints().has(ep) && s.threads().has(thread) && calls(s, thread));
        s = Ipc.receive(s, blocking, thread, ep, canGrant);
        EndpointOps.receiveIPC(m, blocking, thread.addr(), ep.addr(), canGrant);
        prove(related(s, m));
    }

    @Obligation(text = "cancelIPC takes a blocked thread out of the middle of its endpoint's queue")
    static void cancelIPC_refines_cancel(State s, Machine m, Ref<Tcb> t) {
        assume(related(s, m) && Invariants.all(s) && s.threads().has(t));
        s = Ipc.cancel(s, t);
        EndpointOps.cancelIPC(m, t.addr());
        prove(related(s, m));
    }

    @Obligation(text = "transferMessage copies the message registers and hands over the badge")
    static void transferMessage_refines_transfer(State s, Machine m, Ref<Tcb> from, Ref<Tcb> to, long badge) {
        assume(related(s, m) && Invariants.all(s) && s.threads().has(from) && s.threads().has(to));
        s = Ipc.transfer(s, from, to, badge);
        EndpointOps.transferMessage(m, from.addr(), to.addr(), badge);
        prove(related(s, m));
    }
}

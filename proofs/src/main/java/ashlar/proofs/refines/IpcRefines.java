package ashlar.proofs.refines;

import static ashlar.proofs.refines.StateRelation.related;
import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.object.EndpointOps;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.ipc.Ipc;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// Endpoints: kernel against specification.
public final class IpcRefines {
    private IpcRefines() { }

    @Obligation(text = "transferMessage copies the message registers and hands over the badge")
    static void transferMessage_refines_transfer(State s, Machine m, Ref<Tcb> from, Ref<Tcb> to, long badge) {
        assume(related(s, m) && Invariants.aligned(s) && s.threads().has(from) && s.threads().has(to));
        s = Ipc.transfer(s, from, to, badge);
        EndpointOps.transferMessage(m, from.addr(), to.addr(), badge);
        prove(related(s, m));
    }
}

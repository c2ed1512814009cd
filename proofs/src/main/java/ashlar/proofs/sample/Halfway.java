package ashlar.proofs.sample;

import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.thread.Threads;

/// States as they are in the middle of an operation, where some invariants do not hold.
final class Halfway {
    private final Choice choice;
    private State s;

    private Halfway(State s, Choice choice) {
        this.s = s;
        this.choice = choice;
    }

    /// s after a few steps, each of which may be a part of an operation.
    static State from(State s, Choice choice) {
        var halfway = new Halfway(s, choice);
        for (long steps = 1 + choice.below(3); steps > 0; steps--) halfway.step();
        return halfway.s;
    }

    private void step() {
        var pick = new Pick(s, choice);
        Ref<Tcb> t = pick.thread();
        switch (choice.random().nextInt(7)) {
            case 0  -> s = s.withThread(t, s.thread(t).withState(pick.threadState()));
            case 1  -> s = Threads.setThreadState(s, t, pick.threadState());
            case 2  -> s = Threads.enqueue(s, t);
            case 3  -> s = Threads.dequeue(s, t);
            case 4  -> s = s.withAction(new Values(s, choice, pick).action());
            case 5  -> s = s.withCurrent(t).withAction(new ResumeCurrent());
            default -> takeFirst(pick.endpoint());
        }
    }

    /// Takes the first out of the queue of ep.
    private void takeFirst(Ref<Endpoint> ep) {
        switch (s.endpoint(ep)) {
            case Sending(var q)   -> s = s.withEndpoint(ep, q.tail().isEmpty() ? new Endpoint.Idle()
                : new Sending(q.tail()));
            case Receiving(var q) -> s = s.withEndpoint(ep, q.tail().isEmpty() ? new Endpoint.Idle()
                : new Receiving(q.tail()));
            case Endpoint.Idle()  -> { }
        }
    }
}

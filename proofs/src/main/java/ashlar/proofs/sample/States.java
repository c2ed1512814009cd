package ashlar.proofs.sample;

import ashlar.model.collection.Option;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PTable;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Level;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Registers;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes small abstract states that satisfy the invariants.
public final class States {
    private static final long FIRST_THREAD = 0x8000_1000L;
    private static final long FIRST_ENDPOINT = 0x8000_0400L;

    private final RandomGenerator random;
    private final List<Ref<Endpoint>> endpoints = new ArrayList<>();
    private final boolean[] sends;
    private State s;

    private States(RandomGenerator random, int size) {
        this.random = random;
        this.sends = new boolean[Math.max(1, size / 2)];
        for (int i = 0; i < sends.length; i++) {
            endpoints.add(new Ref<>(FIRST_ENDPOINT + 16L * i));
            sends[i] = random.nextBoolean();
        }
        Ref<Tcb> first = new Ref<>(FIRST_THREAD);
        s = new State(PMap.empty(), PMap.empty(), PMap.empty(),
            new ashlar.spec.state.CapabilitySlots(PMap.empty(), ashlar.model.collection.PForest.empty(),
                ashlar.model.collection.PSet.empty()),
            new ashlar.spec.state.Schedule(PTable.filledWith(PQueue.empty()), first, first,
                new ResumeCurrent(), random.nextInt(2)));
        for (Ref<Endpoint> ep : endpoints) s = s.withEndpoint(ep, new Endpoint.Idle());
        for (int i = 0; i < size; i++) addThread(new Ref<>(FIRST_THREAD + 2048L * i), i == 0);
        decide();
    }

    /// A state of size threads.
    public static State of(RandomGenerator random, int size) {
        return new States(random, size).s;
    }

    private void addThread(Ref<Tcb> t, boolean isCurrent) {
        ThreadState state = isCurrent && random.nextInt(4) != 0 ? new ThreadState.Running() : state();
        Registers registers = new Registers(word(), word(), word(), word(), word(), word(), word(), word());
        Tcb tcb =
            new Tcb(state, Option.none(), random.nextInt(2), priority(), random.nextInt(256),
            random.nextInt(6), registers);
        s = s.withThread(t, tcb);
        switch (state) {
            case ThreadState.BlockedOnSend(var ep, _)    ->
                s = s.withEndpoint(ep, new Endpoint.Sending(queue(ep).append(t)));
            case ThreadState.BlockedOnReceive(var ep, _) ->
                s = s.withEndpoint(ep, new Endpoint.Receiving(queue(ep).append(t)));
            default -> {
                if (state.isRunnable() && !isCurrent && random.nextInt(4) != 0) {
                    Level level = new Level(tcb.domain(), tcb.priority());
                    s = s.withReady(level, s.ready().get(level).append(t));
                }
            }
        }
    }

    private PQueue<Ref<Tcb>> queue(Ref<Endpoint> ep) {
        return switch (s.endpoint(ep)) {
            case Endpoint.Idle()           -> PQueue.empty();
            case Endpoint.Sending(var q)   -> q;
            case Endpoint.Receiving(var q) -> q;
        };
    }

    private ThreadState state() {
        int i = random.nextInt(endpoints.size());
        return switch (random.nextInt(8)) {
            case 0       -> new ThreadState.Inactive();
            case 1       -> new ThreadState.Restart();
            case 2       -> new ThreadState.BlockedOnReply();
            case 3, 4, 5 -> sends[i] ? new ThreadState.BlockedOnSend(endpoints.get(i), payload(random))
                                     : new ThreadState.BlockedOnReceive(endpoints.get(i),
                                         random.nextBoolean());
            default      -> new ThreadState.Running();
        };
    }

    /// Sometimes another decision than to go on with the current thread.
    private void decide() {
        if (random.nextInt(3) == 0) s = s.withAction(new ChooseNew());
        for (Ref<Tcb> t : s.threads().keys()) {
            Tcb tcb = s.thread(t);
            boolean isQueued = s.ready().get(new Level(tcb.domain(), tcb.priority())).contains(t);
            if (!isQueued && tcb.state().isRunnable() && !t.equals(s.current())
                && random.nextInt(2) == 0) s = s.withAction(new SwitchTo(t));
        }
    }

    private long priority() {
        return random.nextInt(3) == 0 ? random.nextInt(256) : 63 + random.nextInt(3);
    }

    static SenderPayload payload(RandomGenerator random) {
        return new SenderPayload(random.nextInt(16), random.nextBoolean(), random.nextBoolean(),
            random.nextBoolean());
    }

    private long word() {
        return random.nextInt(16);
    }
}

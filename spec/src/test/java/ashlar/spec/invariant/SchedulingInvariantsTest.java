package ashlar.spec.invariant;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.CURRENT;
import static ashlar.spec.Given.IDLE;
import static ashlar.spec.Given.PRIORITY;
import static ashlar.spec.Given.choosing;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.ready;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.collection.PQueue;
import ashlar.model.platform.Platform;
import ashlar.spec.state.Level;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.state.ThreadState.Idle;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Running;
import org.junit.jupiter.api.Test;

class SchedulingInvariantsTest {
    private static State inState(State s, Ref<Tcb> t, ThreadState state) {
        return s.withThread(t, s.thread(t).withState(state));
    }

    private static State inDomain(State s, Ref<Tcb> t, long domain) {
        var tcb = s.thread(t);
        return s.withThread(t, new Tcb(tcb.state(), tcb.bound(), domain, tcb.priority(), tcb.maxPriority(),
            tcb.timeSlice(), tcb.registers()));
    }

    @Test
    void quiet_state_satisfies_all() {
        assertThat(SchedulingInvariants.all(quiet())).isTrue();
    }

    @Test
    void levels_are_in_range() {
        var alice = quiet().thread(ALICE);
        assertThat(SchedulingInvariants.levelsInRange(quiet().withThread(ALICE, alice.withPriority(256))))
            .isFalse();
        assertThat(SchedulingInvariants.levelsInRange(quiet().withThread(ALICE, alice.withMaxPriority(-1))))
            .isFalse();
        assertThat(SchedulingInvariants.levelsInRange(inDomain(quiet(), ALICE, Platform.NUM_DOMAINS)))
            .isFalse();
    }

    @Test
    void time_slices_are_in_range() {
        var alice = quiet().thread(ALICE);
        assertThat(SchedulingInvariants.timeSlicesInRange(quiet().withThread(ALICE,
            alice.withTimeSlice(Platform.TIME_SLICE + 1)))).isFalse();
        assertThat(SchedulingInvariants.timeSlicesInRange(quiet().withThread(ALICE,
            alice.withTimeSlice(-1)))).isFalse();
    }

    @Test
    void only_the_idle_thread_idles() {
        assertThat(SchedulingInvariants.onlyIdleIdles(inState(quiet(), ALICE, new Idle()))).isFalse();
        assertThat(SchedulingInvariants.onlyIdleIdles(inState(quiet(), IDLE, new Running()))).isFalse();
    }

    @Test
    void ready_thread_is_runnable() {
        var s = inState(ready(quiet(), ALICE, PRIORITY), ALICE, new Inactive());
        assertThat(SchedulingInvariants.readyThreadsAreRunnable(s)).isFalse();
    }

    @Test
    void ready_thread_is_at_its_level() {
        var s = inState(quiet(), ALICE, new Running()).withReady(new Level(0, 1), PQueue.of(ALICE));
        assertThat(SchedulingInvariants.readyThreadsAreOfTheirLevel(s)).isFalse();
    }

    @Test
    void current_thread_that_goes_on_is_not_ready() {
        var s = ready(quiet(), CURRENT, PRIORITY);
        assertThat(SchedulingInvariants.currentIsNotReady(s)).isFalse();
        assertThat(SchedulingInvariants.currentIsNotReady(choosing(s))).isTrue();
    }

    @Test
    void current_thread_that_goes_on_may_run() {
        var s = inState(quiet(), CURRENT, new Inactive());
        assertThat(SchedulingInvariants.currentMayRun(s)).isFalse();
        assertThat(SchedulingInvariants.currentMayRun(choosing(s))).isTrue();
        assertThat(SchedulingInvariants.currentMayRun(quiet().withCurrent(IDLE))).isTrue();
    }

    @Test
    void current_thread_is_of_the_current_domain() {
        assertThat(SchedulingInvariants.currentIsOfDomain(inDomain(quiet(), CURRENT, 1))).isFalse();
        assertThat(SchedulingInvariants.currentIsOfDomain(inDomain(quiet().withCurrent(IDLE), IDLE, 1)))
            .isTrue();
    }

    @Test
    void candidate_is_runnable_and_of_the_current_domain() {
        var s = inState(quiet(), ALICE, new Running()).withAction(new SwitchTo(ALICE));
        assertThat(SchedulingInvariants.candidateIsRunnable(s)).isTrue();
        assertThat(SchedulingInvariants.candidateIsRunnable(inState(s, ALICE, new Inactive()))).isFalse();
        assertThat(SchedulingInvariants.candidateIsRunnable(inDomain(s, ALICE, 1))).isFalse();
    }

    @Test
    void runnable_thread_is_not_forgotten() {
        var s = inState(quiet(), ALICE, new Running());
        assertThat(SchedulingInvariants.runnableThreadsGetTheirTurn(s)).isFalse();
        assertThat(SchedulingInvariants.runnableThreadsGetTheirTurn(s.withAction(new SwitchTo(ALICE))))
            .isTrue();
        assertThat(SchedulingInvariants.runnableThreadsGetTheirTurn(ready(quiet(), ALICE, 1))).isTrue();
    }

    @Test
    void none_ranks_above_the_current_thread() {
        var s = ready(quiet(), ALICE, PRIORITY + 1);
        assertThat(SchedulingInvariants.currentRanksHighest(s)).isFalse();
        assertThat(SchedulingInvariants.currentRanksHighest(choosing(s))).isTrue();
        assertThat(SchedulingInvariants.currentRanksHighest(s.withAction(new SwitchTo(ALICE)))).isTrue();
        assertThat(SchedulingInvariants.currentRanksHighest(ready(quiet(), ALICE, PRIORITY))).isTrue();
    }

    @Test
    void all_rank_above_the_idle_thread() {
        var s = ready(quiet(), ALICE, 0).withCurrent(IDLE);
        assertThat(SchedulingInvariants.currentRanksHighest(s)).isFalse();
    }
}

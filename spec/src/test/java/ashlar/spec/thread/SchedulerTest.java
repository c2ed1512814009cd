package ashlar.spec.thread;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CURRENT;
import static ashlar.spec.Given.IDLE;
import static ashlar.spec.Given.PRIORITY;
import static ashlar.spec.Given.choosing;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.ready;
import static ashlar.spec.Given.readyAt;
import static ashlar.spec.Given.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.model.platform.Platform;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Registers;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.ThreadState.Running;
import ashlar.spec.state.Unreachable;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    /// Alice, at priority, is about to run.
    private static State candidate(State s, long priority) {
        s = s.withThread(ALICE, s.thread(ALICE).withPriority(priority).withState(new Running()));
        return s.withAction(new SwitchTo(ALICE));
    }

    /// The current thread cannot go on.
    private static State stopped(State s) {
        return s.withThread(CURRENT, s.thread(CURRENT).withState(new Inactive()));
    }

    @Test
    void current_thread_goes_on_if_nothing_else_was_decided() {
        assertThat(Scheduler.schedule(quiet())).isEqualTo(quiet());
    }

    @Test
    void first_of_highest_priority_is_chosen() {
        var s = ready(ready(choosing(quiet()), ALICE, PRIORITY + 1), BOB, PRIORITY + 1);
        s = Scheduler.schedule(s);
        assertThat(s.current()).isEqualTo(ALICE);
        assertThat(readyAt(s, PRIORITY + 1)).containsExactly(BOB);
        assertThat(s.action()).isEqualTo(new ResumeCurrent());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void current_thread_comes_first_among_its_equals() {
        var s = Scheduler.schedule(ready(choosing(quiet()), ALICE, PRIORITY));
        assertThat(s.current()).isEqualTo(CURRENT);
    }

    @Test
    void idle_thread_runs_if_no_other_can() {
        var s = Scheduler.schedule(choosing(stopped(quiet())));
        assertThat(s.current()).isEqualTo(IDLE);
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void threads_of_other_domains_are_not_chosen() {
        var s = choosing(stopped(quiet()));
        var tcb = s.thread(ALICE);
        s = s.withThread(ALICE, new Tcb(new Running(), tcb.bound(), 1, tcb.priority(),
            tcb.maxPriority(), tcb.timeSlice(), tcb.registers()));
        s = Scheduler.schedule(Threads.enqueue(s, ALICE));
        assertThat(s.current()).isEqualTo(IDLE);
    }

    @Test
    void candidate_of_higher_priority_runs() {
        var s = Scheduler.schedule(candidate(quiet(), PRIORITY + 1));
        assertThat(s.current()).isEqualTo(ALICE);
        assertThat(readyAt(s, PRIORITY)).containsExactly(CURRENT);
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void candidate_of_equal_priority_waits_behind_the_current_thread() {
        var s = Scheduler.schedule(candidate(quiet(), PRIORITY));
        assertThat(s.current()).isEqualTo(CURRENT);
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE);
    }

    @Test
    void candidate_of_equal_priority_runs_if_the_current_thread_cannot() {
        var s = Scheduler.schedule(candidate(stopped(quiet()), PRIORITY));
        assertThat(s.current()).isEqualTo(ALICE);
    }

    @Test
    void candidate_of_lower_priority_waits() {
        var s = Scheduler.schedule(candidate(quiet(), PRIORITY - 1));
        assertThat(s.current()).isEqualTo(CURRENT);
        assertThat(readyAt(s, PRIORITY - 1)).containsExactly(ALICE);
    }

    @Test
    void candidate_of_lower_priority_runs_if_none_of_higher_waits() {
        var s = Scheduler.schedule(candidate(stopped(quiet()), PRIORITY - 1));
        assertThat(s.current()).isEqualTo(ALICE);
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void candidate_waits_if_another_of_higher_priority_does() {
        var s = Scheduler.schedule(candidate(ready(stopped(quiet()), BOB, PRIORITY), PRIORITY - 1));
        assertThat(s.current()).isEqualTo(BOB);
        assertThat(readyAt(s, PRIORITY - 1)).containsExactly(ALICE);
    }

    @Test
    void candidate_that_is_queued_runs_and_is_queued_no_more() {
        var s = Scheduler.schedule(Threads.enqueue(candidate(quiet(), 200), ALICE));
        assertThat(s.current()).isEqualTo(ALICE);
        assertThat(Threads.isQueued(s, ALICE)).isFalse();
    }

    @Test
    void priority_is_highest_if_only_equals_wait() {
        assertThat(Scheduler.isHighestPriority(ready(quiet(), ALICE, 5), 0, 5)).isTrue();
    }

    @Test
    void priority_is_not_highest_if_a_higher_one_waits() {
        assertThat(Scheduler.isHighestPriority(ready(quiet(), ALICE, 6), 0, 5)).isFalse();
    }

    @Test
    void higher_priority_in_another_domain_does_not_count() {
        assertThat(Scheduler.isHighestPriority(ready(quiet(), ALICE, 6), 1, 5)).isTrue();
    }

    @Test
    void tick_takes_one_of_the_time_slice() {
        var s = Scheduler.timerTick(quiet());
        assertThat(s.thread(CURRENT).timeSlice()).isEqualTo(Platform.TIME_SLICE - 1);
        assertThat(s.action()).isEqualTo(new ResumeCurrent());
    }

    @Test
    void last_tick_sends_the_current_thread_behind_its_equals() {
        var s = ready(quiet(), ALICE, PRIORITY);
        s = Scheduler.timerTick(s.withThread(CURRENT, s.thread(CURRENT).withTimeSlice(1)));
        assertThat(s.thread(CURRENT).timeSlice()).isEqualTo(Platform.TIME_SLICE);
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE, CURRENT);
        assertThat(s.action()).isEqualTo(new ChooseNew());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void tick_does_not_count_for_the_idle_thread() {
        var s = Scheduler.switchToIdle(quiet());
        assertThat(Scheduler.timerTick(s)).isEqualTo(s);
    }

    @Test
    void restarting_thread_goes_on_where_it_faulted() {
        var tcb = quiet().thread(CURRENT).withState(new Restart())
            .withRegisters(new Registers(0, 0, 0, 0, 0, 0, 0x400, 0x404));
        var s = Scheduler.activateThread(quiet().withThread(CURRENT, tcb));
        assertThat(s.thread(CURRENT).registers().nextIp()).isEqualTo(0x400);
        assertThat(stateOf(s, CURRENT)).isEqualTo(new Running());
    }

    @Test
    void running_thread_is_active_already() {
        assertThat(Scheduler.activateThread(quiet())).isEqualTo(quiet());
    }

    @Test
    void idle_thread_is_active_already() {
        var s = Scheduler.switchToIdle(quiet());
        assertThat(Scheduler.activateThread(s)).isEqualTo(s);
    }

    @Test
    void stopped_thread_cannot_be_activated() {
        assertThatThrownBy(() -> Scheduler.activateThread(stopped(quiet())))
            .isInstanceOf(Unreachable.class).hasMessage("currentMayRun");
    }
}

package ashlar.spec.thread;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CURRENT;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.IDLE;
import static ashlar.spec.Given.PLAIN;
import static ashlar.spec.Given.PRIORITY;
import static ashlar.spec.Given.choosing;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.ready;
import static ashlar.spec.Given.readyAt;
import static ashlar.spec.Given.receiving;
import static ashlar.spec.Given.sending;
import static ashlar.spec.Given.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.SyscallError.RangeError;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.ThreadState.Running;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    @Test
    void current_thread_that_stops_makes_room() {
        var s = Threads.setThreadState(quiet(), CURRENT, new Inactive());
        assertThat(s.action()).isEqualTo(new ChooseNew());
    }

    @Test
    void another_thread_that_stops_changes_no_plan() {
        var s = Threads.setThreadState(quiet(), ALICE, new Inactive());
        assertThat(s.action()).isEqualTo(new ResumeCurrent());
    }

    @Test
    void current_thread_that_restarts_stays() {
        var s = Threads.setThreadState(quiet(), CURRENT, new Restart());
        assertThat(s.action()).isEqualTo(new ResumeCurrent());
    }

    @Test
    void enqueued_thread_comes_last() {
        var s = ready(ready(quiet(), ALICE, PRIORITY), BOB, PRIORITY);
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE, BOB);
    }

    @Test
    void thread_enqueued_first_comes_first() {
        var s = Threads.enqueueFirst(ready(quiet(), ALICE, PRIORITY), BOB);
        assertThat(readyAt(s, PRIORITY)).containsExactly(BOB, ALICE);
    }

    @Test
    void queued_thread_keeps_its_place() {
        var s = ready(ready(quiet(), ALICE, PRIORITY), BOB, PRIORITY);
        assertThat(Threads.enqueue(s, ALICE)).isEqualTo(s);
        assertThat(Threads.enqueueFirst(s, BOB)).isEqualTo(s);
    }

    @Test
    void candidate_waits_when_a_new_choice_is_due() {
        var s = Threads.rescheduleRequired(quiet().withAction(new SwitchTo(ALICE)));
        assertThat(s.action()).isEqualTo(new ChooseNew());
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE);
    }

    @Test
    void woken_thread_becomes_the_candidate() {
        var s = Threads.wake(quiet(), ALICE);
        assertThat(s.action()).isEqualTo(new SwitchTo(ALICE));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void second_woken_thread_makes_both_wait() {
        var s = Threads.wake(Threads.wake(quiet(), ALICE), BOB);
        assertThat(s.action()).isEqualTo(new ChooseNew());
        assertThat(readyAt(s, PRIORITY)).containsExactly(BOB, ALICE);
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void raised_thread_becomes_the_candidate() {
        var s = Threads.setPriority(ready(quiet(), ALICE, PRIORITY), ALICE, 200);
        assertThat(s.action()).isEqualTo(new SwitchTo(ALICE));
        assertThat(readyAt(s, PRIORITY)).isEmpty();
    }

    @Test
    void priority_of_stopped_thread_changes_no_plan() {
        var s = Threads.setPriority(quiet(), ALICE, 200);
        assertThat(s).isEqualTo(quiet().withThread(ALICE, quiet().thread(ALICE).withPriority(200)));
    }

    @Test
    void current_thread_that_changes_priority_asks_for_a_new_choice() {
        assertThat(Threads.setPriority(quiet(), CURRENT, 1).action()).isEqualTo(new ChooseNew());
    }

    @Test
    void priority_up_to_mcp_may_be_given() {
        assertThat(Threads.decodeSetPriority(quiet(), CURRENT, PRIORITY))
            .isEqualTo(new Ok<>(new Priority(PRIORITY)));
    }

    @Test
    void priority_above_mcp_is_refused() {
        assertThat(Threads.decodeSetPriority(quiet(), CURRENT, PRIORITY + 1))
            .isEqualTo(new Err<>(new RangeError(0, PRIORITY)));
    }

    @Test
    void priority_counts_as_unsigned() {
        assertThat(Threads.decodeSetPriority(quiet(), CURRENT, -1))
            .isEqualTo(new Err<>(new RangeError(0, PRIORITY)));
    }

    @Test
    void mcp_up_to_mcp_may_be_given() {
        assertThat(Threads.decodeSetMaxPriority(quiet(), CURRENT, 0)).isEqualTo(new Ok<>(new Priority(0)));
    }

    @Test
    void mcp_above_mcp_is_refused() {
        assertThat(Threads.decodeSetMaxPriority(quiet(), CURRENT, 255))
            .isEqualTo(new Err<>(new RangeError(0, PRIORITY)));
    }

    @Test
    void given_mcp_is_kept() {
        assertThat(Threads.setMaxPriority(quiet(), ALICE, 3).thread(ALICE).maxPriority()).isEqualTo(3);
    }

    @Test
    void yielding_thread_goes_behind_its_equals() {
        var s = Threads.yieldCurrent(ready(quiet(), ALICE, PRIORITY));
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE, CURRENT);
        assertThat(s.action()).isEqualTo(new ChooseNew());
    }

    @Test
    void suspended_thread_leaves_its_ready_queue() {
        var s = Threads.suspend(ready(quiet(), ALICE, PRIORITY), ALICE);
        assertThat(s).isEqualTo(quiet());
    }

    @Test
    void suspended_thread_leaves_its_endpoint() {
        var s = Threads.suspend(receiving(quiet(), ALICE), ALICE);
        assertThat(s.endpoint(EP)).isEqualTo(new Endpoint.Idle());
        assertThat(stateOf(s, ALICE)).isEqualTo(new Inactive());
    }

    @Test
    void current_thread_that_suspends_itself_makes_room() {
        var s = Threads.suspend(quiet(), CURRENT);
        assertThat(s.action()).isEqualTo(new ChooseNew());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void resumed_thread_restarts() {
        var s = Threads.restart(quiet(), ALICE);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Restart());
        assertThat(s.action()).isEqualTo(new SwitchTo(ALICE));
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE);
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void resumed_thread_gets_a_reply_master() {
        var s = quiet().withCapability(Slots.reply(ALICE), new NullCap())
            .withOriginal(Slots.reply(ALICE), false)
            .withDerivation(quiet().derivation().remove(Slots.reply(ALICE)));
        s = Threads.restart(s, ALICE);
        assertThat(s.capability(Slots.reply(ALICE))).isEqualTo(new ReplyCap(ALICE, true, true));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void blocked_thread_that_is_resumed_leaves_its_endpoint() {
        var s = Threads.restart(sending(quiet(), ALICE, PLAIN), ALICE);
        assertThat(s.endpoint(EP)).isEqualTo(new Endpoint.Idle());
        assertThat(stateOf(s, ALICE)).isEqualTo(new Restart());
    }

    @Test
    void running_thread_cannot_be_resumed() {
        var s = ready(quiet(), ALICE, PRIORITY);
        assertThat(Threads.restart(s, ALICE)).isEqualTo(s);
    }

    @Test
    void idle_thread_cannot_be_resumed() {
        assertThat(Threads.restart(quiet(), IDLE)).isEqualTo(quiet());
    }

    @Test
    void retrying_threads_queue_each_before_the_last() {
        var s = sending(sending(choosing(quiet()), BOB, PLAIN), ALICE, PLAIN);
        s = Threads.retryAll(s, ((Endpoint.Sending) s.endpoint(EP)).queue());
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE, BOB);
        assertThat(stateOf(s, BOB)).isEqualTo(new Restart());
    }

    @Test
    void thread_of_another_domain_waits() {
        var tcb = quiet().thread(ALICE);
        var s = quiet().withThread(ALICE, new Tcb(new Running(), tcb.bound(), 1, tcb.priority(),
            tcb.maxPriority(), tcb.timeSlice(), tcb.registers()));
        s = Threads.possibleSwitchTo(s, ALICE);
        assertThat(s.action()).isEqualTo(new ResumeCurrent());
        assertThat(Threads.isQueued(s, ALICE)).isTrue();
    }
}

package ashlar.impl.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.impl.SmallMemory;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private static final long P = SmallMemory.PRIORITY;

    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long current = memory.current;

    private void schedule(long action) {
        KernelPtr.setAction(m, action);
        Scheduler.schedule(m);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.RESUME_CURRENT);
    }

    @Test
    void nothing_decided_changes_nothing() {
        memory.ready(P + 1);
        Machine before = m.copy();
        Scheduler.schedule(m);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void choice_takes_the_first_of_the_highest_queue() {
        memory.ready(P + 1);
        long first = memory.ready(P + 2), second = memory.ready(P + 2);
        schedule(KernelPtr.CHOOSE_NEW);
        assertThat(KernelPtr.current(m)).isEqualTo(first);
        assertThat(memory.readyAt(P + 2)).containsExactly(second);
    }

    @Test
    void running_current_thread_goes_to_the_head_of_its_queue() {
        long equal = memory.ready(P), higher = memory.ready(P + 1);
        schedule(KernelPtr.CHOOSE_NEW);
        assertThat(KernelPtr.current(m)).isEqualTo(higher);
        assertThat(memory.readyAt(P)).containsExactly(current, equal);
    }

    @Test
    void running_current_thread_is_chosen_again_before_its_equals() {
        long equal = memory.ready(P);
        schedule(KernelPtr.CHOOSE_NEW);
        assertThat(KernelPtr.current(m)).isEqualTo(current);
        assertThat(memory.readyAt(P)).containsExactly(equal);
    }

    @Test
    void blocked_current_thread_is_not_queued() {
        TcbPtr.setState(m, current, TcbPtr.BLOCKED_ON_REPLY);
        long lower = memory.ready(P - 1);
        schedule(KernelPtr.CHOOSE_NEW);
        assertThat(KernelPtr.current(m)).isEqualTo(lower);
        assertThat(memory.readyAt(P)).isEmpty();
    }

    @Test
    void idle_thread_runs_if_no_other_is_ready() {
        TcbPtr.setState(m, current, TcbPtr.INACTIVE);
        schedule(KernelPtr.CHOOSE_NEW);
        assertThat(KernelPtr.current(m)).isEqualTo(memory.idle);
    }

    @Test
    void threads_of_other_domains_are_not_chosen() {
        TcbPtr.setState(m, current, TcbPtr.INACTIVE);
        long other = memory.thread(P, TcbPtr.RUNNING);
        TcbPtr.setDomain(m, other, 1);
        Threads.enqueue(m, other);
        schedule(KernelPtr.CHOOSE_NEW);
        assertThat(KernelPtr.current(m)).isEqualTo(memory.idle);
    }

    @Test
    void candidate_above_the_current_thread_runs() {
        long candidate = memory.thread(P + 1, TcbPtr.RUNNING);
        schedule(candidate);
        assertThat(KernelPtr.current(m)).isEqualTo(candidate);
        assertThat(memory.readyAt(P)).containsExactly(current);
        assertThat(memory.readyAt(P + 1)).isEmpty();
    }

    @Test
    void candidate_equal_to_the_running_current_thread_waits() {
        long candidate = memory.thread(P, TcbPtr.RUNNING);
        schedule(candidate);
        assertThat(KernelPtr.current(m)).isEqualTo(current);
        assertThat(memory.readyAt(P)).containsExactly(candidate);
    }

    @Test
    void candidate_equal_to_a_blocked_current_thread_runs() {
        TcbPtr.setState(m, current, TcbPtr.BLOCKED_ON_REPLY);
        long candidate = memory.thread(P, TcbPtr.RUNNING);
        schedule(candidate);
        assertThat(KernelPtr.current(m)).isEqualTo(candidate);
    }

    @Test
    void candidate_below_the_running_current_thread_waits() {
        long candidate = memory.thread(P - 1, TcbPtr.RUNNING);
        schedule(candidate);
        assertThat(KernelPtr.current(m)).isEqualTo(current);
        assertThat(memory.readyAt(P - 1)).containsExactly(candidate);
    }

    @Test
    void candidate_below_a_blocked_current_thread_runs_if_none_above_it_is_ready() {
        TcbPtr.setState(m, current, TcbPtr.BLOCKED_ON_REPLY);
        long candidate = memory.thread(P - 1, TcbPtr.RUNNING), equal = memory.ready(P - 1);
        schedule(candidate);
        assertThat(KernelPtr.current(m)).isEqualTo(candidate);
        assertThat(memory.readyAt(P - 1)).containsExactly(equal);
    }

    @Test
    void candidate_below_a_blocked_current_thread_waits_if_one_above_it_is_ready() {
        TcbPtr.setState(m, current, TcbPtr.BLOCKED_ON_REPLY);
        long candidate = memory.thread(P - 2, TcbPtr.RUNNING), higher = memory.ready(P - 1);
        schedule(candidate);
        assertThat(KernelPtr.current(m)).isEqualTo(higher);
        assertThat(memory.readyAt(P - 2)).containsExactly(candidate);
    }

    @Test
    void candidate_runs_instead_of_idle() {
        KernelPtr.setCurrent(m, memory.idle);
        long candidate = memory.thread(0, TcbPtr.RUNNING);
        schedule(candidate);
        assertThat(KernelPtr.current(m)).isEqualTo(candidate);
    }

    @Test
    void candidate_waits_though_idle_runs_if_one_above_it_is_ready() {
        KernelPtr.setCurrent(m, memory.idle);
        long candidate = memory.thread(3, TcbPtr.RUNNING), higher = memory.ready(4);
        schedule(candidate);
        assertThat(KernelPtr.current(m)).isEqualTo(higher);
        assertThat(memory.readyAt(3)).containsExactly(candidate);
    }

    @Test
    void priority_is_highest_if_none_above_it_is_ready() {
        memory.ready(9);
        assertThat(Scheduler.isHighestPriority(m, 0, 9)).isTrue();
        assertThat(Scheduler.isHighestPriority(m, 0, 8)).isFalse();
        assertThat(Scheduler.isHighestPriority(m, 1, 0)).isTrue();
    }

    @Test
    void tick_takes_one_from_the_time_slice() {
        Scheduler.timerTick(m);
        assertThat(TcbPtr.timeSlice(m, current)).isEqualTo(Platform.TIME_SLICE - 1);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.RESUME_CURRENT);
    }

    @Test
    void last_tick_refills_the_time_slice_and_lets_equals_run() {
        long equal = memory.ready(P);
        TcbPtr.setTimeSlice(m, current, 1);
        Scheduler.timerTick(m);
        assertThat(TcbPtr.timeSlice(m, current)).isEqualTo(Platform.TIME_SLICE);
        assertThat(memory.readyAt(P)).containsExactly(equal, current);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
    }

    @Test
    void idle_thread_has_no_time_slice() {
        KernelPtr.setCurrent(m, memory.idle);
        Machine before = m.copy();
        Scheduler.timerTick(m);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void restarting_thread_goes_back_to_its_call() {
        TcbPtr.setState(m, current, TcbPtr.RESTART);
        memory.setRegister(current, TcbPtr.FAULT_IP, 0x4000);
        Scheduler.activateThread(m);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.RUNNING);
        assertThat(TcbPtr.register(m, current, TcbPtr.NEXT_IP)).isEqualTo(0x4000);
    }

    @Test
    void running_thread_goes_on() {
        memory.setRegister(current, TcbPtr.FAULT_IP, 0x4000);
        Machine before = m.copy();
        Scheduler.activateThread(m);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void idle_thread_goes_on() {
        KernelPtr.setCurrent(m, memory.idle);
        Machine before = m.copy();
        Scheduler.activateThread(m);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void blocked_thread_cannot_be_activated() {
        TcbPtr.setState(m, current, TcbPtr.BLOCKED_ON_REPLY);
        assertThatThrownBy(() -> Scheduler.activateThread(m)).isInstanceOf(Unreachable.class);
    }
}

package ashlar.impl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.SmallMemory;
import ashlar.impl.api.SyscallError;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.impl.object.Caps;
import ashlar.impl.object.CNodeOps;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long current = memory.current;

    @Test
    void threads_queue_in_order() {
        long first = memory.ready(5), second = memory.ready(5);
        assertThat(memory.readyAt(5)).containsExactly(first, second);
        assertThat(ReadyBitmap.hasThreads(m, 0, 5)).isTrue();
    }

    @Test
    void thread_queued_already_keeps_its_place() {
        long first = memory.ready(5), second = memory.ready(5);
        Threads.enqueue(m, first);
        Threads.enqueueFirst(m, second);
        assertThat(memory.readyAt(5)).containsExactly(first, second);
    }

    @Test
    void thread_can_be_queued_ahead_of_others() {
        long second = memory.ready(5), first = memory.thread(5, TcbPtr.RUNNING);
        Threads.enqueueFirst(m, first);
        assertThat(memory.readyAt(5)).containsExactly(first, second);
    }

    @Test
    void thread_leaves_the_middle_of_its_queue() {
        long first = memory.ready(5), second = memory.ready(5), third = memory.ready(5);
        Threads.dequeue(m, second);
        assertThat(memory.readyAt(5)).containsExactly(first, third);
        assertThat(TcbPtr.queued(m, second)).isFalse();
        assertThat(ReadyBitmap.hasThreads(m, 0, 5)).isTrue();
    }

    @Test
    void last_thread_to_leave_clears_the_bitmap() {
        Threads.dequeue(m, memory.ready(5));
        assertThat(ReadyBitmap.hasThreads(m, 0, 5)).isFalse();
    }

    @Test
    void thread_that_becomes_ready_is_switched_to() {
        long thread = memory.thread();
        Threads.possibleSwitchTo(m, thread);
        assertThat(KernelPtr.action(m)).isEqualTo(thread);
    }

    @Test
    void second_thread_that_becomes_ready_leaves_the_choice_open() {
        long first = memory.thread(), second = memory.thread();
        Threads.possibleSwitchTo(m, first);
        Threads.possibleSwitchTo(m, second);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
        assertThat(memory.readyAt(SmallMemory.PRIORITY)).containsExactly(second, first);
    }

    @Test
    void thread_of_another_domain_is_only_queued() {
        long thread = memory.thread();
        TcbPtr.setDomain(m, thread, 1);
        Threads.possibleSwitchTo(m, thread);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.RESUME_CURRENT);
        assertThat(TcbPtr.queued(m, thread)).isTrue();
    }

    @Test
    void suspending_a_sender_takes_it_off_its_endpoint() {
        long ep = memory.endpoint();
        long sender = memory.sender(ep, 1);
        Threads.suspend(m, sender);
        assertThat(memory.waitingFor(ep)).isEmpty();
        assertThat(memory.state(sender)).isEqualTo(TcbPtr.INACTIVE);
    }

    @Test
    void suspending_a_ready_thread_takes_it_off_its_queue() {
        long thread = memory.ready(5);
        Threads.suspend(m, thread);
        assertThat(memory.readyAt(5)).isEmpty();
        assertThat(memory.state(thread)).isEqualTo(TcbPtr.INACTIVE);
    }

    @Test
    void suspending_the_current_thread_asks_for_another() {
        Threads.suspend(m, current);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
    }

    @Test
    void restarting_an_inactive_thread_makes_it_ready() {
        long thread = memory.thread();
        Threads.restart(m, thread);
        assertThat(memory.state(thread)).isEqualTo(TcbPtr.RESTART);
        assertThat(memory.readyAt(SmallMemory.PRIORITY)).containsExactly(thread);
        assertThat(KernelPtr.action(m)).isEqualTo(thread);
    }

    @Test
    void restarting_a_thread_gives_it_its_reply_master() {
        long thread = memory.thread();
        CNodeOps.emptySlot(m, memory.replySlot(thread));
        Threads.restart(m, thread);
        assertThat(CapPtr.type(m, memory.replySlot(thread))).isEqualTo(CapPtr.REPLY);
        assertThat(Caps.isReplyMaster(m, memory.replySlot(thread))).isTrue();
    }

    @Test
    void restarting_a_receiver_takes_it_off_its_endpoint() {
        long ep = memory.endpoint();
        long receiver = memory.receiver(ep);
        Threads.restart(m, receiver);
        assertThat(memory.waitingFor(ep)).isEmpty();
        assertThat(memory.state(receiver)).isEqualTo(TcbPtr.RESTART);
    }

    @Test
    void restarting_a_running_thread_does_nothing() {
        memory.ready(5);
        Machine before = m.copy();
        Threads.restart(m, memory.current);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void restarting_the_idle_thread_does_nothing() {
        Machine before = m.copy();
        Threads.restart(m, memory.idle);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void priority_above_the_authoritys_maximum_is_refused() {
        TcbPtr.setMaxPriority(m, current, 7);
        assertThat(Threads.decodeSetPriority(m, current, 8)).isEqualTo(SyscallError.RANGE_ERROR);
        assertThat(KernelPtr.error(m)).isEqualTo(SyscallError.RANGE_ERROR);
        assertThat(KernelPtr.errorMin(m)).isZero();
        assertThat(KernelPtr.errorMax(m)).isEqualTo(7);
    }

    @Test
    void priority_at_the_authoritys_maximum_is_allowed() {
        TcbPtr.setMaxPriority(m, current, 7);
        assertThat(Threads.decodeSetPriority(m, current, 7)).isEqualTo(SyscallError.NO_ERROR);
    }

    @Test
    void priority_is_compared_unsigned() {
        assertThat(Threads.decodeSetPriority(m, current, -1)).isEqualTo(SyscallError.RANGE_ERROR);
    }

    @Test
    void ready_thread_changes_queues_with_its_priority() {
        long thread = memory.ready(5);
        Threads.possibleSwitchTo(m, memory.thread());
        Threads.setPriority(m, thread, 6);
        assertThat(memory.readyAt(5)).isEmpty();
        assertThat(memory.readyAt(6)).containsExactly(thread);
    }

    @Test
    void new_priority_of_the_current_thread_asks_for_a_choice() {
        Threads.setPriority(m, current, 6);
        assertThat(TcbPtr.priority(m, current)).isEqualTo(6);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
    }

    @Test
    void new_priority_of_a_blocked_thread_changes_nothing_else() {
        long ep = memory.endpoint();
        long sender = memory.sender(ep, 1);
        Threads.setPriority(m, sender, 6);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.RESUME_CURRENT);
        assertThat(memory.waitingFor(ep)).containsExactly(sender);
    }

    @Test
    void maximum_priority_can_be_set() {
        Threads.setMaxPriority(m, current, 6);
        assertThat(TcbPtr.maxPriority(m, current)).isEqualTo(6);
    }

    @Test
    void yielding_goes_behind_equals() {
        long equal = memory.ready(SmallMemory.PRIORITY);
        Threads.yieldCurrent(m);
        assertThat(memory.readyAt(SmallMemory.PRIORITY)).containsExactly(equal, current);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
    }
}

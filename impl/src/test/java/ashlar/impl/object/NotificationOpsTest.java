package ashlar.impl.object;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.SmallMemory;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

class NotificationOpsTest {
    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long current = memory.current;
    private final long ntfn = memory.notification();

    @Test
    void signal_to_idle_notification_is_kept() {
        NotificationOps.sendSignal(m, ntfn, 5);
        assertThat(NotificationPtr.state(m, ntfn)).isEqualTo(NotificationPtr.ACTIVE);
        assertThat(NotificationPtr.badge(m, ntfn)).isEqualTo(5);
    }

    @Test
    void signals_to_active_notification_gather() {
        long active = memory.activeNotification(5);
        NotificationOps.sendSignal(m, active, 3);
        assertThat(NotificationPtr.badge(m, active)).isEqualTo(7);
    }

    @Test
    void signal_wakes_first_waiter() {
        long first = memory.waiter(ntfn), second = memory.waiter(ntfn);
        NotificationOps.sendSignal(m, ntfn, 5);
        assertThat(memory.state(first)).isEqualTo(TcbPtr.RUNNING);
        assertThat(memory.badge(first)).isEqualTo(5);
        assertThat(KernelPtr.action(m)).isEqualTo(first);
        assertThat(memory.waitingForSignal(ntfn)).containsExactly(second);
        assertThat(NotificationPtr.state(m, ntfn)).isEqualTo(NotificationPtr.WAITING);
    }

    @Test
    void signal_to_last_waiter_leaves_notification_idle() {
        memory.waiter(ntfn);
        NotificationOps.sendSignal(m, ntfn, 5);
        assertThat(NotificationPtr.state(m, ntfn)).isEqualTo(NotificationPtr.IDLE);
    }

    @Test
    void signal_reaches_bound_thread_that_waits_for_a_message() {
        long ep = memory.endpoint();
        long bound = memory.receiver(ep);
        NotificationOps.bindNotification(m, bound, ntfn);
        NotificationOps.sendSignal(m, ntfn, 5);
        assertThat(memory.state(bound)).isEqualTo(TcbPtr.RUNNING);
        assertThat(memory.badge(bound)).isEqualTo(5);
        assertThat(memory.waitingFor(ep)).isEmpty();
        assertThat(NotificationPtr.state(m, ntfn)).isEqualTo(NotificationPtr.IDLE);
        assertThat(KernelPtr.action(m)).isEqualTo(bound);
    }

    @Test
    void signal_is_kept_for_bound_thread_that_sends() {
        long ep = memory.endpoint();
        long bound = memory.sender(ep, 1);
        NotificationOps.bindNotification(m, bound, ntfn);
        NotificationOps.sendSignal(m, ntfn, 5);
        assertThat(memory.waitingFor(ep)).containsExactly(bound);
        assertThat(NotificationPtr.state(m, ntfn)).isEqualTo(NotificationPtr.ACTIVE);
    }

    @Test
    void wait_for_idle_notification_queues() {
        long first = memory.waiter(ntfn);
        NotificationOps.receiveSignal(m, current, ntfn, true);
        assertThat(memory.waitingForSignal(ntfn)).containsExactly(first, current);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.BLOCKED_ON_NOTIFICATION);
        assertThat(TcbPtr.blockingObject(m, current)).isEqualTo(ntfn);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
    }

    @Test
    void poll_of_idle_notification_reports_badge_0() {
        memory.setRegister(current, TcbPtr.BADGE_REGISTER, 9);
        NotificationOps.receiveSignal(m, current, ntfn, false);
        assertThat(memory.badge(current)).isZero();
        assertThat(memory.waitingForSignal(ntfn)).isEmpty();
        assertThat(memory.state(current)).isEqualTo(TcbPtr.RUNNING);
    }

    @Test
    void wait_for_active_notification_takes_its_badge() {
        long active = memory.activeNotification(5);
        NotificationOps.receiveSignal(m, current, active, true);
        assertThat(memory.badge(current)).isEqualTo(5);
        assertThat(NotificationPtr.state(m, active)).isEqualTo(NotificationPtr.IDLE);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.RUNNING);
    }

    @Test
    void cancelling_takes_thread_out_of_the_middle_of_the_queue() {
        long first = memory.waiter(ntfn), second = memory.waiter(ntfn), third = memory.waiter(ntfn);
        NotificationOps.cancelSignal(m, second, ntfn);
        assertThat(memory.waitingForSignal(ntfn)).containsExactly(first, third);
        assertThat(memory.state(second)).isEqualTo(TcbPtr.INACTIVE);
    }

    @Test
    void cancelling_all_restarts_every_waiter_the_last_of_them_first() {
        long first = memory.waiter(ntfn), second = memory.waiter(ntfn);
        NotificationOps.cancelAllSignals(m, ntfn);
        assertThat(memory.readyAt(SmallMemory.PRIORITY)).containsExactly(second, first);
        assertThat(memory.state(second)).isEqualTo(TcbPtr.RESTART);
        assertThat(NotificationPtr.state(m, ntfn)).isEqualTo(NotificationPtr.IDLE);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
    }

    @Test
    void cancelling_all_leaves_an_active_notification_active() {
        long active = memory.activeNotification(5);
        Machine before = m.copy();
        NotificationOps.cancelAllSignals(m, active);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void binding_links_both_ways() {
        NotificationOps.bindNotification(m, current, ntfn);
        assertThat(TcbPtr.boundNotification(m, current)).isEqualTo(ntfn);
        assertThat(NotificationPtr.boundThread(m, ntfn)).isEqualTo(current);
    }

    @Test
    void unbinding_a_thread_unlinks_both_ways() {
        NotificationOps.bindNotification(m, current, ntfn);
        NotificationOps.unbindNotification(m, current);
        assertThat(TcbPtr.boundNotification(m, current)).isEqualTo(KernelPtr.NULL);
        assertThat(NotificationPtr.boundThread(m, ntfn)).isEqualTo(KernelPtr.NULL);
    }

    @Test
    void unbinding_a_notification_unlinks_both_ways() {
        NotificationOps.bindNotification(m, current, ntfn);
        NotificationOps.unbindMaybeNotification(m, ntfn);
        assertThat(TcbPtr.boundNotification(m, current)).isEqualTo(KernelPtr.NULL);
        assertThat(NotificationPtr.boundThread(m, ntfn)).isEqualTo(KernelPtr.NULL);
    }

    @Test
    void unbinding_what_is_not_bound_does_nothing() {
        Machine before = m.copy();
        NotificationOps.unbindNotification(m, current);
        NotificationOps.unbindMaybeNotification(m, ntfn);
        assertThat(m).isEqualTo(before);
    }
}

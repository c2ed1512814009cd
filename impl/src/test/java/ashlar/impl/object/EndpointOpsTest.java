package ashlar.impl.object;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.SmallMemory;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

class EndpointOpsTest {
    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long current = memory.current;
    private final long ep = memory.endpoint();

    private void send(boolean blocking) {
        EndpointOps.sendIPC(m, blocking, false, 7, false, false, current, ep);
    }

    private void call(boolean canGrant, boolean canGrantReply) {
        EndpointOps.sendIPC(m, true, true, 7, canGrant, canGrantReply, current, ep);
    }

    private void receive(boolean blocking) {
        EndpointOps.receiveIPC(m, blocking, current, ep, true);
    }

    @Test
    void send_to_idle_endpoint_queues_sender() {
        send(true);
        assertThat(memory.waitingFor(ep)).containsExactly(current);
        assertThat(EndpointPtr.state(m, ep)).isEqualTo(EndpointPtr.SEND);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.BLOCKED_ON_SEND);
        assertThat(TcbPtr.blockingBadge(m, current)).isEqualTo(7);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
    }

    @Test
    void send_to_sending_endpoint_queues_behind_the_others() {
        long first = memory.sender(ep, 1);
        send(true);
        assertThat(memory.waitingFor(ep)).containsExactly(first, current);
    }

    @Test
    void nbsend_to_idle_endpoint_drops_message() {
        Machine before = m.copy();
        send(false);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void nbsend_to_receiving_endpoint_delivers() {
        long receiver = memory.receiver(ep);
        send(false);
        assertThat(memory.state(receiver)).isEqualTo(TcbPtr.RUNNING);
        assertThat(memory.badge(receiver)).isEqualTo(7);
    }

    @Test
    void send_wakes_the_first_receiver_only() {
        long first = memory.receiver(ep), second = memory.receiver(ep);
        send(true);
        assertThat(KernelPtr.action(m)).isEqualTo(first);
        assertThat(memory.waitingFor(ep)).containsExactly(second);
        assertThat(EndpointPtr.state(m, ep)).isEqualTo(EndpointPtr.RECV);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.RUNNING);
    }

    @Test
    void send_to_the_last_receiver_leaves_endpoint_idle() {
        memory.receiver(ep);
        send(true);
        assertThat(memory.waitingFor(ep)).isEmpty();
        assertThat(EndpointPtr.state(m, ep)).isEqualTo(EndpointPtr.IDLE);
    }

    @Test
    void call_with_grant_blocks_on_reply() {
        long receiver = memory.receiver(ep);
        call(true, false);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.BLOCKED_ON_REPLY);
        assertThat(CapPtr.type(m, memory.callerSlot(receiver))).isEqualTo(CapPtr.REPLY);
        assertThat(CapPtr.object(m, memory.callerSlot(receiver))).isEqualTo(current);
    }

    @Test
    void call_with_grant_reply_alone_blocks_on_reply() {
        memory.receiver(ep);
        call(false, true);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.BLOCKED_ON_REPLY);
    }

    @Test
    void call_without_grant_makes_caller_inactive() {
        long receiver = memory.receiver(ep);
        call(false, false);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.INACTIVE);
        assertThat(Caps.isNull(m, memory.callerSlot(receiver))).isTrue();
        assertThat(memory.state(receiver)).isEqualTo(TcbPtr.RUNNING);
    }

    @Test
    void reply_may_grant_exactly_if_receiver_may() {
        long granting = memory.receiver(ep, true);
        call(true, true);
        assertThat(CapPtr.canGrant(m, memory.callerSlot(granting))).isTrue();
    }

    @Test
    void reply_may_not_grant_if_receiver_may_not() {
        long receiver = memory.receiver(ep, false);
        call(true, true);
        assertThat(CapPtr.canGrant(m, memory.callerSlot(receiver))).isFalse();
    }

    @Test
    void receive_from_idle_endpoint_queues_receiver() {
        receive(true);
        assertThat(memory.waitingFor(ep)).containsExactly(current);
        assertThat(EndpointPtr.state(m, ep)).isEqualTo(EndpointPtr.RECV);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.BLOCKED_ON_RECEIVE);
        assertThat(TcbPtr.blockingCanGrant(m, current)).isTrue();
    }

    @Test
    void nbrecv_from_idle_endpoint_reports_badge_0_and_runs_on() {
        memory.setRegister(current, TcbPtr.BADGE_REGISTER, 9);
        receive(false);
        assertThat(memory.badge(current)).isZero();
        assertThat(memory.state(current)).isEqualTo(TcbPtr.RUNNING);
        assertThat(memory.waitingFor(ep)).isEmpty();
    }

    @Test
    void receive_takes_first_sender() {
        long first = memory.sender(ep, 1), second = memory.sender(ep, 2);
        receive(true);
        assertThat(memory.badge(current)).isEqualTo(1);
        assertThat(memory.state(first)).isEqualTo(TcbPtr.RUNNING);
        assertThat(KernelPtr.action(m)).isEqualTo(first);
        assertThat(memory.waitingFor(ep)).containsExactly(second);
    }

    @Test
    void received_call_with_grant_reply_blocks_caller_on_reply() {
        long caller = memory.sender(ep, 1, true, false, true);
        receive(true);
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.BLOCKED_ON_REPLY);
        assertThat(CapPtr.object(m, memory.callerSlot(current))).isEqualTo(caller);
        assertThat(CapPtr.canGrant(m, memory.callerSlot(current))).isTrue();
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.RESUME_CURRENT);
    }

    @Test
    void received_call_with_grant_blocks_caller_on_reply() {
        long caller = memory.sender(ep, 1, true, true, false);
        receive(true);
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.BLOCKED_ON_REPLY);
    }

    @Test
    void received_call_without_grant_makes_caller_inactive() {
        long caller = memory.sender(ep, 1, true, false, false);
        receive(true);
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.INACTIVE);
        assertThat(Caps.isNull(m, memory.callerSlot(current))).isTrue();
    }

    @Test
    void active_bound_notification_comes_before_senders() {
        long ntfn = memory.activeNotification(5), sender = memory.sender(ep, 1);
        NotificationOps.bindNotification(m, current, ntfn);
        receive(true);
        assertThat(memory.badge(current)).isEqualTo(5);
        assertThat(memory.waitingFor(ep)).containsExactly(sender);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.RUNNING);
    }

    @Test
    void idle_bound_notification_does_not_matter() {
        memory.sender(ep, 1);
        NotificationOps.bindNotification(m, current, memory.notification());
        receive(true);
        assertThat(memory.badge(current)).isEqualTo(1);
    }

    @Test
    void message_registers_within_length_are_copied() {
        long to = memory.thread();
        memory.setMessage(current, 0x7f003, 11, 12, 13, 14);
        memory.setMessage(to, 0, 21, 22, 23, 24);
        EndpointOps.transferMessage(m, current, to, 3);
        assertThat(memory.message(to)).containsExactly(11L, 12L, 13L, 24L);
        assertThat(TcbPtr.register(m, to, TcbPtr.INFO_REGISTER)).isEqualTo(0x7f003);
        assertThat(memory.badge(to)).isEqualTo(3);
    }

    @Test
    void message_is_cut_to_four_registers_and_loses_its_capabilities() {
        long to = memory.thread();
        memory.setMessage(current, -1, 11, 12, 13, 14);
        EndpointOps.transferMessage(m, current, to, 3);
        assertThat(memory.message(to)).containsExactly(11L, 12L, 13L, 14L);
        assertThat(TcbPtr.register(m, to, TcbPtr.INFO_REGISTER)).isEqualTo(0xffff_ffff_ffff_f004L);
    }

    @Test
    void cancelling_takes_thread_out_of_the_middle_of_its_queue() {
        long first = memory.sender(ep, 1), second = memory.sender(ep, 2), third = memory.sender(ep, 3);
        EndpointOps.cancelIPC(m, second);
        assertThat(memory.waitingFor(ep)).containsExactly(first, third);
        assertThat(memory.state(second)).isEqualTo(TcbPtr.INACTIVE);
    }

    @Test
    void cancelling_the_only_receiver_leaves_endpoint_idle() {
        EndpointOps.cancelIPC(m, memory.receiver(ep));
        assertThat(EndpointPtr.state(m, ep)).isEqualTo(EndpointPtr.IDLE);
        assertThat(EndpointPtr.head(m, ep)).isEqualTo(KernelPtr.NULL);
    }

    @Test
    void cancelling_a_waiter_takes_it_off_its_notification() {
        long ntfn = memory.notification();
        long waiter = memory.waiter(ntfn);
        EndpointOps.cancelIPC(m, waiter);
        assertThat(memory.waitingForSignal(ntfn)).isEmpty();
        assertThat(memory.state(waiter)).isEqualTo(TcbPtr.INACTIVE);
    }

    @Test
    void cancelling_a_caller_deletes_the_capability_to_reply() {
        long caller = memory.caller(current);
        EndpointOps.cancelIPC(m, caller);
        assertThat(Caps.isNull(m, memory.callerSlot(current))).isTrue();
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.INACTIVE);
    }

    @Test
    void cancelling_a_running_thread_does_nothing() {
        Machine before = m.copy();
        EndpointOps.cancelIPC(m, current);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void cancelling_all_restarts_every_waiter_the_last_of_them_first() {
        long first = memory.sender(ep, 1), second = memory.sender(ep, 2);
        EndpointOps.cancelAllIPC(m, ep);
        assertThat(memory.readyAt(SmallMemory.PRIORITY)).containsExactly(second, first);
        assertThat(memory.state(first)).isEqualTo(TcbPtr.RESTART);
        assertThat(memory.state(second)).isEqualTo(TcbPtr.RESTART);
        assertThat(EndpointPtr.state(m, ep)).isEqualTo(EndpointPtr.IDLE);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
    }

    @Test
    void cancelling_all_of_an_idle_endpoint_does_nothing() {
        Machine before = m.copy();
        EndpointOps.cancelAllIPC(m, ep);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void cancelling_badged_sends_restarts_those_with_the_badge() {
        long a1 = memory.sender(ep, 1), b1 = memory.sender(ep, 2), a2 = memory.sender(ep, 1);
        EndpointOps.cancelBadgedSends(m, ep, 1);
        assertThat(memory.readyAt(SmallMemory.PRIORITY)).containsExactly(a2, a1);
        assertThat(memory.waitingFor(ep)).containsExactly(b1);
        assertThat(memory.state(a2)).isEqualTo(TcbPtr.RESTART);
        assertThat(KernelPtr.action(m)).isEqualTo(KernelPtr.CHOOSE_NEW);
    }

    @Test
    void cancelling_badged_sends_lets_receivers_wait() {
        memory.receiver(ep);
        Machine before = m.copy();
        EndpointOps.cancelBadgedSends(m, ep, 0);
        assertThat(m).isEqualTo(before);
    }
}

package ashlar.impl.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.impl.SmallMemory;
import ashlar.impl.kernel.LookupFailure;
import ashlar.impl.kernel.Unreachable;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.impl.object.Caps;
import ashlar.impl.object.NotificationOps;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

class SyscallTest {
    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long current = memory.current;
    private final long ep = memory.endpoint();
    private final long ntfn = memory.notification();
    private final long epCap = memory.original(CapPtr.ENDPOINT, ep, 7);
    private final long ntfnCap = memory.original(CapPtr.NOTIFICATION, ntfn, 5);

    private void done(int syscall, long cap) {
        assertThat(Syscall.callKernel(m, syscall, cap)).isEqualTo(SyscallError.NO_ERROR);
    }

    private void refused(int syscall, long cap) {
        assertThat(Syscall.callKernel(m, syscall, cap)).isEqualTo(SyscallError.INVALID_CAPABILITY);
        assertThat(KernelPtr.error(m)).isEqualTo(SyscallError.INVALID_CAPABILITY);
        assertThat(KernelPtr.errorIndex(m)).isZero();
        assertThat(memory.state(current)).isEqualTo(TcbPtr.RUNNING);
    }

    private void faults(int syscall, long cap) {
        assertThat(Syscall.callKernel(m, syscall, cap)).isEqualTo(Syscall.CAP_FAULT);
        assertThat(KernelPtr.lookupFailureType(m)).isEqualTo(LookupFailure.MISSING_CAPABILITY);
        assertThat(KernelPtr.lookupBitsLeft(m)).isZero();
        assertThat(memory.state(current)).isEqualTo(TcbPtr.RUNNING);
    }

    @Test
    void send_without_receiver_blocks_and_idle_runs() {
        done(Syscall.SEND, epCap);
        assertThat(memory.waitingFor(ep)).containsExactly(current);
        assertThat(TcbPtr.blockingBadge(m, current)).isEqualTo(7);
        assertThat(TcbPtr.blockingIsCall(m, current)).isFalse();
        assertThat(KernelPtr.current(m)).isEqualTo(memory.idle);
    }

    @Test
    void nbsend_without_receiver_goes_on() {
        done(Syscall.NB_SEND, epCap);
        assertThat(memory.waitingFor(ep)).isEmpty();
        assertThat(KernelPtr.current(m)).isEqualTo(current);
    }

    @Test
    void send_to_an_equal_receiver_goes_on() {
        long receiver = memory.receiver(ep);
        done(Syscall.SEND, epCap);
        assertThat(KernelPtr.current(m)).isEqualTo(current);
        assertThat(memory.readyAt(SmallMemory.PRIORITY)).containsExactly(receiver);
    }

    @Test
    void call_switches_to_the_receiver() {
        long receiver = memory.receiver(ep);
        done(Syscall.CALL, epCap);
        assertThat(KernelPtr.current(m)).isEqualTo(receiver);
        assertThat(memory.state(current)).isEqualTo(TcbPtr.BLOCKED_ON_REPLY);
        assertThat(memory.badge(receiver)).isEqualTo(7);
    }

    @Test
    void call_without_receiver_waits_as_a_call() {
        done(Syscall.CALL, epCap);
        assertThat(TcbPtr.blockingIsCall(m, current)).isTrue();
        assertThat(TcbPtr.blockingCanGrant(m, current)).isTrue();
        assertThat(TcbPtr.blockingCanGrantReply(m, current)).isTrue();
    }

    @Test
    void send_without_write_right_is_refused() {
        CapPtr.setCanWrite(m, epCap, false);
        refused(Syscall.SEND, epCap);
        assertThat(memory.waitingFor(ep)).isEmpty();
    }

    @Test
    void send_through_no_capability_is_refused() {
        refused(Syscall.SEND, memory.slot());
    }

    @Test
    void signal_is_kept() {
        done(Syscall.SEND, ntfnCap);
        assertThat(NotificationPtr.badge(m, ntfn)).isEqualTo(5);
        assertThat(NotificationPtr.state(m, ntfn)).isEqualTo(NotificationPtr.ACTIVE);
    }

    @Test
    void signal_without_write_right_is_refused() {
        CapPtr.setCanWrite(m, ntfnCap, false);
        refused(Syscall.SEND, ntfnCap);
        assertThat(NotificationPtr.state(m, ntfn)).isEqualTo(NotificationPtr.IDLE);
    }

    @Test
    void receive_takes_a_message() {
        memory.sender(ep, 3);
        done(Syscall.RECV, epCap);
        assertThat(memory.badge(current)).isEqualTo(3);
        assertThat(KernelPtr.current(m)).isEqualTo(current);
    }

    @Test
    void receive_loses_the_last_caller() {
        long caller = memory.caller(current);
        done(Syscall.RECV, epCap);
        assertThat(Caps.isNull(m, memory.callerSlot(current))).isTrue();
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.BLOCKED_ON_REPLY);
        assertThat(memory.waitingFor(ep)).containsExactly(current);
    }

    @Test
    void receiver_may_grant_if_its_capability_may() {
        done(Syscall.RECV, epCap);
        assertThat(TcbPtr.blockingCanGrant(m, current)).isTrue();
    }

    @Test
    void receiver_may_not_grant_if_its_capability_may_not() {
        CapPtr.setCanGrant(m, epCap, false);
        done(Syscall.RECV, epCap);
        assertThat(TcbPtr.blockingCanGrant(m, current)).isFalse();
    }

    @Test
    void nbrecv_without_sender_goes_on() {
        done(Syscall.NB_RECV, epCap);
        assertThat(KernelPtr.current(m)).isEqualTo(current);
        assertThat(memory.badge(current)).isZero();
    }

    @Test
    void receive_without_read_right_faults_and_keeps_the_caller() {
        memory.caller(current);
        CapPtr.setCanRead(m, epCap, false);
        faults(Syscall.RECV, epCap);
        assertThat(Caps.isNull(m, memory.callerSlot(current))).isFalse();
    }

    @Test
    void receive_from_no_capability_faults() {
        faults(Syscall.RECV, memory.slot());
    }

    @Test
    void wait_takes_a_signal() {
        NotificationOps.sendSignal(m, ntfn, 9);
        done(Syscall.RECV, ntfnCap);
        assertThat(memory.badge(current)).isEqualTo(9);
    }

    @Test
    void wait_for_a_signal_keeps_the_caller() {
        memory.caller(current);
        done(Syscall.RECV, ntfnCap);
        assertThat(memory.waitingForSignal(ntfn)).containsExactly(current);
        assertThat(Caps.isNull(m, memory.callerSlot(current))).isFalse();
    }

    @Test
    void poll_without_signal_goes_on() {
        done(Syscall.NB_RECV, ntfnCap);
        assertThat(KernelPtr.current(m)).isEqualTo(current);
    }

    @Test
    void wait_without_read_right_faults() {
        CapPtr.setCanRead(m, ntfnCap, false);
        faults(Syscall.RECV, ntfnCap);
    }

    @Test
    void wait_for_a_notification_bound_to_another_thread_faults() {
        NotificationOps.bindNotification(m, memory.thread(), ntfn);
        faults(Syscall.RECV, ntfnCap);
    }

    @Test
    void wait_for_a_notification_bound_to_oneself_waits() {
        NotificationOps.bindNotification(m, current, ntfn);
        done(Syscall.RECV, ntfnCap);
        assertThat(memory.waitingForSignal(ntfn)).containsExactly(current);
    }

    @Test
    void reply_wakes_the_caller() {
        long caller = memory.caller(current);
        done(Syscall.REPLY, epCap);
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.RUNNING);
        assertThat(KernelPtr.current(m)).isEqualTo(current);
    }

    @Test
    void reply_and_receive_switches_to_the_caller() {
        long caller = memory.caller(current);
        done(Syscall.REPLY_RECV, epCap);
        assertThat(memory.waitingFor(ep)).containsExactly(current);
        assertThat(KernelPtr.current(m)).isEqualTo(caller);
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.RUNNING);
    }

    @Test
    void yield_lets_equals_run() {
        long equal = memory.ready(SmallMemory.PRIORITY);
        done(Syscall.YIELD, epCap);
        assertThat(KernelPtr.current(m)).isEqualTo(equal);
        assertThat(memory.readyAt(SmallMemory.PRIORITY)).containsExactly(current);
    }

    @Test
    void other_numbers_are_no_system_calls() {
        assertThatThrownBy(() -> Syscall.callKernel(m, -9, epCap)).isInstanceOf(Unreachable.class);
    }
}

package ashlar.spec.syscall;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.ALL_RIGHTS;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CURRENT;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.NTFN;
import static ashlar.spec.Given.PLAIN;
import static ashlar.spec.Given.PRIORITY;
import static ashlar.spec.Given.READ;
import static ashlar.spec.Given.WRITE;
import static ashlar.spec.Given.badgeOf;
import static ashlar.spec.Given.called;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.ready;
import static ashlar.spec.Given.receiving;
import static ashlar.spec.Given.sending;
import static ashlar.spec.Given.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.LookupFailure.MissingCapability;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.Rights;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.SyscallError.InvalidCapability;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Running;
import ashlar.spec.syscall.Answer.CapFault;
import ashlar.spec.syscall.Answer.Done;
import ashlar.spec.syscall.Answer.Refused;
import org.junit.jupiter.api.Test;

class SyscallTest {
    private static final Answer REFUSED = new Refused(new InvalidCapability(0));
    private static final Answer FAULT = new CapFault(new MissingCapability(0));

    private static Capability endpoint(Rights rights) {
        return new EndpointCap(EP, 7, rights);
    }

    private static Capability notification(Rights rights) {
        return new NotificationCap(NTFN, 5, rights);
    }

    @Test
    void send_with_write_right_sends() {
        var outcome = Syscall.handleSend(quiet(), endpoint(WRITE), true);
        assertThat(outcome.answer()).isEqualTo(new Done());
        assertThat(stateOf(outcome.state(), CURRENT)).isEqualTo(new BlockedOnSend(EP, PLAIN));
    }

    @Test
    void send_without_write_right_is_refused() {
        assertThat(Syscall.handleSend(quiet(), endpoint(READ), true))
            .isEqualTo(new Outcome(quiet(), REFUSED));
    }

    @Test
    void signal_with_write_right_signals() {
        var outcome = Syscall.handleSend(quiet(), notification(WRITE), true);
        assertThat(outcome.state().notification(NTFN).state()).isEqualTo(new Active(5));
    }

    @Test
    void signal_without_write_right_is_refused() {
        assertThat(Syscall.handleSend(quiet(), notification(READ), true))
            .isEqualTo(new Outcome(quiet(), REFUSED));
    }

    @Test
    void nothing_is_sent_through_an_empty_slot() {
        assertThat(Syscall.handleSend(quiet(), new NullCap(), true)).isEqualTo(new Outcome(quiet(), REFUSED));
    }

    @Test
    void call_sends_the_rights_of_its_capability_along() {
        var s = Syscall.handleCall(quiet(), endpoint(ALL_RIGHTS)).state();
        assertThat(stateOf(s, CURRENT))
            .isEqualTo(new BlockedOnSend(EP, new SenderPayload(7, true, true, true)));
    }

    @Test
    void recv_with_read_right_receives() {
        var outcome = Syscall.handleRecv(quiet(), endpoint(READ), true);
        assertThat(outcome.answer()).isEqualTo(new Done());
        assertThat(stateOf(outcome.state(), CURRENT)).isEqualTo(new BlockedOnReceive(EP, false));
    }

    @Test
    void recv_without_read_right_faults() {
        assertThat(Syscall.handleRecv(quiet(), endpoint(WRITE), true)).isEqualTo(new Outcome(quiet(), FAULT));
    }

    @Test
    void recv_gives_up_the_right_to_answer() {
        var s = Syscall.handleRecv(called(quiet(), ALICE), endpoint(READ), false).state();
        assertThat(s.capability(Slots.caller(CURRENT))).isEqualTo(new NullCap());
        assertThat(stateOf(s, ALICE)).isEqualTo(new BlockedOnReply());
    }

    @Test
    void recv_that_faults_keeps_the_right_to_answer() {
        var s = Syscall.handleRecv(called(quiet(), ALICE), endpoint(WRITE), false).state();
        assertThat(s).isEqualTo(called(quiet(), ALICE));
    }

    @Test
    void wait_with_read_right_takes_the_badge() {
        var s = Notifications.signal(quiet(), NTFN, 5);
        s = Syscall.handleRecv(s, notification(READ), true).state();
        assertThat(badgeOf(s, CURRENT)).isEqualTo(5);
    }

    @Test
    void wait_without_read_right_faults() {
        assertThat(Syscall.handleRecv(quiet(), notification(WRITE), true))
            .isEqualTo(new Outcome(quiet(), FAULT));
    }

    @Test
    void wait_for_a_notification_bound_to_another_faults() {
        var s = Notifications.bind(quiet(), ALICE, NTFN);
        assertThat(Syscall.handleRecv(s, notification(READ), true)).isEqualTo(new Outcome(s, FAULT));
    }

    @Test
    void wait_for_a_notification_bound_to_oneself_waits() {
        var s = Notifications.bind(quiet(), CURRENT, NTFN);
        assertThat(Syscall.handleRecv(s, notification(READ), true).answer()).isEqualTo(new Done());
    }

    @Test
    void nothing_is_received_through_an_empty_slot() {
        assertThat(Syscall.handleRecv(quiet(), new NullCap(), true)).isEqualTo(new Outcome(quiet(), FAULT));
    }

    @Test
    void reply_recv_answers_and_receives() {
        var s = sending(called(quiet(), ALICE), BOB, PLAIN);
        s = Syscall.handleReplyRecv(s, endpoint(READ)).state();
        assertThat(stateOf(s, ALICE)).isEqualTo(new Running());
        assertThat(badgeOf(s, CURRENT)).isEqualTo(7);
    }

    @Test
    void reply_recv_answers_even_if_it_cannot_receive() {
        var outcome = Syscall.handleReplyRecv(called(quiet(), ALICE), endpoint(WRITE));
        assertThat(outcome.answer()).isEqualTo(FAULT);
        assertThat(stateOf(outcome.state(), ALICE)).isEqualTo(new Running());
    }

    @Test
    void callee_of_higher_priority_runs_at_once() {
        var s = receiving(quiet(), ALICE);
        s = s.withThread(ALICE, s.thread(ALICE).withPriority(PRIORITY + 1));
        s = Syscall.callKernel(s, new Event.Call(endpoint(ALL_RIGHTS))).state();
        assertThat(s.current()).isEqualTo(ALICE);
        assertThat(s.capability(Slots.caller(ALICE))).isEqualTo(new ReplyCap(CURRENT, false, true));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void refused_call_lets_the_caller_go_on() {
        assertThat(Syscall.callKernel(quiet(), new Event.Call(new NullCap())))
            .isEqualTo(new Outcome(quiet(), REFUSED));
    }

    @Test
    void blocked_sender_gives_way() {
        var s = ready(quiet(), BOB, PRIORITY - 1);
        s = Syscall.callKernel(s, new Event.Send(endpoint(WRITE), true)).state();
        assertThat(s.current()).isEqualTo(BOB);
    }

    @Test
    void received_message_lets_the_receiver_go_on() {
        var s = sending(quiet(), ALICE, PLAIN);
        s = Syscall.callKernel(s, new Event.Recv(endpoint(READ), false)).state();
        assertThat(s.current()).isEqualTo(CURRENT);
        assertThat(s.action()).isEqualTo(new ResumeCurrent());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void reply_lets_an_equal_caller_wait_for_its_turn() {
        var s = Syscall.callKernel(called(quiet(), ALICE), new Event.Reply()).state();
        assertThat(s.current()).isEqualTo(CURRENT);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Running());
    }

    @Test
    void server_waits_for_the_next_call_after_its_reply() {
        var s = called(quiet(), ALICE);
        s = Syscall.callKernel(s, new Event.ReplyRecv(endpoint(READ))).state();
        assertThat(s.current()).isEqualTo(ALICE);
        assertThat(stateOf(s, CURRENT)).isEqualTo(new BlockedOnReceive(EP, false));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void yield_gives_way_to_equals() {
        var s = Syscall.callKernel(ready(quiet(), ALICE, PRIORITY), new Event.Yield()).state();
        assertThat(s.current()).isEqualTo(ALICE);
    }

    @Test
    void yield_does_not_give_way_to_lower_priorities() {
        var s = Syscall.callKernel(ready(quiet(), ALICE, PRIORITY - 1), new Event.Yield()).state();
        assertThat(s.current()).isEqualTo(CURRENT);
    }
}

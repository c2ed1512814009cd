package ashlar.spec.ipc;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CALL;
import static ashlar.spec.Given.CALL_WITHOUT_GRANT;
import static ashlar.spec.Given.CURRENT;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.NTFN;
import static ashlar.spec.Given.PLAIN;
import static ashlar.spec.Given.PRIORITY;
import static ashlar.spec.Given.badgeOf;
import static ashlar.spec.Given.called;
import static ashlar.spec.Given.choosing;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.ready;
import static ashlar.spec.Given.readyAt;
import static ashlar.spec.Given.receiving;
import static ashlar.spec.Given.sending;
import static ashlar.spec.Given.stateOf;
import static ashlar.spec.Given.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.collection.PQueue;
import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.Registers;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.ThreadState.Running;
import org.junit.jupiter.api.Test;

class IpcTest {
    private static State send(State s, boolean blocking, SenderPayload p) {
        return Ipc.send(s, blocking, p, CURRENT, EP);
    }

    private static State receive(State s, boolean blocking) {
        return Ipc.receive(s, blocking, CURRENT, EP, true);
    }

    @Test
    void send_without_receiver_blocks() {
        var s = send(quiet(), true, PLAIN);
        assertThat(stateOf(s, CURRENT)).isEqualTo(new BlockedOnSend(EP, PLAIN));
        assertThat(s.endpoint(EP)).isEqualTo(new Sending(PQueue.of(CURRENT)));
        assertThat(s.action()).isEqualTo(new ChooseNew());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void send_queues_behind_earlier_senders() {
        var s = send(sending(quiet(), ALICE, PLAIN), true, PLAIN);
        assertThat(s.endpoint(EP)).isEqualTo(new Sending(PQueue.of(ALICE, CURRENT)));
    }

    @Test
    void nbsend_to_idle_endpoint_drops_message() {
        assertThat(send(quiet(), false, PLAIN)).isEqualTo(quiet());
    }

    @Test
    void nbsend_behind_earlier_senders_drops_message() {
        var s = sending(quiet(), ALICE, PLAIN);
        assertThat(send(s, false, PLAIN)).isEqualTo(s);
    }

    @Test
    void first_receiver_gets_message_and_runs() {
        var s = send(receiving(receiving(quiet(), ALICE), BOB), false, PLAIN);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Running());
        assertThat(badgeOf(s, ALICE)).isEqualTo(7);
        assertThat(s.endpoint(EP)).isEqualTo(new Receiving(PQueue.of(BOB)));
        assertThat(s.action()).isEqualTo(new SwitchTo(ALICE));
        assertThat(stateOf(s, CURRENT)).isEqualTo(new Running());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void endpoint_is_idle_after_its_last_receiver() {
        assertThat(send(receiving(quiet(), ALICE), true, PLAIN).endpoint(EP)).isEqualTo(new Endpoint.Idle());
    }

    @Test
    void call_gives_receiver_a_reply_capability() {
        var s = send(receiving(quiet(), ALICE), true, CALL);
        assertThat(stateOf(s, CURRENT)).isEqualTo(new BlockedOnReply());
        assertThat(s.capability(Slots.caller(ALICE))).isEqualTo(new ReplyCap(CURRENT, false, true));
        assertThat(s.derivation().isDescendant(Slots.caller(ALICE), Slots.reply(CURRENT))).isTrue();
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void call_with_grant_alone_gives_a_reply_capability_too() {
        var s = send(receiving(quiet(), ALICE), true, new SenderPayload(7, true, false, true));
        assertThat(stateOf(s, CURRENT)).isEqualTo(new BlockedOnReply());
    }

    @Test
    void call_without_grant_stops_caller() {
        var s = send(receiving(quiet(), ALICE), true, CALL_WITHOUT_GRANT);
        assertThat(stateOf(s, CURRENT)).isEqualTo(new Inactive());
        assertThat(s.capability(Slots.caller(ALICE))).isEqualTo(new NullCap());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void reply_capability_grants_as_the_receiver_may() {
        var s = Ipc.receive(quiet(), true, ALICE, EP, false);
        s = send(s, true, CALL);
        assertThat(s.capability(Slots.caller(ALICE))).isEqualTo(new ReplyCap(CURRENT, false, false));
    }

    @Test
    void receive_without_sender_blocks() {
        var s = receive(quiet(), true);
        assertThat(stateOf(s, CURRENT)).isEqualTo(new BlockedOnReceive(EP, true));
        assertThat(s.endpoint(EP)).isEqualTo(new Receiving(PQueue.of(CURRENT)));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void receive_queues_behind_earlier_receivers() {
        var s = receive(receiving(quiet(), ALICE), true);
        assertThat(s.endpoint(EP)).isEqualTo(new Receiving(PQueue.of(ALICE, CURRENT)));
    }

    @Test
    void nbreceive_without_sender_shows_badge_0() {
        var s = Messages.showBadge(quiet(), CURRENT, 9);
        assertThat(receive(s, false)).isEqualTo(quiet());
        assertThat(receive(receiving(s, ALICE), false)).isEqualTo(receiving(quiet(), ALICE));
    }

    @Test
    void waiting_sender_is_relieved() {
        var s = receive(sending(sending(quiet(), ALICE, PLAIN), BOB, PLAIN), true);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Running());
        assertThat(badgeOf(s, CURRENT)).isEqualTo(7);
        assertThat(s.endpoint(EP)).isEqualTo(new Sending(PQueue.of(BOB)));
        assertThat(s.action()).isEqualTo(new SwitchTo(ALICE));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void waiting_caller_waits_for_the_answer() {
        var s = receive(sending(quiet(), ALICE, CALL), true);
        assertThat(stateOf(s, ALICE)).isEqualTo(new BlockedOnReply());
        assertThat(s.capability(Slots.caller(CURRENT))).isEqualTo(new ReplyCap(ALICE, false, true));
        assertThat(s.endpoint(EP)).isEqualTo(new Endpoint.Idle());
        assertThat(s.action()).isEqualTo(new ResumeCurrent());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void waiting_caller_without_grant_is_stopped() {
        var s = receive(sending(quiet(), ALICE, CALL_WITHOUT_GRANT), true);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Inactive());
        assertThat(s.capability(Slots.caller(CURRENT))).isEqualTo(new NullCap());
    }

    @Test
    void bound_signal_comes_before_messages() {
        var s = Notifications.signal(Notifications.bind(quiet(), CURRENT, NTFN), NTFN, 5);
        s = receive(sending(s, ALICE, PLAIN), true);
        assertThat(badgeOf(s, CURRENT)).isEqualTo(5);
        assertThat(s.notification(NTFN).state()).isEqualTo(new NotificationState.Idle());
        assertThat(s.endpoint(EP)).isEqualTo(new Sending(PQueue.of(ALICE)));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void bound_notification_without_signal_is_passed_over() {
        var s = receive(Notifications.bind(quiet(), CURRENT, NTFN), true);
        assertThat(stateOf(s, CURRENT)).isEqualTo(new BlockedOnReceive(EP, true));
    }

    @Test
    void message_registers_below_its_length_are_copied() {
        var s = withRegisters(quiet(), new Registers(1, 2, 11, 12, 13, 14, 5, 6));
        s = Ipc.transfer(s, CURRENT, ALICE, 9);
        assertThat(s.thread(ALICE).registers()).isEqualTo(new Registers(9, 2, 11, 12, 0, 0, 0, 0));
    }

    @Test
    void message_is_cut_to_four_registers() {
        var s = withRegisters(quiet(), new Registers(1, 120, 11, 12, 13, 14, 5, 6));
        s = Ipc.transfer(s, CURRENT, ALICE, 9);
        assertThat(s.thread(ALICE).registers()).isEqualTo(new Registers(9, 4, 11, 12, 13, 14, 0, 0));
    }

    @Test
    void label_is_kept_and_capabilities_are_not() {
        var s = withRegisters(quiet(), new Registers(1, 0xABCDE_000L | 0xF80, 11, 12, 13, 14, 5, 6));
        s = Ipc.transfer(s, CURRENT, ALICE, 9);
        assertThat(s.thread(ALICE).registers()).isEqualTo(new Registers(9, 0xABCDE_000L, 0, 0, 0, 0, 0, 0));
    }

    private static State withRegisters(State s, Registers registers) {
        return s.withThread(CURRENT, s.thread(CURRENT).withRegisters(registers));
    }

    @Test
    void cancelled_sender_leaves_the_middle_of_the_queue() {
        var s = send(sending(sending(quiet(), ALICE, PLAIN), BOB, PLAIN), true, PLAIN);
        s = Ipc.cancel(s, BOB);
        assertThat(s.endpoint(EP)).isEqualTo(new Sending(PQueue.of(ALICE, CURRENT)));
        assertThat(stateOf(s, BOB)).isEqualTo(new Inactive());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void cancelled_last_receiver_leaves_an_idle_endpoint() {
        assertThat(Ipc.cancel(receiving(quiet(), ALICE), ALICE)).isEqualTo(quiet());
    }

    @Test
    void cancelled_waiter_leaves_its_notification() {
        assertThat(Ipc.cancel(waiting(quiet(), ALICE), ALICE)).isEqualTo(quiet());
    }

    @Test
    void cancelled_caller_cannot_be_answered() {
        var s = Ipc.cancel(called(quiet(), ALICE), ALICE);
        assertThat(s.capability(Slots.caller(CURRENT))).isEqualTo(new NullCap());
        assertThat(stateOf(s, ALICE)).isEqualTo(new Inactive());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void caller_whose_reply_capability_is_gone_can_be_cancelled() {
        var s = Ipc.cancel(Replies.deleteCallerCap(called(quiet(), ALICE), CURRENT), ALICE);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Inactive());
    }

    @Test
    void cancel_leaves_a_running_thread_alone() {
        var s = ready(quiet(), ALICE, PRIORITY);
        assertThat(Ipc.cancel(s, ALICE)).isEqualTo(s);
    }

    @Test
    void all_senders_retry_the_last_of_them_first() {
        var s = Ipc.cancelAll(sending(sending(quiet(), BOB, PLAIN), ALICE, PLAIN), EP);
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE, BOB);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Restart());
        assertThat(s.endpoint(EP)).isEqualTo(new Endpoint.Idle());
        assertThat(s.action()).isEqualTo(new ChooseNew());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void all_receivers_retry() {
        var s = Ipc.cancelAll(receiving(quiet(), ALICE), EP);
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE);
        assertThat(s.endpoint(EP)).isEqualTo(new Endpoint.Idle());
    }

    @Test
    void idle_endpoint_has_none_to_retry() {
        assertThat(Ipc.cancelAll(quiet(), EP)).isEqualTo(quiet());
    }

    @Test
    void senders_with_the_badge_retry_and_others_stay() {
        var other = new SenderPayload(8, false, false, false);
        var s = sending(sending(sending(choosing(quiet()), ALICE, other), BOB, PLAIN), CURRENT, other);
        s = Ipc.cancelBadgedSends(s, EP, 7);
        assertThat(s.endpoint(EP)).isEqualTo(new Sending(PQueue.of(ALICE, CURRENT)));
        assertThat(stateOf(s, BOB)).isEqualTo(new Restart());
        assertThat(readyAt(s, PRIORITY)).containsExactly(BOB);
        assertThat(s.action()).isEqualTo(new ChooseNew());
    }

    @Test
    void endpoint_is_idle_if_all_senders_have_the_badge() {
        var s = Ipc.cancelBadgedSends(sending(sending(quiet(), ALICE, PLAIN), BOB, PLAIN), EP, 7);
        assertThat(s.endpoint(EP)).isEqualTo(new Endpoint.Idle());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void receivers_have_no_badge_to_cancel() {
        var s = receiving(quiet(), ALICE);
        assertThat(Ipc.cancelBadgedSends(s, EP, 0)).isEqualTo(s);
    }
}

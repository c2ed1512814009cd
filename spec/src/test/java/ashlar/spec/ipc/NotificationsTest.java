package ashlar.spec.ipc;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CURRENT;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.NTFN;
import static ashlar.spec.Given.PLAIN;
import static ashlar.spec.Given.PRIORITY;
import static ashlar.spec.Given.badgeOf;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.readyAt;
import static ashlar.spec.Given.receiving;
import static ashlar.spec.Given.sending;
import static ashlar.spec.Given.stateOf;
import static ashlar.spec.Given.waiting;
import static ashlar.spec.ipc.Notifications.bind;
import static ashlar.spec.ipc.Notifications.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.model.collection.PQueue;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.NotificationState.Idle;
import ashlar.spec.state.NotificationState.Waiting;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.ThreadState.BlockedOnNotification;
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.ThreadState.Running;
import ashlar.spec.state.Unreachable;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private static NotificationState ntfn(State s) {
        return s.notification(NTFN).state();
    }

    @Test
    void idle_notification_keeps_the_badge() {
        assertThat(ntfn(signal(quiet(), NTFN, 5))).isEqualTo(new Active(5));
    }

    @Test
    void badges_add_up() {
        assertThat(ntfn(signal(signal(quiet(), NTFN, 5), NTFN, 6))).isEqualTo(new Active(7));
    }

    @Test
    void first_waiter_gets_the_badge_and_runs() {
        var s = signal(waiting(waiting(quiet(), ALICE), BOB), NTFN, 5);
        assertThat(badgeOf(s, ALICE)).isEqualTo(5);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Running());
        assertThat(ntfn(s)).isEqualTo(new Waiting(PQueue.of(BOB)));
        assertThat(s.action()).isEqualTo(new SwitchTo(ALICE));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void notification_is_idle_after_its_last_waiter() {
        assertThat(ntfn(signal(waiting(quiet(), ALICE), NTFN, 5))).isEqualTo(new Idle());
    }

    @Test
    void bound_receiver_gets_the_badge_and_leaves_its_endpoint() {
        var s = signal(receiving(bind(quiet(), ALICE, NTFN), ALICE), NTFN, 5);
        assertThat(badgeOf(s, ALICE)).isEqualTo(5);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Running());
        assertThat(s.endpoint(EP)).isEqualTo(new Endpoint.Idle());
        assertThat(ntfn(s)).isEqualTo(new Idle());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void bound_thread_that_does_not_receive_gets_no_badge() {
        var s = signal(sending(bind(quiet(), ALICE, NTFN), ALICE, PLAIN), NTFN, 5);
        assertThat(ntfn(s)).isEqualTo(new Active(5));
        assertThat(badgeOf(s, ALICE)).isEqualTo(0);
    }

    @Test
    void wait_without_badge_blocks() {
        var s = Notifications.await(quiet(), CURRENT, NTFN, true);
        assertThat(stateOf(s, CURRENT)).isEqualTo(new BlockedOnNotification(NTFN));
        assertThat(ntfn(s)).isEqualTo(new Waiting(PQueue.of(CURRENT)));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void wait_queues_behind_earlier_waiters() {
        var s = Notifications.await(waiting(quiet(), ALICE), CURRENT, NTFN, true);
        assertThat(ntfn(s)).isEqualTo(new Waiting(PQueue.of(ALICE, CURRENT)));
    }

    @Test
    void poll_without_badge_shows_badge_0() {
        var s = Messages.showBadge(quiet(), CURRENT, 9);
        assertThat(Notifications.await(s, CURRENT, NTFN, false)).isEqualTo(quiet());
        assertThat(Notifications.await(waiting(s, ALICE), CURRENT, NTFN, false))
            .isEqualTo(waiting(quiet(), ALICE));
    }

    @Test
    void badge_that_is_there_is_taken() {
        var s = Notifications.await(signal(quiet(), NTFN, 5), CURRENT, NTFN, true);
        assertThat(badgeOf(s, CURRENT)).isEqualTo(5);
        assertThat(ntfn(s)).isEqualTo(new Idle());
    }

    @Test
    void signal_that_is_not_there_cannot_be_completed() {
        assertThatThrownBy(() -> Notifications.completeSignal(quiet(), NTFN, CURRENT))
            .isInstanceOf(Unreachable.class).hasMessage("completedSignalIsActive");
    }

    @Test
    void all_waiters_retry_the_last_of_them_first() {
        var s = Notifications.cancelAllSignals(waiting(waiting(quiet(), BOB), ALICE), NTFN);
        assertThat(readyAt(s, PRIORITY)).containsExactly(ALICE, BOB);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Restart());
        assertThat(ntfn(s)).isEqualTo(new Idle());
        assertThat(s.action()).isEqualTo(new ChooseNew());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void notification_without_waiters_has_none_to_retry() {
        var s = signal(quiet(), NTFN, 5);
        assertThat(Notifications.cancelAllSignals(s, NTFN)).isEqualTo(s);
        assertThat(Notifications.cancelAllSignals(quiet(), NTFN)).isEqualTo(quiet());
    }

    @Test
    void bound_thread_and_notification_know_each_other() {
        var s = bind(quiet(), ALICE, NTFN);
        assertThat(s.thread(ALICE).bound().get()).isEqualTo(NTFN);
        assertThat(s.notification(NTFN).bound().get()).isEqualTo(ALICE);
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void unbound_thread_and_notification_forget_each_other() {
        assertThat(Notifications.unbind(bind(quiet(), ALICE, NTFN), ALICE)).isEqualTo(quiet());
        assertThat(Notifications.unbindMaybe(bind(quiet(), ALICE, NTFN), NTFN)).isEqualTo(quiet());
    }

    @Test
    void nothing_is_unbound_where_nothing_is_bound() {
        assertThat(Notifications.unbind(quiet(), ALICE)).isEqualTo(quiet());
        assertThat(Notifications.unbindMaybe(quiet(), NTFN)).isEqualTo(quiet());
    }
}

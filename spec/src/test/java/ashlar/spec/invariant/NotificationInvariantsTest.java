package ashlar.spec.invariant;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.NTFN;
import static ashlar.spec.Given.OTHER_NTFN;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.collection.Option;
import ashlar.model.collection.PQueue;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.NotificationState.Idle;
import ashlar.spec.state.NotificationState.Waiting;
import ashlar.spec.state.State;
import org.junit.jupiter.api.Test;

class NotificationInvariantsTest {
    private static State withState(State s, NotificationState state) {
        return s.withNotification(NTFN, s.notification(NTFN).withState(state));
    }

    @Test
    void notification_without_waiters_does_not_wait() {
        assertThat(NotificationInvariants.waitingQueuesNonEmpty(
            withState(quiet(), new Waiting(PQueue.empty())))).isFalse();
        assertThat(NotificationInvariants.waitingQueuesNonEmpty(waiting(quiet(), ALICE))).isTrue();
    }

    @Test
    void waiting_thread_is_blocked() {
        assertThat(NotificationInvariants.waitingThreadsAreBlocked(
            withState(quiet(), new Waiting(PQueue.of(ALICE))))).isFalse();
        assertThat(NotificationInvariants.waitingThreadsAreBlocked(waiting(quiet(), ALICE))).isTrue();
    }

    @Test
    void blocked_thread_waits() {
        assertThat(NotificationInvariants.blockedThreadsWait(
            withState(waiting(quiet(), ALICE), new Idle()))).isFalse();
        assertThat(NotificationInvariants.blockedThreadsWait(
            withState(waiting(quiet(), ALICE), new Waiting(PQueue.of(BOB))))).isFalse();
        assertThat(NotificationInvariants.blockedThreadsWait(waiting(quiet(), ALICE))).isTrue();
    }

    @Test
    void bound_thread_is_bound_to_by_its_notification() {
        var s = Notifications.bind(quiet(), ALICE, NTFN);
        assertThat(NotificationInvariants.boundThreadsAgree(s)).isTrue();
        assertThat(NotificationInvariants.boundThreadsAgree(
            s.withNotification(NTFN, quiet().notification(NTFN)))).isFalse();
    }

    @Test
    void bound_notification_is_bound_to_by_its_thread() {
        var s = Notifications.bind(quiet(), ALICE, NTFN);
        assertThat(NotificationInvariants.boundNotificationsAgree(s)).isTrue();
        assertThat(NotificationInvariants.boundNotificationsAgree(
            s.withThread(ALICE, s.thread(ALICE).withBound(Option.some(OTHER_NTFN))))).isFalse();
    }
}

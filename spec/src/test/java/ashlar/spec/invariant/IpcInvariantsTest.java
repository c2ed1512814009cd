package ashlar.spec.invariant;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.OTHER_EP;
import static ashlar.spec.Given.PLAIN;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.receiving;
import static ashlar.spec.Given.sending;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.collection.PQueue;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Receiving;
import ashlar.spec.state.Endpoint.Sending;
import org.junit.jupiter.api.Test;

class IpcInvariantsTest {
    @Test
    void endpoint_without_waiters_is_idle() {
        assertThat(IpcInvariants.queuesNonEmpty(quiet().withEndpoint(EP, new Sending(PQueue.empty()))))
            .isFalse();
        assertThat(IpcInvariants.queuesNonEmpty(quiet().withEndpoint(EP, new Receiving(PQueue.empty()))))
            .isFalse();
        assertThat(IpcInvariants.queuesNonEmpty(receiving(quiet(), ALICE))).isTrue();
    }

    @Test
    void queued_thread_is_blocked_in_the_direction_of_the_queue() {
        assertThat(IpcInvariants.queuedThreadsAreBlocked(sending(quiet(), ALICE, PLAIN))).isTrue();
        assertThat(IpcInvariants.queuedThreadsAreBlocked(
            sending(quiet(), ALICE, PLAIN).withEndpoint(EP, new Receiving(PQueue.of(ALICE))))).isFalse();
        assertThat(IpcInvariants.queuedThreadsAreBlocked(
            receiving(quiet(), ALICE).withEndpoint(EP, new Sending(PQueue.of(ALICE))))).isFalse();
    }

    @Test
    void queued_thread_is_blocked_on_that_endpoint() {
        var s = sending(quiet(), ALICE, PLAIN).withEndpoint(OTHER_EP, new Sending(PQueue.of(ALICE)));
        assertThat(IpcInvariants.queuedThreadsAreBlocked(s)).isFalse();
    }

    @Test
    void blocked_thread_is_queued() {
        assertThat(IpcInvariants.blockedThreadsAreQueued(receiving(quiet(), ALICE))).isTrue();
        assertThat(IpcInvariants.blockedThreadsAreQueued(
            receiving(quiet(), ALICE).withEndpoint(EP, new Receiving(PQueue.of(BOB))))).isFalse();
        assertThat(IpcInvariants.blockedThreadsAreQueued(
            sending(quiet(), ALICE, PLAIN).withEndpoint(EP, new Endpoint.Idle()))).isFalse();
    }
}

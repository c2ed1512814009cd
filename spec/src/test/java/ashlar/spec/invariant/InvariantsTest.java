package ashlar.spec.invariant;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CALL;
import static ashlar.spec.Given.PLAIN;
import static ashlar.spec.Given.PRIORITY;
import static ashlar.spec.Given.called;
import static ashlar.spec.Given.filled;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.ready;
import static ashlar.spec.Given.receiving;
import static ashlar.spec.Given.savedReply;
import static ashlar.spec.Given.sending;
import static ashlar.spec.Given.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.platform.Platform;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvariantsTest {
    private static final List<State> REACHED = List.of(quiet(), filled(), savedReply(),
        receiving(receiving(quiet(), ALICE), BOB), sending(sending(quiet(), ALICE, CALL), BOB, PLAIN),
        waiting(quiet(), ALICE), called(quiet(), BOB), ready(quiet(), ALICE, PRIORITY),
        Notifications.bind(quiet(), ALICE, new Ref<>(0x3_0000)));

    @Test
    void reached_states_satisfy_all_invariants() {
        assertThat(REACHED).allMatch(Invariants::all);
    }

    @Test
    void unaligned_object_is_none() {
        var s = quiet().withEndpoint(new Ref<>(0x2_0008), new Endpoint.Idle());
        assertThat(Invariants.aligned(s)).isFalse();
    }

    @Test
    void object_at_0_is_none() {
        assertThat(Invariants.aligned(quiet().withEndpoint(new Ref<>(0), new Endpoint.Idle()))).isFalse();
    }

    @Test
    void object_beyond_the_address_space_is_none() {
        var s = quiet().withEndpoint(new Ref<>(1L << Platform.ADDRESS_BITS), new Endpoint.Idle());
        assertThat(Invariants.aligned(s)).isFalse();
    }

    @Test
    void every_part_counts() {
        var idleInQueue = quiet().withEndpoint(new Ref<>(0x2_0000), new Endpoint.Sending(
            ashlar.model.collection.PQueue.of(ALICE)));
        assertThat(Invariants.all(idleInQueue)).isFalse();
    }
}

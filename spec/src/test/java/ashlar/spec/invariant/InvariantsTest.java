package ashlar.spec.invariant;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CALL;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.NTFN;
import static ashlar.spec.Given.PLAIN;
import static ashlar.spec.Given.PRIORITY;
import static ashlar.spec.Given.called;
import static ashlar.spec.Given.filled;
import static ashlar.spec.Given.holding;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.ready;
import static ashlar.spec.Given.receiving;
import static ashlar.spec.Given.savedReply;
import static ashlar.spec.Given.sending;
import static ashlar.spec.Given.slot;
import static ashlar.spec.Given.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.collection.Option;
import ashlar.model.collection.PQueue;
import ashlar.model.platform.Platform;
import ashlar.spec.cspace.Slots;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvariantsTest {
    private static final List<State> REACHED = List.of(quiet(), filled(), savedReply(),
        receiving(receiving(quiet(), ALICE), BOB), sending(sending(quiet(), ALICE, CALL), BOB, PLAIN),
        waiting(quiet(), ALICE), called(quiet(), BOB), ready(quiet(), ALICE, PRIORITY),
        Notifications.bind(quiet(), ALICE, NTFN));

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
        assertThat(Invariants.all(quiet().withEndpoint(EP, new Sending(PQueue.of(ALICE))))).isFalse();
        assertThat(Invariants.all(quiet().withNotification(NTFN,
            quiet().notification(NTFN).withBound(Option.some(ALICE))))).isFalse();
        assertThat(Invariants.all(ready(quiet(), ALICE, PRIORITY + 1))).isFalse();
        assertThat(Invariants.all(quiet().withCapability(slot(0), new ThreadCap(BOB)))).isFalse();
        assertThat(Invariants.all(holding(quiet(), Slots.caller(ALICE), new ThreadCap(BOB)))).isFalse();
    }
}

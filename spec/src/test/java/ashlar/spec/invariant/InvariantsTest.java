package ashlar.spec.invariant;

import static ashlar.spec.Given.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvariantsTest {
    @Test
    void quiet_state_satisfies_all_invariants() {
        assertThat(Invariants.aligned(quiet())).isTrue();
        assertThat(IpcInvariants.all(quiet())).isTrue();
        assertThat(NotificationInvariants.all(quiet())).isTrue();
        assertThat(SchedulingInvariants.all(quiet())).isTrue();
        assertThat(CapabilityInvariants.all(quiet())).isTrue();
        assertThat(ReplyInvariants.all(quiet())).isTrue();
        assertThat(Invariants.all(quiet())).isTrue();
    }
}

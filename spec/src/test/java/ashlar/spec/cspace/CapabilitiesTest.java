package ashlar.spec.cspace;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.ALL_RIGHTS;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CNODE;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.INNER_CNODE;
import static ashlar.spec.Given.NTFN;
import static ashlar.spec.Given.OTHER_EP;
import static ashlar.spec.Given.OTHER_NTFN;
import static ashlar.spec.Given.READ;
import static ashlar.spec.Given.READ_WRITE;
import static ashlar.spec.Given.WRITE;
import static ashlar.spec.cspace.Capabilities.sameObject;
import static ashlar.spec.cspace.Capabilities.withData;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.Rights;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final Capability NULL = new NullCap();
    private static final Capability ENDPOINT = new EndpointCap(EP, 0, ALL_RIGHTS);
    private static final Capability BADGED = new EndpointCap(EP, 7, ALL_RIGHTS);
    private static final Capability NOTIFICATION = new NotificationCap(NTFN, 0, READ_WRITE);
    private static final Capability REPLY = new ReplyCap(ALICE, false, true);

    private static long capData(long guard, long guardSize) {
        return guard << 6 | guardSize;
    }

    @Test
    void capabilities_to_one_object_may_differ_in_badge_rights_and_guard() {
        assertThat(sameObject(ENDPOINT, new EndpointCap(EP, 7, READ))).isTrue();
        assertThat(sameObject(NOTIFICATION, new NotificationCap(NTFN, 7, READ))).isTrue();
        assertThat(sameObject(new CNodeCap(CNODE, 4, 0, 0), new CNodeCap(CNODE, 4, 1, 2))).isTrue();
        assertThat(sameObject(new ReplyCap(ALICE, true, true), REPLY)).isTrue();
        assertThat(sameObject(new ThreadCap(ALICE), new ThreadCap(ALICE))).isTrue();
    }

    @Test
    void capabilities_to_different_objects_differ() {
        assertThat(sameObject(ENDPOINT, new EndpointCap(OTHER_EP, 0, ALL_RIGHTS))).isFalse();
        assertThat(sameObject(NOTIFICATION, new NotificationCap(OTHER_NTFN, 0, READ_WRITE))).isFalse();
        assertThat(sameObject(new CNodeCap(CNODE, 4, 0, 0), new CNodeCap(INNER_CNODE, 4, 0, 0))).isFalse();
        assertThat(sameObject(new CNodeCap(CNODE, 4, 0, 0), new CNodeCap(CNODE, 3, 0, 0))).isFalse();
        assertThat(sameObject(REPLY, new ReplyCap(BOB, false, true))).isFalse();
        assertThat(sameObject(new ThreadCap(ALICE), new ThreadCap(BOB))).isFalse();
    }

    @Test
    void capabilities_of_different_kinds_differ() {
        assertThat(sameObject(ENDPOINT, NOTIFICATION)).isFalse();
        assertThat(sameObject(new ThreadCap(ALICE), REPLY)).isFalse();
        assertThat(sameObject(NULL, NULL)).isFalse();
    }

    @Test
    void new_badge_makes_an_original() {
        assertThat(Capabilities.isRevocable(BADGED, ENDPOINT)).isTrue();
        assertThat(Capabilities.isRevocable(ENDPOINT, ENDPOINT)).isFalse();
        assertThat(Capabilities.isRevocable(BADGED, BADGED)).isFalse();
        assertThat(Capabilities.isRevocable(REPLY, new ReplyCap(ALICE, true, true))).isFalse();
    }

    @Test
    void masked_rights_are_those_of_both() {
        assertThat(Capabilities.maskRights(new EndpointCap(EP, 7, READ_WRITE), READ))
            .isEqualTo(new EndpointCap(EP, 7, READ));
        assertThat(Capabilities.maskRights(new EndpointCap(EP, 7, READ), WRITE))
            .isEqualTo(new EndpointCap(EP, 7, new Rights(false, false, false, false)));
        assertThat(Capabilities.maskRights(NOTIFICATION, WRITE))
            .isEqualTo(new NotificationCap(NTFN, 0, WRITE));
        assertThat(Capabilities.maskRights(REPLY, READ)).isEqualTo(new ReplyCap(ALICE, false, false));
    }

    @Test
    void capabilities_without_rights_cannot_be_masked() {
        assertThat(Capabilities.maskRights(new ThreadCap(ALICE), READ)).isEqualTo(new ThreadCap(ALICE));
    }

    @Test
    void reply_capability_cannot_be_copied() {
        assertThat(Capabilities.derive(REPLY)).isEqualTo(NULL);
        assertThat(Capabilities.derive(ENDPOINT)).isEqualTo(ENDPOINT);
    }

    @Test
    void unbadged_capability_can_be_badged() {
        assertThat(withData(ENDPOINT, 7, false)).isEqualTo(BADGED);
        assertThat(withData(NOTIFICATION, 7, false)).isEqualTo(new NotificationCap(NTFN, 7, READ_WRITE));
    }

    @Test
    void badged_capability_cannot_be_badged_again() {
        assertThat(withData(BADGED, 8, false)).isEqualTo(NULL);
        assertThat(withData(new NotificationCap(NTFN, 7, READ), 8, false)).isEqualTo(NULL);
    }

    @Test
    void moving_capability_cannot_be_badged() {
        assertThat(withData(ENDPOINT, 7, true)).isEqualTo(NULL);
        assertThat(withData(NOTIFICATION, 7, true)).isEqualTo(NULL);
    }

    @Test
    void cnode_capability_gets_a_guard() {
        assertThat(withData(new CNodeCap(CNODE, 4, 0, 0), capData(5, 3), true))
            .isEqualTo(new CNodeCap(CNODE, 4, 5, 3));
    }

    @Test
    void guard_is_cut_to_its_size() {
        assertThat(withData(new CNodeCap(CNODE, 4, 0, 0), capData(0xFF, 3), false))
            .isEqualTo(new CNodeCap(CNODE, 4, 7, 3));
    }

    @Test
    void guard_and_index_fit_in_a_word() {
        assertThat(withData(new CNodeCap(CNODE, 4, 0, 0), capData(0, 60), true))
            .isEqualTo(new CNodeCap(CNODE, 4, 0, 60));
        assertThat(withData(new CNodeCap(CNODE, 4, 0, 0), capData(0, 61), true)).isEqualTo(NULL);
    }

    @Test
    void thread_capability_takes_no_data() {
        assertThat(withData(new ThreadCap(ALICE), 7, false)).isEqualTo(new ThreadCap(ALICE));
    }
}

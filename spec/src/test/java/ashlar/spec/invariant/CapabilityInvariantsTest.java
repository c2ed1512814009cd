package ashlar.spec.invariant;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.ALL_RIGHTS;
import static ashlar.spec.Given.CNODE;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.INNER_CNODE;
import static ashlar.spec.Given.NTFN;
import static ashlar.spec.Given.filled;
import static ashlar.spec.Given.holding;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.slot;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.spec.cspace.Slots;
import ashlar.spec.state.CNode;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import org.junit.jupiter.api.Test;

class CapabilityInvariantsTest {
    private static State with(Capability cap) {
        return holding(filled(), slot(5), cap);
    }

    @Test
    void filled_cnode_satisfies_all() {
        assertThat(CapabilityInvariants.all(filled())).isTrue();
    }

    @Test
    void slots_of_threads_exist() {
        var s = quiet().withSlots(quiet().slots().withCaps(quiet().caps().remove(Slots.ofThread(ALICE, 0))));
        assertThat(CapabilityInvariants.threadSlotsExist(s)).isFalse();
        assertThat(CapabilityInvariants.threadSlotsExist(quiet())).isTrue();
    }

    @Test
    void slots_of_cnodes_exist() {
        assertThat(CapabilityInvariants.cnodeSlotsExist(with(new CNodeCap(CNODE, 4, 0, 0)))).isTrue();
        assertThat(CapabilityInvariants.cnodeSlotsExist(with(new CNodeCap(CNODE, 5, 0, 0)))).isFalse();
    }

    @Test
    void capabilities_point_at_objects() {
        assertThat(CapabilityInvariants.capabilitiesPointAtObjects(filled())).isTrue();
        assertThat(CapabilityInvariants.capabilitiesPointAtObjects(
            with(new EndpointCap(new Ref<>(0x9_0000), 0, ALL_RIGHTS)))).isFalse();
        assertThat(CapabilityInvariants.capabilitiesPointAtObjects(
            with(new NotificationCap(new Ref<>(0x9_0000), 0, ALL_RIGHTS)))).isFalse();
        assertThat(CapabilityInvariants.capabilitiesPointAtObjects(
            with(new ThreadCap(new Ref<>(0x9_0000))))).isFalse();
        assertThat(CapabilityInvariants.capabilitiesPointAtObjects(
            with(new ReplyCap(new Ref<>(0x9_0000), false, true)))).isFalse();
    }

    @Test
    void guards_fit() {
        assertThat(CapabilityInvariants.guardsFit(with(new CNodeCap(CNODE, 4, 7, 3)))).isTrue();
        assertThat(CapabilityInvariants.guardsFit(with(new CNodeCap(CNODE, 4, 8, 3)))).isFalse();
        assertThat(CapabilityInvariants.guardsFit(with(new CNodeCap(CNODE, 4, 0, 60)))).isTrue();
        assertThat(CapabilityInvariants.guardsFit(with(new CNodeCap(CNODE, 4, 0, 61)))).isFalse();
        assertThat(CapabilityInvariants.guardsFit(with(new CNodeCap(CNODE, 4, 0, -1)))).isFalse();
        assertThat(CapabilityInvariants.guardsFit(with(new CNodeCap(CNODE, 0, 0, 0)))).isFalse();
        assertThat(CapabilityInvariants.guardsFit(with(new CNodeCap(CNODE, 41, 0, 0)))).isFalse();
    }

    @Test
    void notifications_grant_nothing() {
        assertThat(CapabilityInvariants.notificationsGrantNothing(
            with(new NotificationCap(NTFN, 0, ALL_RIGHTS)))).isFalse();
        assertThat(CapabilityInvariants.notificationsGrantNothing(
            with(new EndpointCap(EP, 0, ALL_RIGHTS)))).isTrue();
    }

    @Test
    void cnodes_are_apart() {
        assertThat(CapabilityInvariants.cnodesAreApart(with(new CNodeCap(CNODE, 4, 0, 0)))).isTrue();
        assertThat(CapabilityInvariants.cnodesAreApart(with(new CNodeCap(INNER_CNODE, 4, 1, 1)))).isTrue();
        assertThat(CapabilityInvariants.cnodesAreApart(with(new CNodeCap(INNER_CNODE, 3, 0, 0)))).isFalse();
    }

    @Test
    void cnodes_are_apart_from_threads() {
        assertThat(CapabilityInvariants.cnodesAreApartFromThreads(filled())).isTrue();
        assertThat(CapabilityInvariants.cnodesAreApartFromThreads(
            with(new CNodeCap(new Ref<CNode>(ALICE.addr()), 1, 0, 0)))).isFalse();
    }

    @Test
    void forest_holds_full_slots() {
        assertThat(CapabilityInvariants.forestHoldsFullSlots(filled())).isTrue();
        assertThat(CapabilityInvariants.forestHoldsFullSlots(
            filled().withCapability(slot(0), new NullCap()))).isFalse();
        assertThat(CapabilityInvariants.forestHoldsFullSlots(
            filled().withCapability(slot(9), new ThreadCap(ALICE)))).isFalse();
    }

    @Test
    void originals_are_full() {
        assertThat(CapabilityInvariants.originalsAreFull(filled())).isTrue();
        assertThat(CapabilityInvariants.originalsAreFull(filled().withOriginal(slot(9), true))).isFalse();
    }

    @Test
    void ancestors_may_be_parents() {
        var s = filled().withCapability(slot(9), new ThreadCap(ALICE));
        assertThat(CapabilityInvariants.ancestorsMayBeParents(
            s.withDerivation(s.derivation().addChild(slot(1), slot(9))))).isTrue();
        assertThat(CapabilityInvariants.ancestorsMayBeParents(
            s.withDerivation(s.derivation().addChild(slot(0), slot(9))))).isFalse();
    }
}

package ashlar.spec.cspace;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.ALL_RIGHTS;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.OTHER_EP;
import static ashlar.spec.Given.READ;
import static ashlar.spec.Given.holding;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.slot;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.collection.Option;
import ashlar.model.collection.Option.Some;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.State;
import org.junit.jupiter.api.Test;

class DerivationTest {
    private static final Capability ENDPOINT = new EndpointCap(EP, 0, ALL_RIGHTS);
    private static final Capability COPY = new EndpointCap(EP, 0, READ);
    private static final Capability BADGED = new EndpointCap(EP, 7, ALL_RIGHTS);
    private static final Capability BADGED_COPY = new EndpointCap(EP, 7, READ);

    /// Slot 0 holds the endpoint; slot 1 holds a badged capability made from it; slot 2 a copy of that.
    private static State family() {
        var s = holding(quiet(), slot(0), ENDPOINT);
        s = Derivation.insert(s, BADGED, slot(0), slot(1));
        return Derivation.insert(s, BADGED_COPY, slot(1), slot(2));
    }

    @Test
    void copy_of_an_original_is_its_child_and_no_original() {
        var s = Derivation.insert(holding(quiet(), slot(0), ENDPOINT), COPY, slot(0), slot(1));
        assertThat(s.derivation().parent(slot(1))).isEqualTo(new Some<>(slot(0)));
        assertThat(s.isOriginal(slot(1))).isFalse();
        assertThat(CapabilityInvariants.all(s)).isTrue();
    }

    @Test
    void badged_capability_is_a_child_and_an_original() {
        assertThat(family().derivation().parent(slot(1))).isEqualTo(new Some<>(slot(0)));
        assertThat(family().isOriginal(slot(1))).isTrue();
        assertThat(CapabilityInvariants.all(family())).isTrue();
    }

    @Test
    void copy_of_a_badged_original_is_its_child() {
        assertThat(family().derivation().parent(slot(2))).isEqualTo(new Some<>(slot(1)));
    }

    @Test
    void copy_of_a_copy_is_its_next_sibling() {
        var s = Derivation.insert(family(), BADGED_COPY, slot(2), slot(3));
        assertThat(s.derivation().parent(slot(3))).isEqualTo(new Some<>(slot(1)));
        assertThat(s.derivation().after(slot(2))).isEqualTo(new Some<>(slot(3)));
        assertThat(CapabilityInvariants.all(s)).isTrue();
    }

    @Test
    void youngest_child_comes_first() {
        var s = Derivation.insert(family(), COPY, slot(0), slot(3));
        assertThat(s.derivation().after(slot(0))).isEqualTo(new Some<>(slot(3)));
        assertThat(s.derivation().after(slot(3))).isEqualTo(new Some<>(slot(1)));
    }

    @Test
    void copy_is_no_parent() {
        var s = Derivation.insert(family(), BADGED_COPY, slot(2), slot(3));
        assertThat(Derivation.mayBeParent(s, slot(2), slot(3))).isFalse();
    }

    @Test
    void original_of_another_object_is_no_parent() {
        var s = holding(family(), slot(3), new EndpointCap(OTHER_EP, 0, READ));
        assertThat(Derivation.mayBeParent(s, slot(3), slot(2))).isFalse();
    }

    @Test
    void unbadged_original_may_be_parent_of_every_badge() {
        assertThat(Derivation.mayBeParent(family(), slot(0), slot(1))).isTrue();
        assertThat(Derivation.mayBeParent(family(), slot(0), slot(2))).isTrue();
    }

    @Test
    void badged_original_is_no_parent_of_an_equal_original_or_of_another_badge() {
        var s = Derivation.insert(family(), BADGED, slot(0), slot(3));
        s = Derivation.insert(s, new EndpointCap(EP, 8, READ), slot(0), slot(4));
        assertThat(Derivation.mayBeParent(s, slot(1), slot(3))).isFalse();
        assertThat(Derivation.mayBeParent(s, slot(1), slot(4))).isFalse();
    }

    @Test
    void moved_capability_keeps_its_place_and_flag() {
        var s = Derivation.move(family(), BADGED, slot(1), slot(5));
        assertThat(s.capability(slot(1))).isEqualTo(new NullCap());
        assertThat(s.capability(slot(5))).isEqualTo(BADGED);
        assertThat(s.isOriginal(slot(5))).isTrue();
        assertThat(s.isOriginal(slot(1))).isFalse();
        assertThat(s.derivation().parent(slot(2))).isEqualTo(new Some<>(slot(5)));
        assertThat(s.derivation().parent(slot(5))).isEqualTo(new Some<>(slot(0)));
        assertThat(CapabilityInvariants.all(s)).isTrue();
    }

    @Test
    void swapped_capabilities_keep_their_places_and_flags() {
        var s = Derivation.swap(family(), BADGED, slot(1), BADGED_COPY, slot(2));
        assertThat(s.capability(slot(1))).isEqualTo(BADGED_COPY);
        assertThat(s.capability(slot(2))).isEqualTo(BADGED);
        assertThat(s.isOriginal(slot(1))).isFalse();
        assertThat(s.isOriginal(slot(2))).isTrue();
        assertThat(s.derivation().parent(slot(1))).isEqualTo(new Some<>(slot(2)));
        assertThat(s.derivation().parent(slot(2))).isEqualTo(new Some<>(slot(0)));
        assertThat(CapabilityInvariants.all(s)).isTrue();
    }

    @Test
    void children_of_an_emptied_slot_rise() {
        var s = Derivation.empty(family(), slot(1));
        assertThat(s.capability(slot(1))).isEqualTo(new NullCap());
        assertThat(s.isOriginal(slot(1))).isFalse();
        assertThat(s.derivation().parent(slot(2))).isEqualTo(new Some<>(slot(0)));
        assertThat(CapabilityInvariants.all(s)).isTrue();
    }

    @Test
    void empty_slot_can_be_emptied() {
        assertThat(Derivation.empty(family(), slot(9))).isEqualTo(family());
    }

    @Test
    void first_descendant_comes_right_after() {
        assertThat(Derivation.firstDescendant(family(), slot(0))).isEqualTo(new Some<>(slot(1)));
    }

    @Test
    void copy_has_no_descendants() {
        var s = holding(family(), slot(3), new ThreadCap(BOB));
        assertThat(Derivation.hasDescendants(s, slot(2))).isFalse();
        assertThat(Derivation.firstDescendant(s, slot(2))).isEqualTo(Option.none());
    }

    @Test
    void capability_is_final_if_no_other_points_at_its_object() {
        var s = holding(holding(quiet(), slot(0), ENDPOINT), slot(1), new ThreadCap(ALICE));
        assertThat(Derivation.isFinal(s, slot(0))).isTrue();
    }

    @Test
    void capability_is_not_final_if_another_points_at_its_object() {
        assertThat(Derivation.isFinal(family(), slot(0))).isFalse();
        assertThat(Derivation.isFinal(family(), slot(2))).isFalse();
    }
}

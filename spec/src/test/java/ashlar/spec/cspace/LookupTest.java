package ashlar.spec.cspace;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.CNODE;
import static ashlar.spec.Given.INNER_CNODE;
import static ashlar.spec.Given.cnodeCap;
import static ashlar.spec.Given.holding;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.slot;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.LookupFailure.DepthMismatch;
import ashlar.spec.state.LookupFailure.GuardMismatch;
import ashlar.spec.state.LookupFailure.InvalidRoot;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.State;
import ashlar.spec.state.SyscallError.FailedLookup;
import ashlar.spec.state.SyscallError.RangeError;
import org.junit.jupiter.api.Test;

class LookupTest {
    private static final CNodeCap GUARDED = new CNodeCap(CNODE, 4, 0b101, 3);
    private static final CNodeCap WHOLE_WORD = new CNodeCap(CNODE, 4, 0, 60);

    /// Slot 2 of the CNode leads, through guard 0b11, into another.
    private static State nested() {
        return holding(quiet(), slot(2), new CNodeCap(INNER_CNODE, 4, 0b11, 2));
    }

    @Test
    void index_leads_to_its_slot() {
        assertThat(Lookup.resolve(quiet(), cnodeCap(), 0xD, 4))
            .isEqualTo(new Ok<>(new Resolved(slot(13), 0)));
    }

    @Test
    void bits_above_the_depth_do_not_count() {
        assertThat(Lookup.resolve(quiet(), cnodeCap(), 0xFFD, 4))
            .isEqualTo(new Ok<>(new Resolved(slot(13), 0)));
    }

    @Test
    void whole_word_resolves() {
        assertThat(Lookup.resolve(quiet(), WHOLE_WORD, 0xD, 64))
            .isEqualTo(new Ok<>(new Resolved(slot(13), 0)));
    }

    @Test
    void guard_comes_before_the_index() {
        assertThat(Lookup.resolve(quiet(), GUARDED, 0b101_0001, 7))
            .isEqualTo(new Ok<>(new Resolved(slot(1), 0)));
    }

    @Test
    void wrong_guard_leads_nowhere() {
        assertThat(Lookup.resolve(quiet(), GUARDED, 0b100_0001, 7))
            .isEqualTo(new Err<>(new GuardMismatch(7, 0b101, 3)));
    }

    @Test
    void guard_longer_than_the_address_leads_nowhere() {
        assertThat(Lookup.resolve(quiet(), GUARDED, 0b01, 2))
            .isEqualTo(new Err<>(new GuardMismatch(2, 0b101, 3)));
    }

    @Test
    void index_longer_than_the_address_leads_nowhere() {
        assertThat(Lookup.resolve(quiet(), GUARDED, 0b101_000, 6))
            .isEqualTo(new Err<>(new DepthMismatch(6, 7)));
        assertThat(Lookup.resolve(quiet(), cnodeCap(), 0, 0)).isEqualTo(new Err<>(new DepthMismatch(0, 4)));
    }

    @Test
    void other_capability_leads_nowhere() {
        assertThat(Lookup.resolve(quiet(), new ThreadCap(ALICE), 0, 64))
            .isEqualTo(new Err<>(new InvalidRoot()));
        assertThat(Lookup.resolve(quiet(), new NullCap(), 0, 64)).isEqualTo(new Err<>(new InvalidRoot()));
    }

    @Test
    void cnode_on_the_way_is_passed_through() {
        assertThat(Lookup.resolve(nested(), cnodeCap(), 0b0010_11_0101, 10))
            .isEqualTo(new Ok<>(new Resolved(Slots.ofCNode(INNER_CNODE, 5), 0)));
    }

    @Test
    void cnode_at_the_end_is_not_entered() {
        assertThat(Lookup.resolve(nested(), cnodeCap(), 0b0010, 4))
            .isEqualTo(new Ok<>(new Resolved(slot(2), 0)));
    }

    @Test
    void guard_of_a_cnode_on_the_way_counts() {
        assertThat(Lookup.resolve(nested(), cnodeCap(), 0b0010_10_0101, 10))
            .isEqualTo(new Err<>(new GuardMismatch(6, 0b11, 2)));
    }

    @Test
    void bits_beyond_the_last_slot_remain() {
        assertThat(Lookup.resolve(nested(), cnodeCap(), 0b0011_11_0101, 10))
            .isEqualTo(new Ok<>(new Resolved(slot(3), 6)));
    }

    @Test
    void cnode_operation_finds_its_slot() {
        assertThat(Lookup.slot(quiet(), cnodeCap(), 5, 4, false)).isEqualTo(new Ok<>(slot(5)));
        assertThat(Lookup.slot(quiet(), WHOLE_WORD, 5, 64, false)).isEqualTo(new Ok<>(slot(5)));
    }

    @Test
    void depth_is_from_1_to_64() {
        var refused = new Err<>(new RangeError(1, 64));
        assertThat(Lookup.slot(quiet(), cnodeCap(), 5, 0, false)).isEqualTo(refused);
        assertThat(Lookup.slot(quiet(), cnodeCap(), 5, 65, false)).isEqualTo(refused);
        assertThat(Lookup.slot(quiet(), cnodeCap(), 5, -1, false)).isEqualTo(refused);
    }

    @Test
    void root_is_looked_at_before_depth() {
        assertThat(Lookup.slot(quiet(), new NullCap(), 5, 0, true))
            .isEqualTo(new Err<>(new FailedLookup(true, new InvalidRoot())));
    }

    @Test
    void failed_lookup_tells_source_and_reason() {
        assertThat(Lookup.slot(quiet(), cnodeCap(), 5, 3, true))
            .isEqualTo(new Err<>(new FailedLookup(true, new DepthMismatch(3, 4))));
        assertThat(Lookup.slot(quiet(), cnodeCap(), 5, 3, false))
            .isEqualTo(new Err<>(new FailedLookup(false, new DepthMismatch(3, 4))));
    }

    @Test
    void address_beyond_a_slot_fails() {
        assertThat(Lookup.slot(quiet(), cnodeCap(), 0x55, 8, true))
            .isEqualTo(new Err<>(new FailedLookup(true, new DepthMismatch(4, 0))));
    }
}

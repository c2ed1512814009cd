package ashlar.spec.cspace;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.ALL_RIGHTS;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.INNER_CNODE;
import static ashlar.spec.Given.READ;
import static ashlar.spec.Given.READ_WRITE;
import static ashlar.spec.Given.cnodeCap;
import static ashlar.spec.Given.filled;
import static ashlar.spec.Given.holding;
import static ashlar.spec.Given.savedReply;
import static ashlar.spec.Given.slot;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.spec.cspace.CNodeInvocation.CancelBadgedSends;
import ashlar.spec.cspace.CNodeInvocation.Delete;
import ashlar.spec.cspace.CNodeInvocation.Insert;
import ashlar.spec.cspace.CNodeInvocation.Move;
import ashlar.spec.cspace.CNodeInvocation.Revoke;
import ashlar.spec.cspace.CNodeInvocation.Rotate;
import ashlar.spec.cspace.CNodeInvocation.SaveCaller;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.LookupFailure.InvalidRoot;
import ashlar.spec.state.LookupFailure.MissingCapability;
import ashlar.spec.state.Result;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.SyscallError;
import ashlar.spec.state.SyscallError.DeleteFirst;
import ashlar.spec.state.SyscallError.FailedLookup;
import ashlar.spec.state.SyscallError.IllegalOperation;
import ashlar.spec.state.SyscallError.RangeError;
import org.junit.jupiter.api.Test;

/// What CNode operations are refused, and what is to be done otherwise.
class CNodesDecodeTest {
    private static final Capability ENDPOINT = new EndpointCap(EP, 0, ALL_RIGHTS);
    private static final Capability INNER = new CNodeCap(INNER_CNODE, 4, 0, 0);
    private static final Capability REPLY = new ReplyCap(ALICE, false, true);

    private static SlotAddress at(long index) {
        return new SlotAddress(cnodeCap(), index, 4);
    }

    private static SlotAddress nowhere() {
        return new SlotAddress(new NullCap(), 0, 4);
    }

    private static Result<CNodeInvocation, SyscallError> failed(SyscallError error) {
        return new Err<>(error);
    }

    private static Result<CNodeInvocation, SyscallError> missing(boolean isSource) {
        return failed(new FailedLookup(isSource, new MissingCapability(4)));
    }

    private static Result<CNodeInvocation, SyscallError> noRoot(boolean isSource) {
        return failed(new FailedLookup(isSource, new InvalidRoot()));
    }

    @Test
    void copy_has_masked_rights() {
        assertThat(CNodes.decodeCopy(filled(), at(9), at(0), READ))
            .isEqualTo(new Ok<>(new Insert(new EndpointCap(EP, 0, READ), slot(0), slot(9))));
    }

    @Test
    void destination_is_looked_up_first() {
        assertThat(CNodes.decodeCopy(filled(), nowhere(), nowhere(), READ)).isEqualTo(noRoot(false));
    }

    @Test
    void destination_is_empty() {
        assertThat(CNodes.decodeCopy(filled(), at(1), nowhere(), READ)).isEqualTo(failed(new DeleteFirst()));
    }

    @Test
    void source_is_looked_up_next() {
        assertThat(CNodes.decodeCopy(filled(), at(9), nowhere(), READ)).isEqualTo(noRoot(true));
    }

    @Test
    void source_is_full() {
        assertThat(CNodes.decodeCopy(filled(), at(9), at(8), READ)).isEqualTo(missing(true));
    }

    @Test
    void reply_capability_is_not_copied() {
        assertThat(CNodes.decodeCopy(savedReply(), at(9), at(3), READ))
            .isEqualTo(failed(new IllegalOperation()));
    }

    @Test
    void minted_capability_has_the_badge() {
        assertThat(CNodes.decodeMint(filled(), at(9), at(0), READ, 7))
            .isEqualTo(new Ok<>(new Insert(new EndpointCap(EP, 7, READ), slot(0), slot(9))));
    }

    @Test
    void badged_capability_is_not_badged_again() {
        var s = holding(filled(), slot(4), new EndpointCap(EP, 7, ALL_RIGHTS));
        assertThat(CNodes.decodeMint(s, at(9), at(4), READ, 8)).isEqualTo(failed(new IllegalOperation()));
    }

    @Test
    void minted_cnode_has_the_guard() {
        assertThat(CNodes.decodeMint(filled(), at(9), at(2), READ, 5 << 6 | 3))
            .isEqualTo(new Ok<>(new Insert(new CNodeCap(INNER_CNODE, 4, 5, 3), slot(2), slot(9))));
    }

    @Test
    void mint_reports_errors_of_lookup() {
        assertThat(CNodes.decodeMint(filled(), nowhere(), at(0), READ, 7)).isEqualTo(noRoot(false));
    }

    @Test
    void moved_capability_is_unchanged() {
        assertThat(CNodes.decodeMove(filled(), at(9), at(0)))
            .isEqualTo(new Ok<>(new Move(ENDPOINT, slot(0), slot(9))));
    }

    @Test
    void reply_capability_is_moved() {
        assertThat(CNodes.decodeMove(savedReply(), at(9), at(3)))
            .isEqualTo(new Ok<>(new Move(REPLY, slot(3), slot(9))));
    }

    @Test
    void destination_of_a_move_is_empty() {
        assertThat(CNodes.decodeMove(filled(), at(1), at(0))).isEqualTo(failed(new DeleteFirst()));
    }

    @Test
    void source_of_a_move_is_full() {
        assertThat(CNodes.decodeMove(filled(), at(9), at(8))).isEqualTo(missing(true));
    }

    @Test
    void mutated_cnode_has_the_guard() {
        assertThat(CNodes.decodeMutate(filled(), at(9), at(2), 5 << 6 | 3))
            .isEqualTo(new Ok<>(new Move(new CNodeCap(INNER_CNODE, 4, 5, 3), slot(2), slot(9))));
    }

    @Test
    void moving_endpoint_gets_no_badge() {
        assertThat(CNodes.decodeMutate(filled(), at(9), at(0), 7)).isEqualTo(failed(new IllegalOperation()));
    }

    @Test
    void mutate_reports_errors_of_lookup() {
        assertThat(CNodes.decodeMutate(filled(), at(9), nowhere(), 7)).isEqualTo(noRoot(true));
    }

    private static Result<CNodeInvocation, SyscallError> rotate(SlotAddress dest, SlotAddress pivot,
        SlotAddress src) {
        return CNodes.decodeRotate(filled(), new Rotation(dest, pivot, 0, src, 0));
    }

    @Test
    void source_goes_to_pivot_and_pivot_to_destination() {
        assertThat(rotate(at(9), at(2), at(1)))
            .isEqualTo(new Ok<>(new Rotate(new ThreadCap(ALICE), slot(1), INNER, slot(2), slot(9))));
    }

    @Test
    void cnode_gets_its_guard() {
        var rotation = new Rotation(at(9), at(2), 5 << 6 | 3, at(1), 0);
        assertThat(CNodes.decodeRotate(filled(), rotation)).isEqualTo(new Ok<>(new Rotate(
            new ThreadCap(ALICE), slot(1), new CNodeCap(INNER_CNODE, 4, 5, 3), slot(2), slot(9))));
    }

    @Test
    void destination_may_be_the_source() {
        assertThat(rotate(at(1), at(2), at(1))).isInstanceOf(Ok.class);
    }

    @Test
    void slots_are_looked_up_in_order() {
        assertThat(rotate(nowhere(), nowhere(), nowhere())).isEqualTo(noRoot(false));
        assertThat(rotate(at(9), new SlotAddress(cnodeCap(), 0, 0), nowhere())).isEqualTo(noRoot(true));
        assertThat(rotate(at(9), new SlotAddress(cnodeCap(), 0, 0), at(1)))
            .isEqualTo(failed(new RangeError(1, 64)));
    }

    @Test
    void pivot_is_neither_source_nor_destination() {
        assertThat(rotate(at(9), at(1), at(1))).isEqualTo(failed(new IllegalOperation()));
        assertThat(rotate(at(2), at(2), at(1))).isEqualTo(failed(new IllegalOperation()));
    }

    @Test
    void other_destination_is_empty() {
        assertThat(rotate(at(0), at(2), at(1))).isEqualTo(failed(new DeleteFirst()));
    }

    @Test
    void source_and_pivot_are_full() {
        assertThat(rotate(at(9), at(2), at(8))).isEqualTo(missing(true));
        assertThat(rotate(at(9), at(8), at(1))).isEqualTo(missing(false));
    }

    @Test
    void rotated_endpoint_gets_no_badge() {
        assertThat(rotate(at(9), at(2), at(0))).isEqualTo(failed(new IllegalOperation()));
        assertThat(rotate(at(9), at(0), at(2))).isEqualTo(failed(new IllegalOperation()));
    }

    @Test
    void delete_and_revoke_name_their_slot() {
        assertThat(CNodes.decodeDelete(filled(), at(0))).isEqualTo(new Ok<>(new Delete(slot(0))));
        assertThat(CNodes.decodeRevoke(filled(), at(0))).isEqualTo(new Ok<>(new Revoke(slot(0))));
    }

    @Test
    void delete_and_revoke_report_errors_of_lookup() {
        assertThat(CNodes.decodeDelete(filled(), nowhere())).isEqualTo(noRoot(false));
        assertThat(CNodes.decodeRevoke(filled(), nowhere())).isEqualTo(noRoot(false));
    }

    @Test
    void badged_sends_are_cancelled_with_all_rights() {
        assertThat(CNodes.decodeCancelBadgedSends(filled(), at(0)))
            .isEqualTo(new Ok<>(new CancelBadgedSends(EP, 0)));
    }

    @Test
    void badged_sends_are_not_cancelled_with_fewer_rights() {
        var s = holding(filled(), slot(4), new EndpointCap(EP, 7, READ_WRITE));
        assertThat(CNodes.decodeCancelBadgedSends(s, at(4))).isEqualTo(failed(new IllegalOperation()));
    }

    @Test
    void badged_sends_are_those_of_an_endpoint() {
        assertThat(CNodes.decodeCancelBadgedSends(filled(), at(1)))
            .isEqualTo(failed(new IllegalOperation()));
        assertThat(CNodes.decodeCancelBadgedSends(filled(), nowhere())).isEqualTo(noRoot(false));
    }

    @Test
    void caller_is_saved_in_an_empty_slot() {
        assertThat(CNodes.decodeSaveCaller(filled(), at(9))).isEqualTo(new Ok<>(new SaveCaller(slot(9))));
        assertThat(CNodes.decodeSaveCaller(filled(), at(0))).isEqualTo(failed(new DeleteFirst()));
        assertThat(CNodes.decodeSaveCaller(filled(), nowhere())).isEqualTo(noRoot(false));
    }
}

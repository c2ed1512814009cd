package ashlar.impl.api;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.SmallMemory;
import ashlar.impl.kernel.LookupFailure;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.CtePtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.impl.object.Caps;
import ashlar.impl.object.CNodeOps;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

/// One CNode of 16 slots: 1 an endpoint, 2 the CNode itself, 3 a reply capability, 4 a badged endpoint,
/// 5 a thread, the others empty.
class DecodeCNodeTest {
    private static final long ALL = 15;

    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long cnode = memory.cnode(4);
    private final long root = memory.cnodeCap(cnode, 4, 0, 0);
    private final long none = memory.slot();

    DecodeCNodeTest() {
        long ep = memory.endpointCap(memory.endpoint());
        move(memory.mint(ep, 7), 4);
        move(ep, 1);
        move(memory.copy(root), 2);
        memory.caller(memory.current);
        move(memory.callerSlot(memory.current), 3);
        move(memory.threadCap(memory.current), 5);
    }

    private void move(long slot, long index) {
        CNodeOps.cteMove(m, slot, slot, at(index));
    }

    private long at(long index) {
        return CtePtr.at(cnode, index);
    }

    private int copy(long dest, long src, long rights) {
        return DecodeCNode.decodeCopy(m, root, dest, 4, root, src, 4, rights);
    }

    private int copyBetween(long destRoot, long dest, long srcRoot) {
        return DecodeCNode.decodeCopy(m, destRoot, dest, 4, srcRoot, 1, 4, ALL);
    }

    private int mint(long src, long data) {
        return DecodeCNode.decodeMint(m, root, 9, 4, root, src, 4, ALL, data);
    }

    private int move(long dest, long src, long srcDepth) {
        return DecodeCNode.decodeMove(m, root, dest, 4, root, src, srcDepth);
    }

    private int mutate(long src, long data) {
        return DecodeCNode.decodeMutate(m, root, 9, 4, root, src, 4, data);
    }

    private int rotate(long dest, long pivot, long src) {
        return DecodeCNode.decodeRotate(m, root, dest, 4, 0, root, pivot, 4, 0, root, src, 4);
    }

    private void failedLookup(int error, boolean isSource, int failure) {
        assertThat(error).isEqualTo(SyscallError.FAILED_LOOKUP);
        assertThat(KernelPtr.errorIsSource(m)).isEqualTo(isSource);
        assertThat(KernelPtr.lookupFailureType(m)).isEqualTo(failure);
    }

    @Test
    void copy_masks_rights() {
        assertThat(copy(9, 1, 2)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performInsert(m);
        assertThat(CapPtr.canRead(m, at(9))).isTrue();
        assertThat(CapPtr.canWrite(m, at(9))).isFalse();
        assertThat(CapPtr.canWrite(m, at(1))).isTrue();
    }

    @Test
    void copy_of_a_badged_capability_keeps_the_badge() {
        assertThat(copy(9, 4, ALL)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performInsert(m);
        assertThat(Caps.badge(m, at(9))).isEqualTo(7);
    }

    @Test
    void destination_is_looked_up_first() {
        failedLookup(copyBetween(none, 9, none), false, LookupFailure.INVALID_ROOT);
    }

    @Test
    void full_destination_comes_before_a_bad_source() {
        assertThat(copyBetween(root, 5, none)).isEqualTo(SyscallError.DELETE_FIRST);
    }

    @Test
    void source_is_looked_up_next() {
        failedLookup(copyBetween(root, 9, none), true, LookupFailure.INVALID_ROOT);
    }

    @Test
    void source_depth_must_be_in_range() {
        assertThat(move(9, 1, 0)).isEqualTo(SyscallError.RANGE_ERROR);
    }

    @Test
    void source_must_not_be_empty() {
        failedLookup(copy(9, 10, ALL), true, LookupFailure.MISSING_CAPABILITY);
        assertThat(KernelPtr.lookupBitsLeft(m)).isEqualTo(4);
    }

    @Test
    void reply_capability_cannot_be_copied() {
        assertThat(copy(9, 3, ALL)).isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void refused_call_changes_no_slot() {
        copy(9, 3, ALL);
        assertThat(CapPtr.type(m, at(3))).isEqualTo(CapPtr.REPLY);
        assertThat(Caps.isNull(m, at(9))).isTrue();
    }

    @Test
    void mint_gives_a_badge() {
        assertThat(mint(1, 8)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performInsert(m);
        assertThat(Caps.badge(m, at(9))).isEqualTo(8);
        assertThat(Caps.badge(m, at(1))).isZero();
    }

    @Test
    void mint_masks_rights() {
        assertThat(DecodeCNode.decodeMint(m, root, 9, 4, root, 1, 4, 1, 8)).isEqualTo(SyscallError.NO_ERROR);
        assertThat(CapPtr.canRead(m, KernelPtr.NEW_CAP)).isFalse();
        assertThat(CapPtr.canWrite(m, KernelPtr.NEW_CAP)).isTrue();
    }

    @Test
    void mint_of_a_badged_capability_is_illegal() {
        assertThat(mint(4, 8)).isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void mint_of_a_reply_capability_is_illegal() {
        assertThat(mint(3, 8)).isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void mint_gives_a_guard() {
        assertThat(mint(2, 5 << 6 | 3)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performInsert(m);
        assertThat(Caps.guard(m, at(9))).isEqualTo(5);
        assertThat(CapPtr.guardSize(m, at(9))).isEqualTo(3);
    }

    @Test
    void mint_refuses_a_guard_without_room() {
        assertThat(mint(2, 61)).isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void mint_of_a_thread_capability_ignores_the_badge() {
        assertThat(mint(5, 8)).isEqualTo(SyscallError.NO_ERROR);
    }

    @Test
    void mint_to_a_full_slot_is_refused() {
        assertThat(DecodeCNode.decodeMint(m, root, 5, 4, root, 1, 4, ALL, 8))
            .isEqualTo(SyscallError.DELETE_FIRST);
    }

    @Test
    void reply_capability_can_be_moved() {
        assertThat(move(9, 3, 4)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performMove(m);
        assertThat(CapPtr.type(m, at(9))).isEqualTo(CapPtr.REPLY);
        assertThat(Caps.isNull(m, at(3))).isTrue();
    }

    @Test
    void move_to_a_full_slot_is_refused() {
        assertThat(move(5, 1, 4)).isEqualTo(SyscallError.DELETE_FIRST);
    }

    @Test
    void mutate_changes_a_guard() {
        assertThat(mutate(2, 5 << 6 | 3)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performMove(m);
        assertThat(Caps.guard(m, at(9))).isEqualTo(5);
        assertThat(Caps.isNull(m, at(2))).isTrue();
    }

    @Test
    void mutate_of_an_endpoint_capability_is_illegal() {
        assertThat(mutate(1, 8)).isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void mutate_of_an_empty_slot_is_a_failed_lookup() {
        failedLookup(mutate(10, 8), true, LookupFailure.MISSING_CAPABILITY);
    }

    @Test
    void rotate_needs_no_endpoint() {
        assertThat(rotate(9, 5, 2)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performRotate(m);
        assertThat(CapPtr.type(m, at(9))).isEqualTo(CapPtr.THREAD);
        assertThat(CapPtr.type(m, at(5))).isEqualTo(CapPtr.CNODE);
        assertThat(Caps.isNull(m, at(2))).isTrue();
    }

    @Test
    void rotate_may_swap() {
        assertThat(rotate(2, 5, 2)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performRotate(m);
        assertThat(CapPtr.type(m, at(2))).isEqualTo(CapPtr.THREAD);
        assertThat(CapPtr.type(m, at(5))).isEqualTo(CapPtr.CNODE);
    }

    @Test
    void rotate_gives_each_its_own_guard() {
        assertThat(DecodeCNode.decodeRotate(m, root, 9, 4, 1 << 6 | 3, root, 2, 4, 2 << 6 | 5, root, 5, 4))
            .isEqualTo(SyscallError.NO_ERROR);
        assertThat(Caps.guard(m, KernelPtr.NEW_PIVOT_CAP)).isEqualTo(1);
        assertThat(CapPtr.type(m, KernelPtr.NEW_CAP)).isEqualTo(CapPtr.THREAD);
    }

    @Test
    void rotate_gives_the_source_its_guard() {
        assertThat(DecodeCNode.decodeRotate(m, root, 9, 4, 1 << 6 | 3, root, 5, 4, 2 << 6 | 5, root, 2, 4))
            .isEqualTo(SyscallError.NO_ERROR);
        assertThat(Caps.guard(m, KernelPtr.NEW_CAP)).isEqualTo(2);
    }

    @Test
    void rotate_looks_up_the_destination_first() {
        failedLookup(DecodeCNode.decodeRotate(m, none, 9, 4, 0, none, 5, 4, 0, none, 2, 4), false,
                     LookupFailure.INVALID_ROOT);
    }

    @Test
    void rotate_looks_up_the_source_before_the_pivot() {
        assertThat(DecodeCNode.decodeRotate(m, root, 9, 4, 0, none, 5, 4, 0, root, 2, 0))
            .isEqualTo(SyscallError.RANGE_ERROR);
    }

    @Test
    void rotate_looks_up_the_pivot() {
        failedLookup(DecodeCNode.decodeRotate(m, root, 9, 4, 0, none, 5, 4, 0, root, 2, 4), true,
                     LookupFailure.INVALID_ROOT);
    }

    @Test
    void pivot_must_not_be_the_source() {
        assertThat(rotate(9, 2, 2)).isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void pivot_must_not_be_the_destination() {
        assertThat(rotate(5, 5, 2)).isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void rotate_to_a_full_slot_is_refused() {
        assertThat(rotate(1, 5, 2)).isEqualTo(SyscallError.DELETE_FIRST);
    }

    @Test
    void rotated_source_must_not_be_empty() {
        failedLookup(rotate(9, 11, 10), true, LookupFailure.MISSING_CAPABILITY);
    }

    @Test
    void rotated_pivot_must_not_be_empty() {
        failedLookup(rotate(9, 10, 2), false, LookupFailure.MISSING_CAPABILITY);
    }

    @Test
    void endpoint_capability_cannot_be_rotated() {
        assertThat(rotate(9, 5, 1)).isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void endpoint_capability_cannot_be_a_pivot() {
        assertThat(rotate(9, 1, 5)).isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void delete_empties_its_slot() {
        assertThat(DecodeCNode.decodeDelete(m, root, 4, 4)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performDelete(m);
        assertThat(Caps.isNull(m, at(4))).isTrue();
    }

    @Test
    void delete_from_nowhere_fails() {
        failedLookup(DecodeCNode.decodeDelete(m, none, 4, 4), false, LookupFailure.INVALID_ROOT);
    }

    @Test
    void revoke_deletes_descendants() {
        assertThat(DecodeCNode.decodeRevoke(m, root, 1, 4)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performRevoke(m);
        assertThat(Caps.isNull(m, at(4))).isTrue();
        assertThat(Caps.isNull(m, at(1))).isFalse();
    }

    @Test
    void revoke_at_depth_0_is_out_of_range() {
        assertThat(DecodeCNode.decodeRevoke(m, root, 1, 0)).isEqualTo(SyscallError.RANGE_ERROR);
    }

    @Test
    void badged_sends_are_cancelled_with_all_rights() {
        long ep = CapPtr.object(m, at(4)), badged = memory.sender(ep, 7), other = memory.sender(ep, 8);
        assertThat(DecodeCNode.decodeCancelBadgedSends(m, root, 4, 4)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performCancelBadgedSends(m);
        assertThat(memory.state(badged)).isEqualTo(TcbPtr.RESTART);
        assertThat(memory.waitingFor(ep)).containsExactly(other);
    }

    @Test
    void without_a_badge_no_sends_are_cancelled() {
        long ep = CapPtr.object(m, at(1)), sender = memory.sender(ep, 0);
        assertThat(DecodeCNode.decodeCancelBadgedSends(m, root, 1, 4)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performCancelBadgedSends(m);
        assertThat(memory.waitingFor(ep)).containsExactly(sender);
    }

    @Test
    void badged_sends_are_not_cancelled_with_fewer_rights() {
        CapPtr.setCanGrantReply(m, at(4), false);
        assertThat(DecodeCNode.decodeCancelBadgedSends(m, root, 4, 4))
            .isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void badged_sends_are_those_of_an_endpoint() {
        assertThat(DecodeCNode.decodeCancelBadgedSends(m, root, 5, 4))
            .isEqualTo(SyscallError.ILLEGAL_OPERATION);
    }

    @Test
    void badged_sends_are_not_cancelled_from_nowhere() {
        failedLookup(DecodeCNode.decodeCancelBadgedSends(m, none, 4, 4), false, LookupFailure.INVALID_ROOT);
    }

    @Test
    void caller_is_saved_in_an_empty_slot() {
        memory.caller(memory.current);
        assertThat(DecodeCNode.decodeSaveCaller(m, root, 9, 4)).isEqualTo(SyscallError.NO_ERROR);
        CNodeOps.performSaveCaller(m);
        assertThat(CapPtr.type(m, at(9))).isEqualTo(CapPtr.REPLY);
    }

    @Test
    void caller_is_not_saved_in_a_full_slot() {
        assertThat(DecodeCNode.decodeSaveCaller(m, root, 5, 4)).isEqualTo(SyscallError.DELETE_FIRST);
    }
}

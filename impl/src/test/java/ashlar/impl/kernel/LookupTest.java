package ashlar.impl.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.SmallMemory;
import ashlar.impl.api.SyscallError;
import ashlar.impl.layout.CtePtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

class LookupTest {
    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long cnode = memory.cnode(8);

    private long resolve(long root, long cptr, long depth) {
        return Lookup.resolveAddressBits(m, root, cptr, depth);
    }

    private void failedWith(int failure) {
        assertThat(KernelPtr.lookupFailureType(m)).isEqualTo(failure);
    }

    private void errorIs(int error, boolean isSource) {
        assertThat(KernelPtr.error(m)).isEqualTo(error);
        assertThat(KernelPtr.errorIsSource(m)).isEqualTo(isSource);
    }

    @Test
    void one_level_translates_all_bits() {
        long root = memory.cnodeCap(cnode, 8, 56, 0);
        assertThat(resolve(root, 0x42, 64)).isEqualTo(CtePtr.at(cnode, 0x42));
        assertThat(KernelPtr.lookupBitsLeft(m)).isZero();
    }

    @Test
    void only_the_lowest_bits_count() {
        long root = memory.cnodeCap(cnode, 8, 4, 0xa);
        assertThat(resolve(root, 0xfff_a42, 12)).isEqualTo(CtePtr.at(cnode, 0x42));
    }

    @Test
    void guard_of_no_bits_matches_a_whole_word() {
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        assertThat(resolve(root, 0x4200_0000_0000_0000L, 64)).isEqualTo(CtePtr.at(cnode, 0x42));
        assertThat(KernelPtr.lookupBitsLeft(m)).isEqualTo(56);
    }

    @Test
    void slot_without_cnode_ends_the_translation() {
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        assertThat(resolve(root, 0x4217, 16)).isEqualTo(CtePtr.at(cnode, 0x42));
        assertThat(KernelPtr.lookupBitsLeft(m)).isEqualTo(8);
    }

    @Test
    void two_levels_translate_in_turn() {
        long root = memory.cnodeCap(cnode, 8, 0, 0), inner = memory.cnode(4);
        memory.putCNodeCap(CtePtr.at(cnode, 0x42), inner, 4, 4, 1);
        assertThat(resolve(root, 0x4217, 16)).isEqualTo(CtePtr.at(inner, 7));
        assertThat(KernelPtr.lookupBitsLeft(m)).isZero();
    }

    @Test
    void used_up_bits_end_the_translation_at_a_cnode() {
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        memory.putCNodeCap(CtePtr.at(cnode, 0x42), memory.cnode(4), 4, 4, 1);
        assertThat(resolve(root, 0x42, 8)).isEqualTo(CtePtr.at(cnode, 0x42));
    }

    @Test
    void cnode_in_itself_translates_until_the_bits_are_used_up() {
        memory.putCNodeCap(CtePtr.at(cnode, 1), cnode, 8, 0, 0);
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        assertThat(resolve(root, 0x01_01_01_01_01_01_01_42L, 64)).isEqualTo(CtePtr.at(cnode, 0x42));
    }

    @Test
    void root_must_be_a_cnode() {
        assertThat(resolve(memory.slot(), 0, 64)).isEqualTo(KernelPtr.NULL);
        failedWith(LookupFailure.INVALID_ROOT);
    }

    @Test
    void guard_must_match() {
        long root = memory.cnodeCap(cnode, 8, 4, 0xa);
        assertThat(resolve(root, 0xb42, 12)).isEqualTo(KernelPtr.NULL);
        failedWith(LookupFailure.GUARD_MISMATCH);
        assertThat(KernelPtr.lookupBitsLeft(m)).isEqualTo(12);
        assertThat(KernelPtr.lookupGuardFound(m)).isEqualTo(0xa);
        assertThat(KernelPtr.lookupBitsFound(m)).isEqualTo(4);
    }

    @Test
    void guard_must_fit() {
        long root = memory.cnodeCap(cnode, 8, 4, 0);
        assertThat(resolve(root, 0, 3)).isEqualTo(KernelPtr.NULL);
        failedWith(LookupFailure.GUARD_MISMATCH);
        assertThat(KernelPtr.lookupBitsLeft(m)).isEqualTo(3);
    }

    @Test
    void guard_of_an_inner_level_must_match() {
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        memory.putCNodeCap(CtePtr.at(cnode, 0x42), memory.cnode(4), 4, 4, 1);
        assertThat(resolve(root, 0x4227, 16)).isEqualTo(KernelPtr.NULL);
        failedWith(LookupFailure.GUARD_MISMATCH);
        assertThat(KernelPtr.lookupBitsLeft(m)).isEqualTo(8);
    }

    @Test
    void level_must_fit() {
        long root = memory.cnodeCap(cnode, 8, 4, 0);
        assertThat(resolve(root, 0, 11)).isEqualTo(KernelPtr.NULL);
        failedWith(LookupFailure.DEPTH_MISMATCH);
        assertThat(KernelPtr.lookupBitsLeft(m)).isEqualTo(11);
        assertThat(KernelPtr.lookupBitsFound(m)).isEqualTo(12);
    }

    @Test
    void slot_of_an_operation_is_found_at_its_depth() {
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        assertThat(Lookup.lookupSlot(m, false, root, 0x42, 8)).isEqualTo(CtePtr.at(cnode, 0x42));
    }

    @Test
    void depth_0_is_out_of_range() {
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        assertThat(Lookup.lookupSlot(m, false, root, 0, 0)).isEqualTo(KernelPtr.NULL);
        errorIs(SyscallError.RANGE_ERROR, false);
        assertThat(KernelPtr.errorMin(m)).isEqualTo(1);
        assertThat(KernelPtr.errorMax(m)).isEqualTo(64);
    }

    @Test
    void depth_65_is_out_of_range() {
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        assertThat(Lookup.lookupSlot(m, false, root, 0, 65)).isEqualTo(KernelPtr.NULL);
        errorIs(SyscallError.RANGE_ERROR, false);
    }

    @Test
    void depth_is_compared_unsigned() {
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        assertThat(Lookup.lookupSlot(m, false, root, 0, -1)).isEqualTo(KernelPtr.NULL);
        errorIs(SyscallError.RANGE_ERROR, false);
    }

    @Test
    void root_is_looked_at_before_depth() {
        assertThat(Lookup.lookupSlot(m, false, memory.slot(), 0, 65)).isEqualTo(KernelPtr.NULL);
        errorIs(SyscallError.FAILED_LOOKUP, false);
        failedWith(LookupFailure.INVALID_ROOT);
    }

    @Test
    void failed_lookup_tells_whether_it_was_the_source() {
        assertThat(Lookup.lookupSlot(m, true, memory.slot(), 0, 8)).isEqualTo(KernelPtr.NULL);
        errorIs(SyscallError.FAILED_LOOKUP, true);
        failedWith(LookupFailure.INVALID_ROOT);
    }

    @Test
    void slot_of_an_operation_must_be_at_its_depth() {
        long root = memory.cnodeCap(cnode, 8, 0, 0);
        assertThat(Lookup.lookupSlot(m, false, root, 0x4200, 16)).isEqualTo(KernelPtr.NULL);
        errorIs(SyscallError.FAILED_LOOKUP, false);
        failedWith(LookupFailure.DEPTH_MISMATCH);
        assertThat(KernelPtr.lookupBitsLeft(m)).isEqualTo(8);
        assertThat(KernelPtr.lookupBitsFound(m)).isZero();
    }
}

package ashlar.impl.object;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.SmallMemory;
import ashlar.impl.api.SyscallError;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

class MdbTest {
    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long ep = memory.endpoint();
    private final long original = memory.endpointCap(ep);

    @Test
    void original_is_the_parent_of_its_copy() {
        assertThat(Mdb.isMdbParentOf(m, original, memory.copy(original))).isTrue();
    }

    @Test
    void copy_is_nobodys_parent() {
        long copy = memory.copy(original);
        assertThat(Mdb.isMdbParentOf(m, copy, memory.copy(copy))).isFalse();
    }

    @Test
    void badged_capability_is_the_parent_of_its_copy() {
        long badged = memory.mint(original, 7);
        assertThat(Mdb.isMdbParentOf(m, badged, memory.copy(badged))).isTrue();
    }

    @Test
    void capability_minted_twice_is_not_its_own_sibling() {
        long first = memory.mint(original, 7), second = memory.mint(original, 7);
        assertThat(Mdb.isMdbParentOf(m, second, first)).isFalse();
    }

    @Test
    void badged_capability_is_not_the_parent_of_other_badges() {
        long badged = memory.mint(original, 7), unbadged = memory.copy(original);
        assertThat(Mdb.isMdbParentOf(m, badged, unbadged)).isFalse();
    }

    @Test
    void notification_capabilities_have_badges_too() {
        long ntfn = memory.notificationCap(memory.notification());
        long badged = memory.mint(ntfn, 7), other = memory.copy(ntfn);
        assertThat(Mdb.isMdbParentOf(m, badged, other)).isFalse();
        assertThat(Mdb.isMdbParentOf(m, badged, memory.copy(badged))).isTrue();
    }

    @Test
    void capability_to_another_object_is_no_child() {
        assertThat(Mdb.isMdbParentOf(m, original, memory.endpointCap(memory.endpoint()))).isFalse();
    }

    @Test
    void thread_capabilities_need_no_badge() {
        long thread = memory.threadCap(memory.current);
        assertThat(Mdb.isMdbParentOf(m, thread, memory.copy(thread))).isTrue();
    }

    @Test
    void slot_with_a_child_must_be_revoked_first() {
        memory.copy(original);
        assertThat(Mdb.ensureNoChildren(m, original)).isEqualTo(SyscallError.REVOKE_FIRST);
        assertThat(KernelPtr.error(m)).isEqualTo(SyscallError.REVOKE_FIRST);
    }

    @Test
    void slot_without_neighbours_has_no_child() {
        assertThat(Mdb.ensureNoChildren(m, original)).isEqualTo(SyscallError.NO_ERROR);
    }

    @Test
    void slot_before_a_sibling_has_no_child() {
        long second = memory.copy(original);
        memory.copy(original);
        assertThat(Mdb.firstChild(m, second)).isEqualTo(KernelPtr.NULL);
    }

    @Test
    void only_capability_is_final() {
        assertThat(Mdb.isFinalCapability(m, original)).isTrue();
    }

    @Test
    void capability_before_another_to_its_object_is_not_final() {
        memory.copy(original);
        assertThat(Mdb.isFinalCapability(m, original)).isFalse();
    }

    @Test
    void capability_behind_another_to_its_object_is_not_final() {
        assertThat(Mdb.isFinalCapability(m, memory.copy(original))).isFalse();
    }

    @Test
    void neighbours_of_other_objects_do_not_matter() {
        long left = memory.threadCap(memory.current), right = memory.threadCap(memory.idle);
        Mdb.remove(m, original);
        Mdb.remove(m, right);
        Mdb.insertAfter(m, left, original, true);
        Mdb.insertAfter(m, original, right, true);
        assertThat(Mdb.isFinalCapability(m, original)).isTrue();
    }

    @Test
    void slot_is_linked_in_right_behind() {
        long first = memory.copy(original), second = memory.copy(original);
        assertThat(memory.derived(original)).containsExactly(original, second, first);
    }

    @Test
    void removed_slot_leaves_its_neighbours_linked() {
        long second = memory.copy(original), first = memory.copy(original);
        Mdb.remove(m, first);
        assertThat(memory.derived(original)).containsExactly(original, second);
        assertThat(memory.derived(first)).containsExactly(first);
        assertThat(MdbPtr.revocable(m, first)).isFalse();
    }

    @Test
    void removed_first_of_its_badge_makes_the_next_one_first() {
        long badged = memory.mint(original, 7), copy = memory.copy(badged);
        Mdb.remove(m, badged);
        assertThat(MdbPtr.firstBadged(m, copy)).isTrue();
        assertThat(MdbPtr.revocable(m, copy)).isFalse();
    }

    @Test
    void removed_copy_leaves_the_next_one_as_it_is() {
        long copy = memory.copy(original);
        Mdb.remove(m, memory.copy(original));
        assertThat(MdbPtr.firstBadged(m, copy)).isFalse();
    }

    @Test
    void replaced_slot_hands_over_links_and_flags() {
        long last = memory.copy(original), badged = memory.mint(original, 7), dest = memory.slot();
        Mdb.replace(m, badged, dest);
        assertThat(memory.derived(original)).containsExactly(original, dest, last);
        assertThat(MdbPtr.revocable(m, dest)).isTrue();
        assertThat(MdbPtr.firstBadged(m, dest)).isTrue();
        assertThat(MdbPtr.revocable(m, badged)).isFalse();
        assertThat(memory.derived(badged)).containsExactly(badged);
    }

    @Test
    void swapped_slots_take_each_others_place() {
        long c = memory.copy(original), b = memory.copy(original), a = memory.mint(original, 7);
        Mdb.swap(m, a, c);
        assertThat(memory.derived(original)).containsExactly(original, c, b, a);
        assertThat(MdbPtr.revocable(m, c)).isTrue();
        assertThat(MdbPtr.firstBadged(m, c)).isTrue();
        assertThat(MdbPtr.revocable(m, a)).isFalse();
        assertThat(MdbPtr.firstBadged(m, a)).isFalse();
    }

    @Test
    void swapped_neighbours_take_each_others_place() {
        long c = memory.copy(original), b = memory.copy(original), a = memory.copy(original);
        Mdb.swap(m, a, b);
        assertThat(memory.derived(original)).containsExactly(original, b, a, c);
    }

    @Test
    void swapped_neighbours_may_be_named_in_any_order() {
        long c = memory.copy(original), b = memory.copy(original), a = memory.copy(original);
        Mdb.swap(m, b, a);
        assertThat(memory.derived(original)).containsExactly(original, b, a, c);
    }

    @Test
    void slots_alone_can_be_swapped() {
        long thread = memory.threadCap(memory.current), copy = memory.copy(thread);
        Mdb.swap(m, original, thread);
        assertThat(memory.derived(original)).containsExactly(original, copy);
        assertThat(memory.derived(thread)).containsExactly(thread);
    }

    @Test
    void capability_made_alone_is_original() {
        assertThat(CapPtr.type(m, original)).isEqualTo(CapPtr.ENDPOINT);
        assertThat(MdbPtr.revocable(m, original)).isTrue();
        assertThat(MdbPtr.firstBadged(m, original)).isTrue();
    }
}

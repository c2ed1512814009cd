package ashlar.impl.object;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.SmallMemory;
import ashlar.impl.api.SyscallError;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

class CNodeOpsTest {
    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long current = memory.current;
    private final long ep = memory.endpoint();
    private final long original = memory.endpointCap(ep);

    @Test
    void inserted_copy_has_no_flags() {
        long copy = memory.copy(original);
        assertThat(CapPtr.object(m, copy)).isEqualTo(ep);
        assertThat(MdbPtr.revocable(m, copy)).isFalse();
        assertThat(MdbPtr.firstBadged(m, copy)).isFalse();
    }

    @Test
    void inserted_capability_with_another_badge_has_both_flags() {
        long badged = memory.mint(original, 7);
        assertThat(MdbPtr.revocable(m, badged)).isTrue();
        assertThat(MdbPtr.firstBadged(m, badged)).isTrue();
    }

    @Test
    void moved_capability_keeps_its_place() {
        long last = memory.copy(original), moved = memory.copy(original), dest = memory.slot();
        CNodeOps.cteMove(m, moved, moved, dest);
        assertThat(memory.derived(original)).containsExactly(original, dest, last);
        assertThat(CapPtr.object(m, dest)).isEqualTo(ep);
        assertThat(Caps.isNull(m, moved)).isTrue();
    }

    @Test
    void swapped_capabilities_change_slots_and_places() {
        long thread = memory.threadCap(current), copy = memory.copy(original);
        Caps.copy(m, original, KernelPtr.NEW_CAP);
        Caps.copy(m, thread, KernelPtr.NEW_PIVOT_CAP);
        CNodeOps.cteSwap(m, KernelPtr.NEW_CAP, original, KernelPtr.NEW_PIVOT_CAP, thread);
        assertThat(CapPtr.type(m, original)).isEqualTo(CapPtr.THREAD);
        assertThat(CapPtr.type(m, thread)).isEqualTo(CapPtr.ENDPOINT);
        assertThat(memory.derived(thread)).containsExactly(thread, copy);
    }

    @Test
    void emptied_slot_is_null_and_unlinked() {
        long last = memory.copy(original), slot = memory.copy(original);
        CNodeOps.emptySlot(m, slot);
        assertThat(Caps.isNull(m, slot)).isTrue();
        assertThat(memory.derived(original)).containsExactly(original, last);
    }

    @Test
    void emptying_an_empty_slot_does_nothing() {
        long slot = memory.slot();
        Machine before = m.copy();
        CNodeOps.emptySlot(m, slot);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void children_of_an_emptied_slot_rise() {
        long badged = memory.mint(original, 7), copy = memory.copy(badged);
        CNodeOps.emptySlot(m, badged);
        assertThat(Mdb.isMdbParentOf(m, original, copy)).isTrue();
    }

    @Test
    void full_slot_must_be_deleted_first() {
        assertThat(CNodeOps.ensureEmptySlot(m, original)).isEqualTo(SyscallError.DELETE_FIRST);
        assertThat(KernelPtr.error(m)).isEqualTo(SyscallError.DELETE_FIRST);
    }

    @Test
    void empty_slot_need_not_be_deleted() {
        assertThat(CNodeOps.ensureEmptySlot(m, memory.slot())).isEqualTo(SyscallError.NO_ERROR);
    }

    @Test
    void deleting_the_last_endpoint_capability_frees_its_waiters() {
        long sender = memory.sender(ep, 1);
        CNodeOps.cteDeleteOne(m, original);
        assertThat(memory.state(sender)).isEqualTo(TcbPtr.RESTART);
        assertThat(EndpointPtr.state(m, ep)).isEqualTo(EndpointPtr.IDLE);
        assertThat(Caps.isNull(m, original)).isTrue();
    }

    @Test
    void deleting_one_of_two_endpoint_capabilities_lets_waiters_wait() {
        long sender = memory.sender(ep, 1), copy = memory.copy(original);
        CNodeOps.cteDeleteOne(m, copy);
        assertThat(memory.waitingFor(ep)).containsExactly(sender);
        assertThat(Caps.isNull(m, copy)).isTrue();
    }

    @Test
    void deleting_the_last_notification_capability_frees_its_waiters_and_unbinds_it() {
        long ntfn = memory.notification(), slot = memory.notificationCap(ntfn), waiter = memory.waiter(ntfn);
        NotificationOps.bindNotification(m, current, ntfn);
        CNodeOps.cteDeleteOne(m, slot);
        assertThat(memory.state(waiter)).isEqualTo(TcbPtr.RESTART);
        assertThat(NotificationPtr.boundThread(m, ntfn)).isEqualTo(KernelPtr.NULL);
        assertThat(TcbPtr.boundNotification(m, current)).isEqualTo(KernelPtr.NULL);
    }

    @Test
    void deleting_one_of_two_notification_capabilities_leaves_it_bound() {
        long ntfn = memory.notification();
        NotificationOps.bindNotification(m, current, ntfn);
        CNodeOps.cteDeleteOne(m, memory.copy(memory.notificationCap(ntfn)));
        assertThat(TcbPtr.boundNotification(m, current)).isEqualTo(ntfn);
    }

    @Test
    void deleting_a_reply_capability_frees_nobody() {
        long caller = memory.caller(current);
        CNodeOps.cteDeleteOne(m, memory.callerSlot(current));
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.BLOCKED_ON_REPLY);
    }

    @Test
    void deleting_from_an_empty_slot_does_nothing() {
        long slot = memory.slot();
        Machine before = m.copy();
        CNodeOps.cteDelete(m, slot);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void deleting_the_last_thread_capability_suspends_and_unbinds_it() {
        long sender = memory.sender(ep, 1), slot = memory.threadCap(sender), ntfn = memory.notification();
        NotificationOps.bindNotification(m, sender, ntfn);
        CNodeOps.cteDelete(m, slot);
        assertThat(memory.state(sender)).isEqualTo(TcbPtr.INACTIVE);
        assertThat(memory.waitingFor(ep)).isEmpty();
        assertThat(NotificationPtr.boundThread(m, ntfn)).isEqualTo(KernelPtr.NULL);
        assertThat(Caps.isNull(m, slot)).isTrue();
    }

    @Test
    void deleting_one_of_two_thread_capabilities_lets_it_run() {
        long thread = memory.ready(5);
        CNodeOps.cteDelete(m, memory.copy(memory.threadCap(thread)));
        assertThat(memory.state(thread)).isEqualTo(TcbPtr.RUNNING);
    }

    @Test
    void deleting_one_leaves_the_thread_of_its_last_capability_running() {
        CNodeOps.cteDeleteOne(m, memory.threadCap(current));
        assertThat(memory.state(current)).isEqualTo(TcbPtr.RUNNING);
    }

    @Test
    void revoking_deletes_every_descendant() {
        long badged = memory.mint(original, 7), grandchild = memory.copy(badged);
        long child = memory.copy(original);
        CNodeOps.cteRevoke(m, original);
        assertThat(memory.derived(original)).containsExactly(original);
        assertThat(Caps.isNull(m, badged)).isTrue();
        assertThat(Caps.isNull(m, grandchild)).isTrue();
        assertThat(Caps.isNull(m, child)).isTrue();
        assertThat(CapPtr.object(m, original)).isEqualTo(ep);
    }

    @Test
    void revoking_a_badged_capability_leaves_its_siblings() {
        long sibling = memory.copy(original), badged = memory.mint(original, 7), child = memory.copy(badged);
        CNodeOps.cteRevoke(m, badged);
        assertThat(memory.derived(original)).containsExactly(original, badged, sibling);
        assertThat(Caps.isNull(m, child)).isTrue();
    }

    @Test
    void one_step_of_revoking_deletes_the_first_descendant() {
        long second = memory.copy(original), first = memory.copy(original);
        assertThat(CNodeOps.revokeStep(m, original)).isTrue();
        assertThat(Caps.isNull(m, first)).isTrue();
        assertThat(Caps.isNull(m, second)).isFalse();
    }

    @Test
    void step_without_descendants_does_nothing() {
        Machine before = m.copy();
        assertThat(CNodeOps.revokeStep(m, original)).isFalse();
        assertThat(m).isEqualTo(before);
    }

    @Test
    void rotation_moves_pivot_to_destination_and_source_to_pivot() {
        long pivot = memory.threadCap(current), dest = memory.slot();
        rotate(original, pivot, dest);
        assertThat(Caps.isNull(m, original)).isTrue();
        assertThat(CapPtr.type(m, pivot)).isEqualTo(CapPtr.ENDPOINT);
        assertThat(CapPtr.type(m, dest)).isEqualTo(CapPtr.THREAD);
    }

    @Test
    void rotation_with_source_as_destination_swaps() {
        long pivot = memory.threadCap(current);
        rotate(original, pivot, original);
        assertThat(CapPtr.type(m, pivot)).isEqualTo(CapPtr.ENDPOINT);
        assertThat(CapPtr.type(m, original)).isEqualTo(CapPtr.THREAD);
    }

    private void rotate(long src, long pivot, long dest) {
        Caps.copy(m, src, KernelPtr.NEW_CAP);
        Caps.copy(m, pivot, KernelPtr.NEW_PIVOT_CAP);
        KernelPtr.setSourceSlot(m, src);
        KernelPtr.setPivotSlot(m, pivot);
        KernelPtr.setDestSlot(m, dest);
        CNodeOps.performRotate(m);
    }

    @Test
    void saved_caller_capability_can_still_be_cancelled() {
        long caller = memory.caller(current), dest = memory.slot();
        KernelPtr.setDestSlot(m, dest);
        CNodeOps.performSaveCaller(m);
        assertThat(memory.derived(memory.replySlot(caller))).containsExactly(memory.replySlot(caller), dest);
        assertThat(Caps.isNull(m, memory.callerSlot(current))).isTrue();
    }

    @Test
    void saving_no_caller_does_nothing() {
        KernelPtr.setDestSlot(m, memory.slot());
        Machine before = m.copy();
        CNodeOps.performSaveCaller(m);
        assertThat(m).isEqualTo(before);
    }
}

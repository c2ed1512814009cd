package ashlar.impl.object;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.SmallMemory;
import ashlar.impl.layout.CapPtr;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

class CapsTest {
    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long ep = memory.endpoint();
    private final long ntfn = memory.notification();
    private final long cap = memory.endpointCap(ep);

    @Test
    void copy_has_every_field() {
        long from = memory.cnodeCap(memory.cnode(4), 4, 9, 0x1ff), to = memory.slot();
        CapPtr.setCanWrite(m, from, true);
        CapPtr.setCanRead(m, from, true);
        CapPtr.setCanGrant(m, from, true);
        CapPtr.setCanGrantReply(m, from, true);
        Caps.copy(m, from, to);
        assertThat(m.load64(to)).isEqualTo(m.load64(from));
        assertThat(m.load64(to + 8)).isEqualTo(m.load64(from + 8));
    }

    @Test
    void capabilities_to_one_endpoint_have_the_same_region() {
        assertThat(Caps.sameRegionAs(m, cap, memory.endpointCap(ep))).isTrue();
    }

    @Test
    void capabilities_to_two_endpoints_have_not_the_same_region() {
        assertThat(Caps.sameRegionAs(m, cap, memory.endpointCap(memory.endpoint()))).isFalse();
    }

    @Test
    void capabilities_of_two_types_have_not_the_same_region() {
        assertThat(Caps.sameRegionAs(m, cap, memory.notificationCap(ep))).isFalse();
    }

    @Test
    void null_capabilities_have_no_region() {
        assertThat(Caps.sameRegionAs(m, memory.slot(), memory.slot())).isFalse();
    }

    @Test
    void cnodes_of_one_size_have_the_same_region() {
        long cnode = memory.cnode(4);
        long a = memory.cnodeCap(cnode, 4, 0, 0), b = memory.cnodeCap(cnode, 4, 5, 1);
        assertThat(Caps.sameRegionAs(m, a, b)).isTrue();
    }

    @Test
    void cnodes_of_two_sizes_have_not_the_same_region() {
        long cnode = memory.cnode(4);
        long a = memory.cnodeCap(cnode, 4, 0, 0), b = memory.cnodeCap(cnode, 3, 0, 0);
        assertThat(Caps.sameRegionAs(m, a, b)).isFalse();
    }

    @Test
    void endpoint_capability_with_another_badge_is_revocable() {
        assertThat(Caps.isCapRevocable(m, memory.original(CapPtr.ENDPOINT, ep, 7), cap)).isTrue();
    }

    @Test
    void notification_capability_with_another_badge_is_revocable() {
        assertThat(Caps.isCapRevocable(m, memory.original(CapPtr.NOTIFICATION, ntfn, 7),
                                       memory.notificationCap(ntfn))).isTrue();
    }

    @Test
    void endpoint_capability_with_the_same_badge_is_not_revocable() {
        assertThat(Caps.isCapRevocable(m, memory.original(CapPtr.ENDPOINT, ep, 0), cap)).isFalse();
    }

    @Test
    void cnode_capability_with_another_guard_is_not_revocable() {
        long cnode = memory.cnode(4);
        long guarded = memory.cnodeCap(cnode, 4, 4, 1), src = memory.cnodeCap(cnode, 4, 0, 0);
        assertThat(Caps.isCapRevocable(m, guarded, src)).isFalse();
    }

    private void rightsAre(boolean write, boolean read, boolean grant, boolean grantReply) {
        assertThat(CapPtr.canWrite(m, cap)).isEqualTo(write);
        assertThat(CapPtr.canRead(m, cap)).isEqualTo(read);
        assertThat(CapPtr.canGrant(m, cap)).isEqualTo(grant);
        assertThat(CapPtr.canGrantReply(m, cap)).isEqualTo(grantReply);
    }

    @Test
    void mask_1_keeps_write() {
        Caps.maskRights(m, cap, 1);
        rightsAre(true, false, false, false);
    }

    @Test
    void mask_2_keeps_read() {
        Caps.maskRights(m, cap, 2);
        rightsAre(false, true, false, false);
    }

    @Test
    void mask_4_keeps_grant() {
        Caps.maskRights(m, cap, 4);
        rightsAre(false, false, true, false);
    }

    @Test
    void mask_8_keeps_grant_reply() {
        Caps.maskRights(m, cap, 8);
        rightsAre(false, false, false, true);
    }

    @Test
    void mask_gives_no_rights() {
        Caps.maskRights(m, cap, 0);
        Caps.maskRights(m, cap, -1);
        rightsAre(false, false, false, false);
    }

    @Test
    void mask_leaves_a_reply_master_what_it_is() {
        long master = memory.replySlot(memory.current);
        Caps.maskRights(m, master, 0);
        assertThat(Caps.isReplyMaster(m, master)).isTrue();
    }

    @Test
    void mask_takes_grant_from_a_reply_capability() {
        long master = memory.replySlot(memory.current);
        Caps.maskRights(m, master, -1);
        assertThat(CapPtr.canGrant(m, master)).isTrue();
        Caps.maskRights(m, master, 8);
        assertThat(CapPtr.canGrant(m, master)).isFalse();
    }

    @Test
    void reply_capability_derives_to_null() {
        long reply = memory.copy(memory.replySlot(memory.current));
        Caps.derive(m, reply);
        assertThat(Caps.isNull(m, reply)).isTrue();
    }

    @Test
    void endpoint_capability_derives_to_itself() {
        Machine before = m.copy();
        Caps.derive(m, cap);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void endpoint_capability_without_badge_gets_one() {
        Caps.updateData(m, false, -1, cap);
        assertThat(Caps.badge(m, cap)).isEqualTo(-1);
    }

    @Test
    void badge_cannot_be_changed() {
        Caps.setBadge(m, cap, 7);
        Caps.updateData(m, false, 7, cap);
        assertThat(Caps.isNull(m, cap)).isTrue();
    }

    @Test
    void badge_cannot_be_given_if_it_is_to_be_preserved() {
        Caps.updateData(m, true, 0, cap);
        assertThat(Caps.isNull(m, cap)).isTrue();
    }

    @Test
    void cnode_capability_gets_its_guard() {
        long cnode = memory.cnodeCap(memory.cnode(4), 4, 0, 0);
        Caps.updateData(m, true, 0xabc << 6 | 8, cnode);
        assertThat(CapPtr.guardSize(m, cnode)).isEqualTo(8);
        assertThat(Caps.guard(m, cnode)).isEqualTo(0xbc);
    }

    @Test
    void guard_may_fill_the_word() {
        long cnode = memory.cnodeCap(memory.cnode(4), 4, 0, 0);
        Caps.updateData(m, false, 60, cnode);
        assertThat(CapPtr.guardSize(m, cnode)).isEqualTo(60);
    }

    @Test
    void guard_must_not_exceed_the_word() {
        long cnode = memory.cnodeCap(memory.cnode(4), 4, 0, 0);
        Caps.updateData(m, false, 61, cnode);
        assertThat(Caps.isNull(m, cnode)).isTrue();
    }

    @Test
    void thread_capability_has_no_data() {
        long thread = memory.threadCap(memory.current);
        Machine before = m.copy();
        Caps.updateData(m, false, 7, thread);
        assertThat(m).isEqualTo(before);
    }
}

package ashlar.impl.object;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.SmallMemory;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;
import org.junit.jupiter.api.Test;

class ReplyOpsTest {
    private final SmallMemory memory = new SmallMemory();
    private final Machine m = memory.m;
    private final long current = memory.current;

    @Test
    void reply_master_names_its_thread_and_may_have_children() {
        long slot = memory.replySlot(current);
        assertThat(CapPtr.type(m, slot)).isEqualTo(CapPtr.REPLY);
        assertThat(CapPtr.object(m, slot)).isEqualTo(current);
        assertThat(Caps.isReplyMaster(m, slot)).isTrue();
        assertThat(CapPtr.canGrant(m, slot)).isTrue();
    }

    @Test
    void reply_master_is_set_up_once() {
        memory.caller(current);
        Machine before = m.copy();
        ReplyOps.setupReplyMaster(m, current);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void caller_capability_is_a_child_of_the_callers_master() {
        long caller = memory.caller(current);
        assertThat(memory.derived(memory.replySlot(caller)))
            .containsExactly(memory.replySlot(caller), memory.callerSlot(current));
        assertThat(Mdb.isMdbParentOf(m, memory.replySlot(caller), memory.callerSlot(current))).isTrue();
        assertThat(Caps.isReplyMaster(m, memory.callerSlot(current))).isFalse();
    }

    @Test
    void deleting_the_caller_capability_leaves_the_caller_blocked() {
        long caller = memory.caller(current);
        ReplyOps.deleteCallerCap(m, current);
        assertThat(Caps.isNull(m, memory.callerSlot(current))).isTrue();
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.BLOCKED_ON_REPLY);
    }

    @Test
    void cancelling_a_reply_finds_the_capability_where_it_was_saved() {
        long caller = memory.caller(current), saved = memory.slot();
        CNodeOps.cteMove(m, memory.callerSlot(current), memory.callerSlot(current), saved);
        ReplyOps.cancelReply(m, caller);
        assertThat(Caps.isNull(m, saved)).isTrue();
        assertThat(memory.derived(memory.replySlot(caller))).containsExactly(memory.replySlot(caller));
    }

    @Test
    void cancelling_a_reply_that_nobody_can_give_does_nothing() {
        Machine before = m.copy();
        ReplyOps.cancelReply(m, current);
        assertThat(m).isEqualTo(before);
    }

    @Test
    void reply_delivers_message_with_badge_0_and_uses_up_the_capability() {
        long caller = memory.caller(current);
        memory.setRegister(caller, TcbPtr.BADGE_REGISTER, 9);
        memory.setMessage(current, 1, 11, 12, 13, 14);
        ReplyOps.handleReply(m);
        assertThat(memory.state(caller)).isEqualTo(TcbPtr.RUNNING);
        assertThat(memory.message(caller)).containsExactly(11L, 0L, 0L, 0L);
        assertThat(memory.badge(caller)).isZero();
        assertThat(Caps.isNull(m, memory.callerSlot(current))).isTrue();
        assertThat(KernelPtr.action(m)).isEqualTo(caller);
    }

    @Test
    void reply_without_caller_does_nothing() {
        Machine before = m.copy();
        ReplyOps.handleReply(m);
        assertThat(m).isEqualTo(before);
    }
}

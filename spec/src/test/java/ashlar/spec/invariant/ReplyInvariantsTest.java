package ashlar.spec.invariant;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CURRENT;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.called;
import static ashlar.spec.Given.holding;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.ready;
import static ashlar.spec.Given.receiving;
import static ashlar.spec.Given.savedReply;
import static ashlar.spec.Given.slot;
import static org.assertj.core.api.Assertions.assertThat;

import ashlar.spec.cspace.Derivation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import org.junit.jupiter.api.Test;

class ReplyInvariantsTest {
    private static final Capability MASTER = new ReplyCap(ALICE, true, true);
    private static final Capability REPLY = new ReplyCap(ALICE, false, true);

    @Test
    void call_keeps_all() {
        assertThat(ReplyInvariants.all(called(quiet(), ALICE))).isTrue();
        assertThat(ReplyInvariants.all(savedReply())).isTrue();
    }

    @Test
    void master_is_at_home_and_may_grant() {
        assertThat(ReplyInvariants.mastersAreAtHome(quiet())).isTrue();
        assertThat(ReplyInvariants.mastersAreAtHome(holding(quiet(), slot(0), MASTER))).isFalse();
        assertThat(ReplyInvariants.mastersAreAtHome(
            quiet().withCapability(Slots.reply(ALICE), new ReplyCap(ALICE, true, false)))).isFalse();
    }

    @Test
    void reply_slot_holds_the_own_master_only() {
        assertThat(ReplyInvariants.replySlotsHoldMasters(Derivation.empty(quiet(), Slots.reply(ALICE))))
            .isTrue();
        assertThat(ReplyInvariants.replySlotsHoldMasters(
            quiet().withCapability(Slots.reply(ALICE), new ReplyCap(BOB, true, true)))).isFalse();
        assertThat(ReplyInvariants.replySlotsHoldMasters(
            quiet().withCapability(Slots.reply(ALICE), REPLY))).isFalse();
    }

    @Test
    void active_thread_has_its_master() {
        var s = Derivation.empty(quiet(), Slots.reply(ALICE));
        assertThat(ReplyInvariants.activeThreadsHaveMasters(s)).isTrue();
        assertThat(ReplyInvariants.activeThreadsHaveMasters(ready(s, ALICE, 1))).isFalse();
    }

    @Test
    void master_alone_is_original() {
        assertThat(ReplyInvariants.onlyMastersAreOriginal(quiet().withOriginal(Slots.reply(ALICE), false)))
            .isFalse();
        assertThat(ReplyInvariants.onlyMastersAreOriginal(savedReply().withOriginal(slot(3), true)))
            .isFalse();
        assertThat(ReplyInvariants.onlyMastersAreOriginal(savedReply())).isTrue();
    }

    @Test
    void caller_slot_holds_replies() {
        assertThat(ReplyInvariants.callerSlotsHoldReplies(called(quiet(), ALICE))).isTrue();
        assertThat(ReplyInvariants.callerSlotsHoldReplies(
            quiet().withCapability(Slots.caller(BOB), new ThreadCap(ALICE)))).isFalse();
        assertThat(ReplyInvariants.callerSlotsHoldReplies(
            quiet().withCapability(Slots.caller(BOB), MASTER))).isFalse();
    }

    @Test
    void receiver_owes_no_answer() {
        var s = called(quiet(), ALICE);
        assertThat(ReplyInvariants.receiversOweNoAnswer(receiving(s, BOB))).isTrue();
        assertThat(ReplyInvariants.receiversOweNoAnswer(
            s.withThread(CURRENT, s.thread(CURRENT).withState(new BlockedOnReceive(EP, true))))).isFalse();
    }

    @Test
    void answered_thread_waits_for_the_answer() {
        assertThat(ReplyInvariants.repliesAreAwaited(savedReply())).isTrue();
        assertThat(ReplyInvariants.repliesAreAwaited(ready(savedReply(), ALICE, 1))).isFalse();
    }

    @Test
    void reply_capability_descends_from_its_master() {
        assertThat(ReplyInvariants.repliesDescendFromMasters(savedReply())).isTrue();
        assertThat(ReplyInvariants.repliesDescendFromMasters(holding(quiet(), slot(0), REPLY))).isFalse();
    }

    @Test
    void reply_capability_is_unique() {
        assertThat(ReplyInvariants.repliesAreUnique(savedReply())).isTrue();
        assertThat(ReplyInvariants.repliesAreUnique(savedReply().withCapability(slot(4), REPLY))).isFalse();
        assertThat(ReplyInvariants.repliesAreUnique(
            savedReply().withCapability(slot(4), new ReplyCap(BOB, false, true)))).isTrue();
    }
}

package ashlar.spec.ipc;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CURRENT;
import static ashlar.spec.Given.badgeOf;
import static ashlar.spec.Given.called;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.slot;
import static ashlar.spec.Given.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.spec.cspace.Derivation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.Running;
import ashlar.spec.state.Unreachable;
import org.junit.jupiter.api.Test;

class RepliesTest {
    @Test
    void thread_keeps_the_reply_master_it_has() {
        assertThat(Replies.setUpReplyMaster(quiet(), ALICE)).isEqualTo(quiet());
    }

    @Test
    void answer_lets_the_caller_run_and_uses_up_the_capability() {
        var s = Replies.doReply(Messages.showBadge(called(quiet(), ALICE), ALICE, 9), CURRENT);
        assertThat(stateOf(s, ALICE)).isEqualTo(new Running());
        assertThat(badgeOf(s, ALICE)).isEqualTo(0);
        assertThat(s.capability(Slots.caller(CURRENT))).isEqualTo(new NullCap());
        assertThat(s.action()).isEqualTo(new SwitchTo(ALICE));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void thread_that_owes_no_answer_gives_none() {
        assertThat(Replies.doReply(quiet(), CURRENT)).isEqualTo(quiet());
    }

    @Test
    void caller_slot_holds_nothing_but_replies() {
        var s = quiet().withCapability(Slots.caller(CURRENT), new ThreadCap(BOB));
        assertThatThrownBy(() -> Replies.doReply(s, CURRENT))
            .isInstanceOf(Unreachable.class).hasMessage("callerSlotsHoldReplies");
    }

    @Test
    void saved_reply_capability_answers_too() {
        var s = Derivation.move(called(quiet(), ALICE), new ReplyCap(ALICE, false, true),
            Slots.caller(CURRENT), slot(3));
        s = Replies.answer(s, CURRENT, ALICE, slot(3));
        assertThat(stateOf(s, ALICE)).isEqualTo(new Running());
        assertThat(s.capability(slot(3))).isEqualTo(new NullCap());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void caller_whose_reply_capability_is_deleted_waits_on() {
        var s = Replies.deleteCallerCap(called(quiet(), ALICE), CURRENT);
        assertThat(s.capability(Slots.caller(CURRENT))).isEqualTo(new NullCap());
        assertThat(stateOf(s, ALICE)).isEqualTo(new BlockedOnReply());
        assertThat(Invariants.all(s)).isTrue();
    }
}

package ashlar.spec.cspace;

import static ashlar.spec.Given.ALICE;
import static ashlar.spec.Given.ALL_RIGHTS;
import static ashlar.spec.Given.BOB;
import static ashlar.spec.Given.CURRENT;
import static ashlar.spec.Given.EP;
import static ashlar.spec.Given.INNER_CNODE;
import static ashlar.spec.Given.NTFN;
import static ashlar.spec.Given.PLAIN;
import static ashlar.spec.Given.PRIORITY;
import static ashlar.spec.Given.READ;
import static ashlar.spec.Given.READ_WRITE;
import static ashlar.spec.Given.called;
import static ashlar.spec.Given.filled;
import static ashlar.spec.Given.holding;
import static ashlar.spec.Given.quiet;
import static ashlar.spec.Given.ready;
import static ashlar.spec.Given.sending;
import static ashlar.spec.Given.slot;
import static ashlar.spec.Given.stateOf;
import static ashlar.spec.Given.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.model.collection.Option;
import ashlar.spec.cspace.CNodeInvocation.CancelBadgedSends;
import ashlar.spec.cspace.CNodeInvocation.Delete;
import ashlar.spec.cspace.CNodeInvocation.Insert;
import ashlar.spec.cspace.CNodeInvocation.Move;
import ashlar.spec.cspace.CNodeInvocation.Revoke;
import ashlar.spec.cspace.CNodeInvocation.Rotate;
import ashlar.spec.cspace.CNodeInvocation.SaveCaller;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Capability.ThreadCap;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.Unreachable;
import org.junit.jupiter.api.Test;

/// What CNode operations do.
class CNodesTest {
    private static final Capability ENDPOINT = new EndpointCap(EP, 0, ALL_RIGHTS);
    private static final Capability NOTIFICATION = new NotificationCap(NTFN, 0, READ_WRITE);
    private static final Capability INNER = new CNodeCap(INNER_CNODE, 4, 0, 0);
    private static final Capability REPLY = new ReplyCap(ALICE, false, true);

    @Test
    void performed_copy_is_a_child() {
        var s = CNodes.perform(filled(), new Insert(new EndpointCap(EP, 0, READ), slot(0), slot(9)));
        assertThat(s.derivation().isDescendant(slot(9), slot(0))).isTrue();
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void performed_move_leaves_the_source_empty() {
        var s = CNodes.perform(filled(), new Move(ENDPOINT, slot(0), slot(9)));
        assertThat(s.capability(slot(0))).isEqualTo(new NullCap());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void performed_rotation_moves_both() {
        var s = CNodes.perform(filled(),
            new Rotate(new ThreadCap(ALICE), slot(1), INNER, slot(2), slot(9)));
        assertThat(s.capability(slot(1))).isEqualTo(new NullCap());
        assertThat(s.capability(slot(2))).isEqualTo(new ThreadCap(ALICE));
        assertThat(s.capability(slot(9))).isEqualTo(INNER);
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void performed_rotation_onto_the_source_swaps() {
        var s = CNodes.perform(filled(),
            new Rotate(new ThreadCap(ALICE), slot(1), INNER, slot(2), slot(1)));
        assertThat(s.capability(slot(1))).isEqualTo(INNER);
        assertThat(s.capability(slot(2))).isEqualTo(new ThreadCap(ALICE));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void last_capability_to_an_endpoint_frees_its_waiters() {
        var s = CNodes.perform(sending(filled(), BOB, PLAIN), new Delete(slot(0)));
        assertThat(stateOf(s, BOB)).isEqualTo(new Restart());
        assertThat(s.endpoint(EP)).isEqualTo(new Endpoint.Idle());
        assertThat(s.capability(slot(0))).isEqualTo(new NullCap());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void capability_that_is_not_the_last_frees_none() {
        var s = Derivation.insert(sending(filled(), BOB, PLAIN), ENDPOINT, slot(0), slot(9));
        s = CNodes.deleteOne(s, slot(0));
        assertThat(stateOf(s, BOB)).isEqualTo(new BlockedOnSend(EP, PLAIN));
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void last_capability_to_a_notification_frees_waiters_and_bound_thread() {
        var s = Notifications.bind(waiting(quiet(), BOB), BOB, NTFN);
        s = CNodes.delete(holding(s, slot(0), NOTIFICATION), slot(0));
        assertThat(stateOf(s, BOB)).isEqualTo(new Restart());
        assertThat(s.thread(BOB).bound()).isEqualTo(Option.none());
        assertThat(s.notification(NTFN).state()).isEqualTo(new NotificationState.Idle());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void last_capability_to_a_thread_takes_it_out_of_service() {
        var s = Notifications.bind(ready(filled(), ALICE, PRIORITY), ALICE, NTFN);
        s = CNodes.delete(s, slot(1));
        assertThat(stateOf(s, ALICE)).isEqualTo(new Inactive());
        assertThat(s.thread(ALICE).bound()).isEqualTo(Option.none());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void thread_with_another_capability_goes_on() {
        var s = Derivation.insert(filled(), new ThreadCap(ALICE), slot(1), slot(9));
        s = ready(s, ALICE, PRIORITY);
        assertThat(stateOf(CNodes.delete(s, slot(1)), ALICE)).isEqualTo(stateOf(s, ALICE));
    }

    @Test
    void empty_slot_can_be_deleted() {
        assertThat(CNodes.delete(filled(), slot(9))).isEqualTo(filled());
    }

    @Test
    void revoked_capability_has_no_descendants_and_stays() {
        var s = Derivation.insert(filled(), new EndpointCap(EP, 7, ALL_RIGHTS), slot(0), slot(8));
        s = Derivation.insert(s, new EndpointCap(EP, 7, READ), slot(8), slot(9));
        assertThat(CNodes.perform(s, new Revoke(slot(0)))).isEqualTo(filled());
    }

    @Test
    void revocation_goes_step_by_step() {
        var s = Derivation.insert(filled(), new EndpointCap(EP, 7, ALL_RIGHTS), slot(0), slot(8));
        s = CNodes.revokeStep(Derivation.insert(s, ENDPOINT, slot(0), slot(9)), slot(0));
        assertThat(s.capability(slot(9))).isEqualTo(new NullCap());
        assertThat(s.derivation().contains(slot(8))).isTrue();
    }

    @Test
    void revocation_without_descendants_does_nothing() {
        assertThat(CNodes.revokeStep(filled(), slot(0))).isEqualTo(filled());
        assertThat(CNodes.revoke(filled(), slot(0))).isEqualTo(filled());
    }

    @Test
    void only_a_badge_cancels() {
        var s = sending(filled(), BOB, PLAIN);
        assertThat(stateOf(CNodes.perform(s, new CancelBadgedSends(EP, 7)), BOB)).isEqualTo(new Restart());
        assertThat(CNodes.perform(s, new CancelBadgedSends(EP, 0))).isEqualTo(s);
    }

    @Test
    void saved_caller_leaves_the_caller_slot() {
        var s = CNodes.perform(called(quiet(), ALICE), new SaveCaller(slot(9)));
        assertThat(s.capability(slot(9))).isEqualTo(REPLY);
        assertThat(s.capability(Slots.caller(CURRENT))).isEqualTo(new NullCap());
        assertThat(Invariants.all(s)).isTrue();
    }

    @Test
    void no_caller_is_saved_if_there_is_none() {
        assertThat(CNodes.perform(quiet(), new SaveCaller(slot(9)))).isEqualTo(quiet());
    }

    @Test
    void caller_slot_holds_nothing_but_replies() {
        var s = quiet().withCapability(Slots.caller(CURRENT), ENDPOINT);
        assertThatThrownBy(() -> CNodes.perform(s, new SaveCaller(slot(9))))
            .isInstanceOf(Unreachable.class).hasMessage("callerSlotsHoldReplies");
    }
}

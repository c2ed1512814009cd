package ashlar.proofs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.collection.Option;
import ashlar.model.collection.PForest;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Row;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NullCap;
import ashlar.spec.state.CapabilitySlots;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Endpoint.Sending;
import ashlar.spec.state.Level;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState.Active;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Registers;
import ashlar.spec.state.Rights;
import ashlar.spec.state.Schedule;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Running;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final Ref<Tcb> ALICE = new Ref<>(0x8011_0000L);
    private static final Ref<Tcb> BOB = new Ref<>(0x8011_0800L);
    private static final Ref<Endpoint> EP = new Ref<>(0x8010_0000L);
    private static final Ref<Notification> NTFN = new Ref<>(0x8010_1000L);
    private static final Slot FULL = new Slot(0x8012_0000L);
    private static final Slot EMPTY = new Slot(0x8012_0020L);

    private final State state = aliceRunsAndBobSends();
    private final Machine memory = Represent.inMemory(state);

    @Test
    void schedule_is_told_in_words_on_both_sides() {
        assertThat(row("current")).isEqualTo(both("current", "80110000", "80110000"));
        assertThat(row("action")).isEqualTo(both("action", "SwitchTo 80110000", "80110000"));
        assertThat(row("domain")).isEqualTo(both("domain", "0", "0"));
    }

    @Test
    void ready_queue_is_told_with_its_ends_and_its_bit() {
        assertThat(row("ready 0/100"))
            .isEqualTo(both("ready 0/100", "[80110000]", "head 80110000  tail 80110000  bit set"));
    }

    @Test
    void endpoint_is_told_with_its_queue() {
        assertThat(row("ep 80100000"))
            .isEqualTo(both("ep 80100000", "Sending [80110800]", "SEND  head 80110800  tail 80110800"));
    }

    @Test
    void notification_is_told_with_its_badge_and_its_bound_thread() {
        assertThat(row("ntfn 80101000")).isEqualTo(both("ntfn 80101000", "Active 5  bound 80110000",
            "ACTIVE 5  head NULL  tail NULL  bound 80110000"));
    }

    @Test
    void blocked_thread_is_told_with_what_it_sends() {
        assertThat(row("80110800 state")).isEqualTo(both("80110800 state",
            "BlockedOnSend ep 80100000  payload (badge 7  canGrant true  canGrantReply false  isCall false)",
            "BLOCKED_ON_SEND 80100000  badge 7  canGrant true  canGrantReply false  isCall false"));
    }

    @Test
    void thread_is_told_with_its_place_in_the_schedule() {
        assertThat(row("80110000 schedule")).isEqualTo(both("80110000 schedule",
            "domain 0  priority 100  maxPriority 200  timeSlice 5",
            "domain 0  priority 100  maxPriority 200  timeSlice 5"));
    }

    @Test
    void thread_is_told_with_its_neighbours() {
        TcbPtr.setEpPrev(memory, BOB.addr(), ALICE.addr());

        assertThat(row("80110800 queue"))
            .isEqualTo(both("80110800 queue", "prev (none)  next (none)", "prev 80110000  next NULL"));
    }

    @Test
    void registers_are_told_alike_on_both_sides() {
        assertThat(row("80110800 registers")).isEqualTo(both("80110800 registers",
            "badge 1  info 2  mr 3 4 5 6  faultIp 7  nextIp 8",
            "badge 1  info 2  mr 3 4 5 6  faultIp 7  nextIp 8"));
    }

    @Test
    void full_slot_is_told_with_its_capability_and_its_place_in_the_tree() {
        assertThat(row("slot 80120000")).isEqualTo(both("slot 80120000",
            "EndpointCap 80100000  badge 3  RG", "ENDPOINT 80100000  badge 3  RG"));
        assertThat(row("slot 80120000 links")).isEqualTo(both("slot 80120000 links",
            "prev (none)  next (none)  original  parent (none)",
            "prev NULL  next NULL  revocable"));
    }

    @Test
    void empty_slot_is_left_out() {
        assertThat(Picture.of("before", new Object[] {state, memory})).extracting(Row::what)
            .doesNotContain("slot 80120020");
    }

    @Test
    void empty_slot_that_the_kernel_has_linked_is_told() {
        MdbPtr.setNext(memory, EMPTY.addr(), FULL.addr());

        assertThat(row("slot 80120020 links"))
            .isEqualTo(both("slot 80120020 links", "in no tree", "prev NULL  next 80120000"));
    }

    @Test
    void value_that_has_no_name_is_told_by_its_number() {
        EndpointPtr.setState(memory, EP.addr(), 3);

        assertThat(row("ep 80100000").kernel()).isEqualTo("state 3  head 80110800  tail 80110800");
    }

    @Test
    void state_alone_has_no_memory_beside_it() {
        assertThat(Picture.of("after", new Object[] {state, 7L})).contains(
            new Row("after", "current", "80110000", "", false)).extracting(Row::kernel).containsOnly("");
    }

    @Test
    void memory_alone_has_only_what_is_found_without_a_state() {
        KernelPtr.setAction(memory, KernelPtr.CHOOSE_NEW);

        assertThat(Picture.of("before", new Object[] {memory})).containsExactly(
            both("current", "", "80110000"), both("action", "", "CHOOSE_NEW"), both("domain", "", "0"),
            both("ready 0/100", "", "head 80110000  tail 80110000  bit set"));
    }

    @Test
    void arguments_without_a_state_have_no_picture() {
        assertThat(Picture.of("before", new Object[] {true, ALICE})).isEmpty();
    }

    private Row row(String what) {
        return Picture.of("before", new Object[] {state, memory}).stream().filter(r -> r.what().equals(what))
            .findFirst().orElseThrow();
    }

    private static Row both(String what, String spec, String kernel) {
        return new Row("before", what, spec, kernel, false);
    }

    private static State aliceRunsAndBobSends() {
        var slots = new CapabilitySlots(PMap.empty(), PForest.<Slot>empty().addRoot(FULL),
            PSet.<Slot>empty().add(FULL));
        var schedule = new Schedule(PTable.filledWith(PQueue.empty()), ALICE, ALICE, new SwitchTo(ALICE), 0);
        return new State(PMap.empty(), PMap.empty(), PMap.empty(), slots, schedule)
            .withThread(ALICE, thread(new Running(), Option.some(NTFN)))
            .withThread(BOB, thread(new BlockedOnSend(EP, new SenderPayload(7, true, false, false)),
                Option.none()))
            .withEndpoint(EP, new Sending(PQueue.of(BOB)))
            .withNotification(NTFN, new Notification(new Active(5), Option.some(ALICE)))
            .withReady(new Level(0, 100), PQueue.of(ALICE))
            .withCapability(FULL, new EndpointCap(EP, 3, new Rights(true, false, true, false)))
            .withCapability(EMPTY, new NullCap());
    }

    private static Tcb thread(ThreadState state, Option<Ref<Notification>> bound) {
        return new Tcb(state, bound, 0, 100, 200, 5, new Registers(1, 2, 3, 4, 5, 6, 7, 8));
    }
}

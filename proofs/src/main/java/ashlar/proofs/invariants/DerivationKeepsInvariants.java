package ashlar.proofs.invariants;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.proofs.refines.Context;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.invariant.CapabilityInvariants;
import ashlar.spec.invariant.Invariants;
import ashlar.spec.invariant.ReplyInvariants;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;

/// Capabilities that come, move and go keep every invariant: those named as proved here, the others since
/// nothing changes but what slots hold (`Groups`).
public final class DerivationKeepsInvariants {
    private DerivationKeepsInvariants() { }

    /// cap may lie in slot as far as it alone is concerned.
    private static boolean fits(State s, Slot slot, Capability cap) {
        State filled = s.withCapability(slot, cap);
        return CapabilityInvariants.guardsFit(filled)
            && CapabilityInvariants.notificationsGrantNothing(filled);
    }

    /// slot is where a thread has its reply master, or the capability to answer who called it.
    private static boolean isOfThread(State s, Slot slot) {
        return !s.threads().forAll((t, _) -> !slot.equals(Slots.reply(t)) && !slot.equals(Slots.caller(t)));
    }

    /// A reply capability moves as it is.
    private static boolean isSameReply(State s, Capability cap, Slot src) {
        return !(cap instanceof ReplyCap) || cap.equals(s.capability(src));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "insert keeps the derivation forest sound")
    static void insert_keeps_derivation(State s, Capability cap, Slot src, Slot dest) {
        assume(Context.derivation(s) && Context.isFull(s, src) && Context.isEmpty(s, dest));
        assume(Context.isDerived(s, cap, src));
        s = Derivation.insert(s, cap, src, dest);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "insert keeps capabilities to objects that are there, and such as there may be")
    static void insert_keeps_capabilities(State s, Capability cap, Slot src, Slot dest) {
        assume(Groups.capabilities(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isDerived(s, cap, src));
        assume(fits(s, dest, cap));
        s = Derivation.insert(s, cap, src, dest);
        prove(Groups.capabilities(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "insert keeps the slots of threads and CNodes")
    static void insert_keeps_cnode_slots(State s, Capability cap, Slot src, Slot dest) {
        assume(CapabilityInvariants.threadSlotsExist(s) && CapabilityInvariants.cnodeSlotsExist(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isDerived(s, cap, src));
        s = Derivation.insert(s, cap, src, dest);
        prove(CapabilityInvariants.threadSlotsExist(s) && CapabilityInvariants.cnodeSlotsExist(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "insert keeps CNodes apart")
    static void insert_keeps_cnodes_apart(State s, Capability cap, Slot src, Slot dest) {
        assume(CapabilityInvariants.cnodesAreApart(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isDerived(s, cap, src));
        s = Derivation.insert(s, cap, src, dest);
        prove(CapabilityInvariants.cnodesAreApart(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "insert keeps CNodes apart from threads")
    static void insert_keeps_cnodes_apart_from_threads(State s, Capability cap, Slot src, Slot dest) {
        assume(CapabilityInvariants.cnodesAreApartFromThreads(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isDerived(s, cap, src));
        s = Derivation.insert(s, cap, src, dest);
        prove(CapabilityInvariants.cnodesAreApartFromThreads(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "insert keeps the invariants of replies")
    static void insert_keeps_reply_invariants(State s, Capability cap, Slot src, Slot dest) {
        assume(ReplyInvariants.all(s) && CapabilityInvariants.forestHoldsFullSlots(s));
        assume(Invariants.aligned(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isDerived(s, cap, src));
        assume(!(cap instanceof ReplyCap) && !isOfThread(s, dest));
        s = Derivation.insert(s, cap, src, dest);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "insert changes what slots hold alone")
    static void insert_changes_slots_only(State s, Capability cap, Slot src, Slot dest) {
        assume(Context.derivation(s) && Context.isFull(s, src) && Context.isEmpty(s, dest));
        assume(Context.isDerived(s, cap, src));
        State before = s;
        s = Derivation.insert(s, cap, src, dest);
        prove(s.equals(before.withSlots(s.slots())));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "move keeps the derivation forest sound")
    static void move_keeps_derivation(State s, Capability cap, Slot src, Slot dest) {
        assume(Context.derivation(s) && Context.isFull(s, src) && Context.isEmpty(s, dest));
        assume(Context.isMoved(s, cap, src));
        s = Derivation.move(s, cap, src, dest);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "move keeps capabilities to objects that are there, and such as there may be")
    static void move_keeps_capabilities(State s, Capability cap, Slot src, Slot dest) {
        assume(Groups.capabilities(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isMoved(s, cap, src));
        assume(fits(s, dest, cap));
        s = Derivation.move(s, cap, src, dest);
        prove(Groups.capabilities(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "move keeps the slots of threads and CNodes")
    static void move_keeps_cnode_slots(State s, Capability cap, Slot src, Slot dest) {
        assume(CapabilityInvariants.threadSlotsExist(s) && CapabilityInvariants.cnodeSlotsExist(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isMoved(s, cap, src));
        s = Derivation.move(s, cap, src, dest);
        prove(CapabilityInvariants.threadSlotsExist(s) && CapabilityInvariants.cnodeSlotsExist(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "move keeps CNodes apart")
    static void move_keeps_cnodes_apart(State s, Capability cap, Slot src, Slot dest) {
        assume(CapabilityInvariants.cnodesAreApart(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isMoved(s, cap, src));
        s = Derivation.move(s, cap, src, dest);
        prove(CapabilityInvariants.cnodesAreApart(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "move keeps CNodes apart from threads")
    static void move_keeps_cnodes_apart_from_threads(State s, Capability cap, Slot src, Slot dest) {
        assume(CapabilityInvariants.cnodesAreApartFromThreads(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isMoved(s, cap, src));
        s = Derivation.move(s, cap, src, dest);
        prove(CapabilityInvariants.cnodesAreApartFromThreads(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "move keeps the invariants of replies")
    static void move_keeps_reply_invariants(State s, Capability cap, Slot src, Slot dest) {
        assume(ReplyInvariants.all(s) && CapabilityInvariants.forestHoldsFullSlots(s));
        assume(Invariants.aligned(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isMoved(s, cap, src));
        assume(!Groups.isMaster(s.capability(src)) && !isOfThread(s, dest) && isSameReply(s, cap, src));
        s = Derivation.move(s, cap, src, dest);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "move changes what slots hold alone")
    static void move_changes_slots_only(State s, Capability cap, Slot src, Slot dest) {
        assume(Context.derivation(s) && Context.isFull(s, src) && Context.isEmpty(s, dest));
        assume(Context.isMoved(s, cap, src));
        State before = s;
        s = Derivation.move(s, cap, src, dest);
        prove(s.equals(before.withSlots(s.slots())));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "swap keeps the derivation forest sound")
    static void swap_keeps_derivation(State s, Capability cap1, Slot slot1, Capability cap2, Slot slot2) {
        assume(Context.derivation(s) && Context.isFull(s, slot1) && Context.isFull(s, slot2));
        assume(!slot1.equals(slot2) && Context.isMoved(s, cap1, slot1) && Context.isMoved(s, cap2, slot2));
        s = Derivation.swap(s, cap1, slot1, cap2, slot2);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "swap keeps capabilities to objects that are there, and such as there may be")
    static void swap_keeps_capabilities(State s, Capability cap1, Slot slot1, Capability cap2, Slot slot2) {
        assume(Groups.capabilities(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && Invariants.aligned(s));
        assume(Context.isFull(s, slot1) && Context.isFull(s, slot2) && !slot1.equals(slot2));
        assume(Context.isMoved(s, cap1, slot1) && Context.isMoved(s, cap2, slot2) && fits(s, slot2, cap1));
        assume(fits(s, slot1, cap2));
        s = Derivation.swap(s, cap1, slot1, cap2, slot2);
        prove(Groups.capabilities(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "swap keeps the slots of threads and CNodes")
    static void swap_keeps_cnode_slots(State s, Capability cap1, Slot slot1, Capability cap2, Slot slot2) {
        assume(CapabilityInvariants.threadSlotsExist(s) && CapabilityInvariants.cnodeSlotsExist(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && Invariants.aligned(s));
        assume(Context.isFull(s, slot1) && Context.isFull(s, slot2) && !slot1.equals(slot2));
        assume(Context.isMoved(s, cap1, slot1) && Context.isMoved(s, cap2, slot2));
        s = Derivation.swap(s, cap1, slot1, cap2, slot2);
        prove(CapabilityInvariants.threadSlotsExist(s) && CapabilityInvariants.cnodeSlotsExist(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "swap keeps CNodes apart")
    static void swap_keeps_cnodes_apart(State s, Capability cap1, Slot slot1, Capability cap2, Slot slot2) {
        assume(CapabilityInvariants.cnodesAreApart(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && Invariants.aligned(s));
        assume(Context.isFull(s, slot1) && Context.isFull(s, slot2) && !slot1.equals(slot2));
        assume(Context.isMoved(s, cap1, slot1) && Context.isMoved(s, cap2, slot2));
        s = Derivation.swap(s, cap1, slot1, cap2, slot2);
        prove(CapabilityInvariants.cnodesAreApart(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "swap keeps CNodes apart from threads")
    static void swap_keeps_cnodes_apart_from_threads(State s, Capability cap1, Slot slot1, Capability cap2,
        Slot slot2) {
        assume(CapabilityInvariants.cnodesAreApartFromThreads(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && Invariants.aligned(s));
        assume(Context.isFull(s, slot1) && Context.isFull(s, slot2) && !slot1.equals(slot2));
        assume(Context.isMoved(s, cap1, slot1) && Context.isMoved(s, cap2, slot2));
        s = Derivation.swap(s, cap1, slot1, cap2, slot2);
        prove(CapabilityInvariants.cnodesAreApartFromThreads(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "swap keeps the invariants of replies")
    static void swap_keeps_reply_invariants(State s, Capability cap1, Slot slot1, Capability cap2,
        Slot slot2) {
        assume(ReplyInvariants.all(s) && CapabilityInvariants.forestHoldsFullSlots(s));
        assume(Invariants.aligned(s));
        assume(Context.isFull(s, slot1) && Context.isFull(s, slot2) && !slot1.equals(slot2));
        assume(Context.isMoved(s, cap1, slot1) && Context.isMoved(s, cap2, slot2));
        assume(!isOfThread(s, slot1) && !isOfThread(s, slot2) && !Groups.isMaster(s.capability(slot1)));
        assume(!Groups.isMaster(s.capability(slot2)) && isSameReply(s, cap1, slot1));
        assume(isSameReply(s, cap2, slot2));
        s = Derivation.swap(s, cap1, slot1, cap2, slot2);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "swap changes what slots hold alone")
    static void swap_changes_slots_only(State s, Capability cap1, Slot slot1, Capability cap2, Slot slot2) {
        assume(Context.derivation(s) && Context.isFull(s, slot1) && Context.isFull(s, slot2));
        assume(!slot1.equals(slot2) && Context.isMoved(s, cap1, slot1) && Context.isMoved(s, cap2, slot2));
        State before = s;
        s = Derivation.swap(s, cap1, slot1, cap2, slot2);
        prove(s.equals(before.withSlots(s.slots())));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "empty keeps the derivation forest sound")
    static void empty_keeps_derivation(State s, Slot slot) {
        assume(Context.derivation(s) && s.caps().has(slot));
        s = Derivation.empty(s, slot);
        prove(Context.derivation(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "empty keeps capabilities to objects that are there, and such as there may be")
    static void empty_keeps_capabilities(State s, Slot slot) {
        assume(Groups.capabilities(s));
        assume(s.caps().has(slot));
        s = Derivation.empty(s, slot);
        prove(Groups.capabilities(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "empty keeps the slots of threads and CNodes")
    static void empty_keeps_cnode_slots(State s, Slot slot) {
        assume(CapabilityInvariants.threadSlotsExist(s) && CapabilityInvariants.cnodeSlotsExist(s));
        assume(s.caps().has(slot));
        s = Derivation.empty(s, slot);
        prove(CapabilityInvariants.threadSlotsExist(s) && CapabilityInvariants.cnodeSlotsExist(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "empty keeps CNodes apart")
    static void empty_keeps_cnodes_apart(State s, Slot slot) {
        assume(CapabilityInvariants.cnodesAreApart(s));
        assume(s.caps().has(slot));
        s = Derivation.empty(s, slot);
        prove(CapabilityInvariants.cnodesAreApart(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "empty keeps CNodes apart from threads")
    static void empty_keeps_cnodes_apart_from_threads(State s, Slot slot) {
        assume(CapabilityInvariants.cnodesAreApartFromThreads(s));
        assume(s.caps().has(slot));
        s = Derivation.empty(s, slot);
        prove(CapabilityInvariants.cnodesAreApartFromThreads(s));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, text = "empty keeps the invariants of replies")
    static void empty_keeps_reply_invariants(State s, Slot slot) {
        assume(ReplyInvariants.all(s));
        assume(s.caps().has(slot));
        assume(!Groups.isMaster(s.capability(slot)));
        s = Derivation.empty(s, slot);
        prove(ReplyInvariants.all(s));
    }

    @Obligation(value = Kind.INVARIANT, text = "empty changes what slots hold alone")
    static void empty_changes_slots_only(State s, Slot slot) {
        assume(Context.derivation(s) && s.caps().has(slot));
        State before = s;
        s = Derivation.empty(s, slot);
        prove(s.equals(before.withSlots(s.slots())));
    }

    @Obligation(value = Kind.INVARIANT, contract = true, opaque = true, keeps = {"threads", "endpoints",
        "notifications", "schedule"},
        text = "insert puts one capability into its slot, and nothing else anywhere")
    static void insert_puts_one_capability(State s, Capability cap, Slot src, Slot dest) {
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isDerived(s, cap, src));
        State before = s;
        s = Derivation.insert(s, cap, src, dest);
        prove(Context.keepsOthers(before, s, dest) && s.caps().has(dest) && s.capability(dest).equals(cap));
    }

    /// Who waits for cap's answer has its master in src, and no other answer to wait for; dest is the CALLER
    /// slot of a thread that does not receive.
    private static boolean isReplyGiven(State s, Capability cap, Slot src, Slot dest) {
        return cap instanceof ReplyCap(var t, var isMaster, _) && !isMaster && src.equals(Slots.reply(t))
            && s.threads().has(t) && s.thread(t).state() instanceof BlockedOnReply
            && s.caps().forAll((_, c) -> !(c instanceof ReplyCap(var to, var isMaster2, _)) || isMaster2
                || !to.equals(t))
            && s.threads().forAll((r, tcb) -> !dest.equals(Slots.reply(r))
                && (!dest.equals(Slots.caller(r)) || !(tcb.state() instanceof BlockedOnReceive)));
    }

    @Obligation(value = Kind.INVARIANT, contract = true,
        text = "insert of a capability to answer keeps the invariants of replies")
    static void insert_of_reply_keeps_reply_invariants(State s, Capability cap, Slot src, Slot dest) {
        assume(ReplyInvariants.all(s) && Invariants.aligned(s));
        assume(CapabilityInvariants.forestHoldsFullSlots(s) && CapabilityInvariants.ancestorsMayBeParents(s));
        assume(Context.isFull(s, src) && Context.isEmpty(s, dest) && Context.isDerived(s, cap, src));
        assume(isReplyGiven(s, cap, src, dest));
        s = Derivation.insert(s, cap, src, dest);
        prove(ReplyInvariants.all(s));
    }
}

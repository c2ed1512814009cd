package ashlar.proofs.sample;

import static ashlar.spec.cspace.Capabilities.derive;
import static ashlar.spec.cspace.Capabilities.isNull;
import static ashlar.spec.cspace.Capabilities.maskRights;
import static ashlar.spec.cspace.Capabilities.withData;

import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.Derivation;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Capability.EndpointCap;
import ashlar.spec.state.Capability.NotificationCap;
import ashlar.spec.state.Capability.ReplyCap;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Rights;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Capabilities in slots, derived from one another by what the kernel does to slots.
final class Derivations {
    private final Choice choice;
    private final List<Slot> open = new ArrayList<>();
    private State s;

    /// Slots that may hold anything are open.
    private Derivations(Choice choice, Objects objects, State s) {
        this.choice = choice;
        this.s = s;
        for (CNodeCap cap : objects.cnodes())
            for (long i = 0; i < 1L << cap.radixBits(); i++) open.add(Slots.ofCNode(cap.cnode(), i));
        for (Ref<Tcb> t : objects.threads())
            open.addAll(List.of(Slots.ofThread(t, 0), Slots.ofThread(t, 1), Slots.ofThread(t, 4)));
    }

    /// s, in which only reply masters are in slots, with capabilities to the objects, some derived from
    /// others.
    static State in(State s, Choice choice, Objects objects) {
        var derivations = new Derivations(choice, objects, s);
        for (Ref<Tcb> t : objects.threads()) derivations.awaitReply(t);
        for (Capability cap : choice.shuffled(objects.capabilities(choice))) derivations.create(cap);
        long steps = choice.below(4 * derivations.open.size() / 3 + 1);
        for (long i = 0; i < steps; i++) derivations.step();
        return derivations.s;
    }

    private Optional<Slot> empty() {
        return any(open.stream().filter(slot -> isNull(s.capability(slot))).toList());
    }

    private Optional<Slot> full() {
        return any(open.stream().filter(slot -> !isNull(s.capability(slot))).toList());
    }

    /// A slot whose capability has a badge, or may get copies that have one.
    private Optional<Slot> badged() {
        List<Slot> badged = open.stream()
            .filter(slot -> Capabilities.badge(s.capability(slot)) != 0).toList();
        return any(badged.isEmpty() || choice.oneIn(3) ? open.stream().filter(this::mayHaveBadge).toList()
            : badged);
    }

    private boolean mayHaveBadge(Slot slot) {
        return s.capability(slot) instanceof EndpointCap || s.capability(slot) instanceof NotificationCap;
    }

    private Optional<Slot> any(List<Slot> slots) {
        return slots.isEmpty() ? Optional.empty() : Optional.of(choice.of(slots));
    }

    /// Hands out the reply capability of t, if t waits for an answer, to who received its call or, as that
    /// may save it, to any slot.
    private void awaitReply(Ref<Tcb> t) {
        if (!(s.thread(t).state() instanceof BlockedOnReply) || choice.oneIn(5)) return;
        any(choice.oneIn(4) ? open : callers()).filter(slot -> isNull(s.capability(slot)))
            .ifPresent(slot -> s = Derivation.insert(s, new ReplyCap(t, false, choice.either()),
                Slots.reply(t), slot));
    }

    private List<Slot> callers() {
        return Choice.sorted(s.threads().keys(), Ref::addr).stream()
            .filter(t -> !(s.thread(t).state() instanceof BlockedOnReceive)).map(Slots::caller).toList();
    }

    /// Puts cap, derived from nothing, into a slot, in most cases into the chain of what was created before.
    private void create(Capability cap) {
        if (choice.oneIn(6)) return;
        var before = full().filter(slot -> s.isOriginal(slot));
        empty().ifPresent(slot -> {
            s = s.withCapability(slot, cap).withOriginal(slot, true);
            s = s.withDerivation(before.isPresent() && !choice.oneIn(4)
                ? s.derivation().addSibling(before.get(), slot) : s.derivation().addRoot(slot));
        });
    }

    private void step() {
        switch (choice.random().nextInt(10)) {
            case 0, 1, 2    -> full().ifPresent(src -> empty().ifPresent(dest -> copy(src, dest)));
            case 3, 4, 5, 6 -> badged().ifPresent(src -> empty().ifPresent(dest -> copy(src, dest)));
            case 7          -> full().ifPresent(slot -> s = Derivation.empty(s, slot));
            case 8          -> full().ifPresent(src -> empty().ifPresent(dest -> move(src, dest)));
            default         -> full().ifPresent(a -> full().ifPresent(b -> swap(a, b)));
        }
    }

    private void copy(Slot src, Slot dest) {
        Capability cap = maskRights(s.capability(src), choice.rights());
        cap = derive(choice.oneIn(3) ? cap : withData(cap, choice.dataFor(cap), false));
        if (!isNull(cap)) s = Derivation.insert(s, cap, src, dest);
    }

    private void move(Slot src, Slot dest) {
        s = Derivation.move(s, moved(s.capability(src)), src, dest);
    }

    private void swap(Slot a, Slot b) {
        if (!a.equals(b)) s = Derivation.swap(s, moved(s.capability(a)), a, moved(s.capability(b)), b);
    }

    private Capability moved(Capability cap) {
        Capability changed = withData(cap, choice.dataFor(cap), true);
        return isNull(changed) ? cap : changed;
    }

    static Rights forNotification(Rights rights) {
        return new Rights(rights.read(), rights.write(), false, false);
    }
}

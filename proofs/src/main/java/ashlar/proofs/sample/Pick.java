package ashlar.proofs.sample;

import ashlar.model.collection.PMap;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.SlotAddress;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.CNode;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Notification;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Random objects and slots of one state.
public final class Pick {
    private static final long WORD_BITS = 64;

    private final State s;
    private final Choice choice;
    private final List<Slot> slots;

    public Pick(State s, Choice choice) {
        this.s = s;
        this.choice = choice;
        this.slots = Choice.sorted(s.caps().keys(), Slot::addr);
    }

    public Ref<Tcb> thread() {
        return choice.oneIn(3) ? s.current() : any(s.threads());
    }

    public Ref<Endpoint> endpoint() {
        return any(s.endpoints());
    }

    public Ref<Notification> notification() {
        return any(s.notifications());
    }

    private <T> Ref<T> any(PMap<Ref<T>, ?> objects) {
        return choice.of(Choice.sorted(objects.keys(), Ref::addr));
    }

    /// A CNode that there is a capability to; if there is none, one slot.
    Ref<CNode> cnode() {
        List<Ref<CNode>> cnodes = slots.stream().map(s::capability)
            .flatMap(cap -> cap instanceof CNodeCap(var cnode, _, _, _) ? Stream.of(cnode) : Stream.of())
            .distinct().toList();
        return cnodes.isEmpty() ? new Ref<>(slot().addr()) : choice.of(cnodes);
    }

    /// Any thread state, whether or not a thread of the state may be in it.
    ThreadState threadState() {
        return switch (choice.random().nextInt(8)) {
            case 0  -> new ThreadState.Inactive();
            case 1  -> new ThreadState.Running();
            case 2  -> new ThreadState.Restart();
            case 3  -> new ThreadState.BlockedOnReceive(endpoint(), choice.either());
            case 4  -> new ThreadState.BlockedOnSend(endpoint(), choice.payload());
            case 5  -> new ThreadState.BlockedOnReply();
            case 6  -> new ThreadState.BlockedOnNotification(notification());
            default -> new ThreadState.Idle();
        };
    }

    public Slot slot() {
        return choice.of(slots);
    }

    /// A full slot, if there is one.
    public Slot full() {
        return slot(slot -> !Capabilities.isNull(s.capability(slot)));
    }

    /// An empty slot, if there is one.
    public Slot empty() {
        return slot(slot -> Capabilities.isNull(s.capability(slot)));
    }

    /// A slot that holds a CNode, if there is one.
    public Slot root() {
        return slot(slot -> s.capability(slot) instanceof CNodeCap);
    }

    /// A slot as wanted, or any if there is none.
    public Slot slot(Predicate<Slot> wanted) {
        List<Slot> those = slots.stream().filter(wanted).toList();
        return choice.of(those.isEmpty() ? slots : those);
    }

    /// Bits that lead from root to a slot, directly or through other CNodes; none if root is no CNode.
    public SlotAddress addressFrom(Capability root) {
        SlotAddress address = new SlotAddress(root, 0, 0);
        Capability at = root;
        while (at instanceof CNodeCap node && address.depthBits() + levelBits(node) <= WORD_BITS
            && (address.depthBits() == 0 || choice.either())) {
            long index = choice.below(1 << node.radixBits());
            address = new SlotAddress(root, address.cptr() << levelBits(node)
                | node.guard() << node.radixBits() | index, address.depthBits() + levelBits(node));
            at = s.capability(Slots.ofCNode(node.cnode(), index));
        }
        return address;
    }

    private static long levelBits(CNodeCap cap) {
        return cap.guardSize() + cap.radixBits();
    }

    /// An address that leads from root to a slot or, at times, almost does.
    public SlotAddress hostileAddressFrom(Capability root) {
        SlotAddress address = addressFrom(root);
        return switch (choice.random().nextInt(12)) {
            case 0  -> new SlotAddress(root, address.cptr() ^ 1L << choice.below(4), address.depthBits());
            case 1  -> new SlotAddress(root, address.cptr(), address.depthBits() + choice.below(4) - 2);
            case 2  -> new SlotAddress(root, choice.random().nextLong(), choice.below(67));
            case 3  -> new SlotAddress(root, address.cptr() | -1L << 60, address.depthBits());
            default -> address;
        };
    }
}

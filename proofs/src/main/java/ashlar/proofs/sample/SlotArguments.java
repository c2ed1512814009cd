package ashlar.proofs.sample;

import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.SlotAddress;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Slots, capabilities such as they hold, and addresses that lead to them.
final class SlotArguments {
    private static final long WORD_BITS = 64;

    /// The lowest depth bits of cptr lead somewhere from root.
    private record Path(Capability root, long cptr, long depth) { }

    private final State s;
    private final Choice choice;
    private final List<Slot> all;
    private final Map<String, Slot> made = new HashMap<>();
    private Path path;

    SlotArguments(State s, Choice choice) {
        this.s = s;
        this.choice = choice;
        this.all = Choice.sorted(s.caps().keys());
        this.path = pathFrom(s.capability(root()));
    }

    /// What name asks for: an empty slot to put something into, a CNode's capability, else a full slot; at
    /// times any.
    Slot slot(String name) {
        Slot slot = choice.oneIn(8) ? choice.of(all)
            : name.contains("root") ? root()
            : any(one -> Capabilities.isNull(s.capability(one)) == name.startsWith("dest"));
        if (name.contains("root")) path = pathFrom(s.capability(slot));
        made.put(name, slot);
        return slot;
    }

    private Slot root() {
        return any(slot -> s.capability(slot) instanceof CNodeCap);
    }

    private Slot any(Predicate<Slot> wanted) {
        List<Slot> those = all.stream().filter(wanted).toList();
        return choice.of(those.isEmpty() ? all : those);
    }

    /// Bits of an address in the CNode of the slot asked for last, in most cases.
    long cptr() {
        return choice.oneIn(8) ? choice.word() : path.cptr();
    }

    long depth() {
        return choice.oneIn(8) ? choice.below(66) : path.depth();
    }

    SlotAddress address() {
        Capability root = s.capability(slot("root"));
        return new SlotAddress(root, cptr(), depth());
    }

    private Path pathFrom(Capability root) {
        Path p = new Path(root, 0, 0);
        Capability at = root;
        while (at instanceof CNodeCap node && p.depth() + node.guardSize() + node.radixBits() <= WORD_BITS
            && (p.depth() == 0 || choice.either())) {
            long index = choice.below(1 << node.radixBits());
            p = new Path(root, (p.cptr() << node.guardSize() | node.guard()) << node.radixBits() | index,
                p.depth() + node.guardSize() + node.radixBits());
            at = s.capability(Slots.ofCNode(node.cnode(), index));
        }
        return p;
    }

    /// What one of the slots asked for so far holds, or what can be made of that; at times any other.
    /// @param name a slot of the same number is preferred: `cap1` is of `slot1`
    Capability capability(String name) {
        Capability cap = s.capability(sourceOf(name));
        return switch (choice.random().nextInt(4)) {
            case 0  -> Capabilities.maskRights(cap, choice.rights());
            case 1  -> Capabilities.withData(cap, Derivations.dataFor(choice, cap), choice.either());
            default -> cap;
        };
    }

    private Slot sourceOf(String name) {
        char last = name.charAt(name.length() - 1);
        if (choice.oneIn(8) || made.isEmpty()) return choice.of(all);
        if (made.containsKey("src")) return made.get("src");
        if (made.containsKey("slot" + last)) return made.get("slot" + last);
        return made.get(choice.of(Choice.sorted(made.keySet())));
    }
}

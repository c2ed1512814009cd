package ashlar.proofs.sample;

import ashlar.spec.cspace.Capabilities;
import ashlar.spec.cspace.SlotAddress;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Slots, capabilities such as they hold, and addresses that lead to them.
final class SlotArguments {
    private final State s;
    private final Choice choice;
    private final Pick pick;
    private final Map<String, Slot> made = new TreeMap<>();
    private SlotAddress address;

    SlotArguments(State s, Choice choice, Pick pick) {
        this.s = s;
        this.choice = choice;
        this.pick = pick;
        this.address = pick.addressFrom(s.capability(pick.root()));
    }

    /// What name asks for: an empty slot to put something into, a CNode's capability, else a full slot; at
    /// times any.
    Slot slot(String name) {
        Slot slot = choice.oneIn(8) ? pick.slot()
            : name.contains("root") ? pick.root() : name.startsWith("dest") ? pick.empty() : pick.full();
        if (name.contains("root")) address = pick.addressFrom(s.capability(slot));
        made.put(name, slot);
        return slot;
    }

    /// Bits of an address in the CNode of the root asked for last, in most cases.
    long cptr() {
        return choice.oneIn(8) ? choice.word() : address.cptr();
    }

    long depth() {
        return choice.oneIn(8) ? choice.below(66) : address.depthBits();
    }

    SlotAddress address() {
        return pick.hostileAddressFrom(s.capability(slot("root")));
    }

    /// What one of the slots asked for so far holds, or what can be made of that; at times any other.
    /// @param name a slot of the same name or number is preferred: `srcCap` is of `src`, `cap1` of `slot1`
    Capability capability(String name) {
        Capability cap = s.capability(sourceOf(name));
        return switch (choice.random().nextInt(4)) {
            case 0  -> Capabilities.maskRights(cap, choice.rights());
            case 1  -> Capabilities.withData(cap, choice.dataFor(cap), choice.either());
            default -> cap;
        };
    }

    /// A CNode's capability: what `capability` gives, if that is one.
    CNodeCap cnode(String name) {
        return capability(name) instanceof CNodeCap cap ? cap
            : s.capability(pick.root()) instanceof CNodeCap cap ? cap : new CNodeCap(pick.cnode(), 1, 0, 0);
    }

    private Slot sourceOf(String name) {
        char last = name.charAt(name.length() - 1);
        if (choice.oneIn(8) || made.isEmpty()) return pick.slot();
        if (made.containsKey(name.replace("Cap", ""))) return made.get(name.replace("Cap", ""));
        if (made.containsKey("src")) return made.get("src");
        if (made.containsKey("slot" + last)) return made.get("slot" + last);
        return made.get(choice.of(List.copyOf(made.keySet())));
    }
}

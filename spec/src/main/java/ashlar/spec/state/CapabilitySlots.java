package ashlar.spec.state;

import ashlar.model.collection.PForest;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PSet;

/// All capability slots, and which capability was derived from which.
/// @param caps       what each slot holds
/// @param derivation the full slots; a slot's descendants hold what was derived from its capability
/// @param originals  the full slots whose capabilities may have children
public record CapabilitySlots(PMap<Slot, Capability> caps, PForest<Slot> derivation, PSet<Slot> originals) {
    public CapabilitySlots withCaps(PMap<Slot, Capability> caps) {
        return new CapabilitySlots(caps, derivation, originals);
    }

    public CapabilitySlots withDerivation(PForest<Slot> derivation) {
        return new CapabilitySlots(caps, derivation, originals);
    }

    public CapabilitySlots withOriginals(PSet<Slot> originals) {
        return new CapabilitySlots(caps, derivation, originals);
    }
}

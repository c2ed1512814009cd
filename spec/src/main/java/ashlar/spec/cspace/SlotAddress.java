package ashlar.spec.cspace;

import ashlar.spec.state.Capability;

/// How a user names a slot: the lowest depthBits bits of cptr, resolved from root.
public record SlotAddress(Capability root, long cptr, long depthBits) { }

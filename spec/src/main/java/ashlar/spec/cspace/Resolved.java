package ashlar.spec.cspace;

import ashlar.spec.state.Slot;

/// The slot that an address leads to, and how many of the address's bits lie beyond it.
public record Resolved(Slot slot, long bitsRemaining) { }

package ashlar.spec.cspace;

/// The arguments of CNode_Rotate: three slots, and data for the capabilities that move.
public record Rotation(SlotAddress dest, SlotAddress pivot, long pivotData, SlotAddress src, long srcData) { }

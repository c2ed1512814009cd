package ashlar.model.aarch64;

/// Finds the record for an instruction word.
public final class Decoder {
    private Decoder() { }

    /// Never fails: a word that is no instruction is [Undefined].
    public static Instruction decode(int w) {
        return switch (Fields.bits(w, 28, 25)) {
            case 0b1000, 0b1001                 -> immediate(w);
            case 0b1010, 0b1011                 -> system(w);
            case 0b0100, 0b0110, 0b1100, 0b1110 -> memory(w);
            case 0b0101, 0b1101                 -> register(w);
            case 0b0111, 0b1111                 -> isScalarFloat(w) ? floatingPoint(w) : vector(w);
            default                             -> new Undefined(w);
        };
    }

    private static Instruction immediate(int w) {
        if ((w & PcRelative.MASK) == PcRelative.MATCH) return PcRelative.decode(w);
        if ((w & AddSubImmediate.MASK) == AddSubImmediate.MATCH) return AddSubImmediate.decode(w);
        if ((w & LogicalImmediate.MASK) == LogicalImmediate.MATCH) return LogicalImmediate.decode(w);
        if ((w & MoveWide.MASK) == MoveWide.MATCH) return MoveWide.decode(w);
        if ((w & Bitfield.MASK) == Bitfield.MATCH) return Bitfield.decode(w);
        if ((w & Extract.MASK) == Extract.MATCH) return Extract.decode(w);
        return new Undefined(w);
    }

    private static Instruction system(int w) {
        if ((w & ConditionalBranch.MASK) == ConditionalBranch.MATCH) return ConditionalBranch.decode(w);
        if ((w & Branch.MASK) == Branch.MATCH) return Branch.decode(w);
        if ((w & CompareBranch.MASK) == CompareBranch.MATCH) return CompareBranch.decode(w);
        if ((w & TestBranch.MASK) == TestBranch.MATCH) return TestBranch.decode(w);
        if ((w & BranchRegister.MASK) == BranchRegister.MATCH) return BranchRegister.decode(w);
        if ((w & ExceptionGeneration.MASK) == ExceptionGeneration.MATCH) return ExceptionGeneration.decode(w);
        if ((w & Hint.MASK) == Hint.MATCH) return Hint.decode(w);
        if ((w & Barrier.MASK) == Barrier.MATCH) return Barrier.decode(w);
        if ((w & SystemRegister.MASK) == SystemRegister.MATCH) return SystemRegister.decode(w);
        if ((w & SystemInstruction.MASK) == SystemInstruction.MATCH) return SystemInstruction.decode(w);
        return new Undefined(w);
    }

    private static Instruction memory(int w) {
        if ((w & LoadStoreUnsigned.MASK) == LoadStoreUnsigned.MATCH) return LoadStoreUnsigned.decode(w);
        if ((w & LoadStorePair.MASK) == LoadStorePair.MATCH) return LoadStorePair.decode(w);
        if ((w & LoadStoreIndexed.MASK) == LoadStoreIndexed.MATCH) return LoadStoreIndexed.decode(w);
        if ((w & LoadStoreRegister.MASK) == LoadStoreRegister.MATCH) return LoadStoreRegister.decode(w);
        if ((w & LoadLiteral.MASK) == LoadLiteral.MATCH) return LoadLiteral.decode(w);
        if ((w & LoadStoreExclusive.MASK) == LoadStoreExclusive.MATCH) return LoadStoreExclusive.decode(w);
        if ((w & LoadStoreOrdered.MASK) == LoadStoreOrdered.MATCH) return LoadStoreOrdered.decode(w);
        if ((w & CompareAndSwap.MASK) == CompareAndSwap.MATCH) return CompareAndSwap.decode(w);
        if ((w & LoadStoreMultiple.MASK) == LoadStoreMultiple.MATCH) return LoadStoreMultiple.decode(w);
        if ((w & LoadStoreSingle.MASK) == LoadStoreSingle.MATCH) return LoadStoreSingle.decode(w);
        if ((w & AtomicMemory.MASK) == AtomicMemory.MATCH) return AtomicMemory.decode(w);
        return new Undefined(w);
    }

    private static Instruction register(int w) {
        if ((w & LogicalShifted.MASK) == LogicalShifted.MATCH) return LogicalShifted.decode(w);
        if ((w & AddSubShifted.MASK) == AddSubShifted.MATCH) return AddSubShifted.decode(w);
        if ((w & AddSubExtended.MASK) == AddSubExtended.MATCH) return AddSubExtended.decode(w);
        if ((w & AddSubCarry.MASK) == AddSubCarry.MATCH) return AddSubCarry.decode(w);
        if ((w & ConditionalCompare.MASK) == ConditionalCompare.MATCH) return ConditionalCompare.decode(w);
        if ((w & ConditionalSelect.MASK) == ConditionalSelect.MATCH) return ConditionalSelect.decode(w);
        if ((w & OneSource.MASK) == OneSource.MATCH) return OneSource.decode(w);
        if ((w & Crc32.MASK) == Crc32.MATCH) return Crc32.decode(w);
        if ((w & TwoSource.MASK) == TwoSource.MATCH) return TwoSource.decode(w);
        if ((w & ThreeSource.MASK) == ThreeSource.MATCH) return ThreeSource.decode(w);
        return new Undefined(w);
    }

    private static boolean isScalarFloat(int w) {
        return Fields.bit(w, 28) && !Fields.bit(w, 30);
    }

    private static Instruction floatingPoint(int w) {
        if ((w & FloatThreeSource.MASK) == FloatThreeSource.MATCH) return FloatThreeSource.decode(w);
        if ((w & FloatFixed.MASK) == FloatFixed.MATCH) return FloatFixed.decode(w);
        if ((w & FloatInteger.MASK) == FloatInteger.MATCH) return FloatInteger.decode(w);
        if ((w & FloatOneSource.MASK) == FloatOneSource.MATCH) return FloatOneSource.decode(w);
        if ((w & FloatCompareRegister.MASK) == FloatCompareRegister.MATCH)
            return FloatCompareRegister.decode(w);
        if ((w & FloatImmediate.MASK) == FloatImmediate.MATCH) return FloatImmediate.decode(w);
        if ((w & FloatTwoSource.MASK) == FloatTwoSource.MATCH) return FloatTwoSource.decode(w);
        if ((w & FloatConditionalCompare.MASK) == FloatConditionalCompare.MATCH)
            return FloatConditionalCompare.decode(w);
        if ((w & FloatConditionalSelect.MASK) == FloatConditionalSelect.MATCH)
            return FloatConditionalSelect.decode(w);
        return new Undefined(w);
    }

    private static Instruction vector(int w) {
        if ((w & VectorByElement.MASK) == VectorByElement.MATCH) return VectorByElement.decode(w);
        if ((w & VectorImmediate.MASK) == VectorImmediate.MATCH) return VectorImmediate.decode(w);
        if ((w & VectorShiftImmediate.MASK) == VectorShiftImmediate.MATCH)
            return VectorShiftImmediate.decode(w);
        if ((w & VectorExtract.MASK) == VectorExtract.MATCH) return VectorExtract.decode(w);
        if ((w & VectorTable.MASK) == VectorTable.MATCH) return VectorTable.decode(w);
        if ((w & VectorPermute.MASK) == VectorPermute.MATCH) return VectorPermute.decode(w);
        if ((w & VectorCopy.MASK) == VectorCopy.MATCH) return VectorCopy.decode(w);
        if ((w & ScalarPairwise.MASK) == ScalarPairwise.MATCH) return ScalarPairwise.decode(w);
        if ((w & VectorAcross.MASK) == VectorAcross.MATCH) return VectorAcross.decode(w);
        if ((w & VectorThreeDifferent.MASK) == VectorThreeDifferent.MATCH)
            return VectorThreeDifferent.decode(w);
        return Fields.bit(w, 10) ? threeSame(w) : twoMisc(w);
    }

    private static Instruction threeSame(int w) {
        if (VectorFloatThreeSame.matches(w)) return VectorFloatThreeSame.decode(w);
        if ((w & VectorLogical.MASK) == VectorLogical.MATCH) return VectorLogical.decode(w);
        if (VectorPairwise.matches(w)) return VectorPairwise.decode(w);
        if ((w & VectorThreeSame.MASK) == VectorThreeSame.MATCH) return VectorThreeSame.decode(w);
        if ((w & VectorDotProduct.MASK) == VectorDotProduct.MATCH) return VectorDotProduct.decode(w);
        if ((w & VectorMultiplyAccumulateHigh.MASK) == VectorMultiplyAccumulateHigh.MATCH)
            return VectorMultiplyAccumulateHigh.decode(w);
        return new Undefined(w);
    }

    private static Instruction twoMisc(int w) {
        if (VectorFloatConvert.matches(w)) return VectorFloatConvert.decode(w);
        if (VectorFloatTwoMisc.matches(w)) return VectorFloatTwoMisc.decode(w);
        if ((w & VectorReverseBits.MASK) == VectorReverseBits.MATCH) return VectorReverseBits.decode(w);
        if ((w & VectorAddLongPairs.MASK) == VectorAddLongPairs.MATCH) return VectorAddLongPairs.decode(w);
        if ((w & VectorShiftLeftLong.MASK) == VectorShiftLeftLong.MATCH) return VectorShiftLeftLong.decode(w);
        if (VectorNarrow.matches(w)) return VectorNarrow.decode(w);
        if ((w & VectorTwoMisc.MASK) == VectorTwoMisc.MATCH) return VectorTwoMisc.decode(w);
        return new Undefined(w);
    }
}

package ashlar.model.aarch64;

import ashlar.model.machine.Step;

/// One instruction, taken apart: one record per encoding class of the manual.
public sealed interface Instruction extends Step<Cpu> permits AddSubCarry, AddSubExtended, AddSubImmediate,
    AddSubShifted,
    AtomicMemory, Barrier, Bitfield, Branch, BranchRegister, CompareAndSwap, CompareAndSwapPair,
    CompareBranch, ConditionalBranch, ConditionalCompare, ConditionalSelect, Crc32, ExceptionGeneration,
    Extract, FloatCompareRegister, FloatConditionalCompare, FloatConditionalSelect, FloatFixed,
    FloatImmediate, FloatInteger, FloatOneSource, FloatThreeSource, FloatTwoSource, Hint, LoadLiteral,
    LoadStoreExclusive, LoadStoreIndexed, LoadStoreMultiple, LoadStoreOrdered, LoadStorePair,
    LoadStoreRegister, LoadStoreSingle, LoadStoreUnsigned, LogicalImmediate, LogicalShifted, MoveHigh,
    MoveWide, OneSource, PcRelative, Prefetch, ScalarPairwise, SystemInstruction, SystemRegister,
    TestBranch, ThreeSource, TwoSource, Undefined, VectorAcross, VectorAddLongPairs, VectorAddWide,
    VectorByElement, VectorCopy, VectorDotByElement, VectorDotProduct, VectorExtract, VectorFixed,
    VectorFloatAcross, VectorFloatByElement, VectorFloatConvert, VectorFloatThreeSame, VectorFloatTwoMisc,
    VectorHighNarrow, VectorImmediate, VectorLogical, VectorLongByElement, VectorMultiplyAccumulateHigh,
    VectorNarrow, VectorPairwise, VectorPermute, VectorPolynomialLong, VectorReverseBits,
    VectorShiftImmediate, VectorShiftLeftLong, VectorShiftLong, VectorShiftNarrow, VectorTable,
    VectorThreeDifferent, VectorThreeSame, VectorTwoMisc {

    @Override
    default boolean endsBlock() {
        return false;
    }

    @Override
    default int length() {
        return 4;
    }

    @Override
    default long jump() {
        return 0;
    }

    /// The instruction as assemblers write it.
    /// @param pc its address
    String assembly(long pc);
}

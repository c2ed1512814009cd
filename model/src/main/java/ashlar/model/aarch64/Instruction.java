package ashlar.model.aarch64;

/// One instruction, taken apart: one record per encoding class of the manual.
public sealed interface Instruction permits AddSubCarry, AddSubExtended, AddSubImmediate, AddSubShifted,
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

    /// Does what the instruction does. If it throws a [Trap] or an [ashlar.model.mmu.MemoryFault], nothing
    /// has changed.
    void execute(Cpu cpu);

    /// Whether execute leaves the pc at the next instruction to execute, wherever that is. All others leave
    /// the pc alone: the instruction after them in memory is next.
    default boolean endsBlock() {
        return false;
    }

    /// The instruction as assemblers write it.
    /// @param pc its address
    String assembly(long pc);
}

package ashlar.model.x86_64;

/// One instruction, decoded.
public sealed interface Instruction
    permits AlignRight, Arithmetic, BitScan, BitTest, Blend, BlockDifferences, ByteShift, ByteSwap, Call,
        CallIndirect, CompareExchange, CompareExchangeWide, ConditionalMove, ConvertFromInteger,
        ConvertPacked, ConvertScalar, ConvertToInteger, Crc32, Divide, DotProduct, DoubleShift, Duplicate,
        Enter, Exchange, ExchangeAdd, ExtendAccumulator, ExtractLane, FlagControl, FloatArithmetic,
        FloatCompare, FloatOrder, FloatPairs, FloatRound, GeneralLoad, GeneralStore, HalfMove, Identify,
        InsertFloat, InsertLane, Interrupt, Jump, JumpIf, JumpIfCount, JumpIndirect, Leave, LoadAddress,
        Locked, MaskedMove, MinimumPosition, Move, MoveExtended, MoveMask, MoveNonTemporal, Multiply,
        MultiplySigned, Nop, Pack, PackedHorizontal, PackedLanes, PackedLogic, PackedProducts, PackedShift,
        Pop, PopFlags, Privileged, Push, PushFlags, Return, ScalarLoad, ScalarStore, SegmentBase, SetByte,
        Shift, ShuffleBytes, ShuffleFloats, ShuffleWords, StateMove, StateSave, StringCompare,
        StringOperation, SystemCall, TestBits, TimeStamp, Translate, Unary, Undefined, Unpack, VectorMove,
        Wait, Widen, X87Arithmetic, X87Compare, X87Control, X87Load, X87Move, X87Store, X87Unary {
    /// Does what the instruction does. The caller then adds its length to `cpu.pc`, unless it
    /// [ends a block][#endsBlock].
    /// @throws Trap if it wants the kernel; nothing is changed, but the flags of MXCSR by an SSE exception
    void execute(Cpu cpu);

    /// In bytes, prefixes included.
    int length();

    /// Whether the instruction sets `cpu.pc` itself.
    default boolean endsBlock() {
        return false;
    }

    /// Whether a `lock` prefix is allowed.
    default boolean mayBeLocked() {
        return false;
    }

    /// In Intel's syntax.
    /// @param pc address of the instruction
    String assembly(long pc);
}

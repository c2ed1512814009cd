package ashlar.model.x86_64;

import ashlar.model.machine.Step;

/// One instruction, decoded.
public sealed interface Instruction extends Step<Cpu>
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
    @Override
    default boolean endsBlock() {
        return false;
    }

    @Override
    default long jump() {
        return 0;
    }

    /// Whether a `lock` prefix is allowed.
    default boolean mayBeLocked() {
        return false;
    }

    /// In Intel's syntax.
    /// @param pc address of the instruction
    String assembly(long pc);
}

package ashlar.model.x86_64;

/// The opcodes of SSE, SSE2 and SSE3 after 0f, by mandatory prefix. Those of MMX registers are left
/// undefined.
final class SseMap {
    private SseMap() { }

    static Instruction decode(Encoding e, int opcode) {
        return switch (opcode >> 4) {
            case 1  -> moves(e, opcode);
            case 2  -> row2(e, opcode);
            case 5  -> floats(e, opcode);
            case 6  -> opcode < 0x6e ? integers(e, opcode) : row6(e, opcode);
            case 7  -> row7(e, opcode);
            case 12 -> row12(e, opcode);
            default -> high(e, opcode);
        };
    }

    private static Instruction moves(Encoding e, int opcode) {
        return switch (e.mandatory()) {
            case 0xf3 -> singleMoves(e, opcode);
            case 0xf2 -> doubleMoves(e, opcode);
            default   -> packedMoves(e, opcode, e.has66() ? 1 : 0);
        };
    }

    private static Instruction packedMoves(Encoding e, int opcode, int suffix) {
        return switch (opcode) {
            case 0x10       -> VectorMove.load(e, VectorMove.MOVUPS + suffix);
            case 0x11       -> VectorMove.store(e, VectorMove.MOVUPS + suffix);
            case 0x12, 0x16 -> HalfMove.decode(e, opcode);
            case 0x13       -> ScalarStore.decode(e, suffix == 0 ? "movlps" : "movlpd", 64, false);
            case 0x14       -> Unpack.decode(e, suffix == 0 ? 32 : 64, false, true);
            case 0x15       -> Unpack.decode(e, suffix == 0 ? 32 : 64, true, true);
            default         -> ScalarStore.decode(e, suffix == 0 ? "movhps" : "movhpd", 64, true);
        };
    }

    private static Instruction singleMoves(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x10 -> ScalarLoad.decode(e, 32, false);
            case 0x11 -> storeScalar(e, 32);
            case 0x12 -> Duplicate.decode(e, 1);
            case 0x16 -> Duplicate.decode(e, 2);
            default   -> e.undefined();
        };
    }

    private static Instruction doubleMoves(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x10 -> ScalarLoad.decode(e, 64, false);
            case 0x11 -> storeScalar(e, 64);
            case 0x12 -> Duplicate.decode(e, 0);
            default   -> e.undefined();
        };
    }

    /// To a register, it is a load with the operands the other way round.
    private static Instruction storeScalar(Encoding e, int bits) {
        return e.isRegister()
            ? new ScalarLoad(bits, false, false, e.rm(), Vector.register(e.reg()), e.length())
            : ScalarStore.decode(e, bits == 32 ? "movss" : "movsd", bits, false);
    }

    private static Instruction row2(Encoding e, int opcode) {
        int suffix = e.has66() ? 1 : 0;
        boolean isPacked = e.repeat() == 0;
        return switch (opcode) {
            case 0x28       -> isPacked ? VectorMove.load(e, VectorMove.MOVAPS + suffix) : e.undefined();
            case 0x29       -> isPacked ? VectorMove.store(e, VectorMove.MOVAPS + suffix) : e.undefined();
            case 0x2a       -> ConvertFromInteger.decode(e);
            case 0x2b       -> isPacked ? storeToMemory(e, VectorMove.MOVNTPS + suffix) : e.undefined();
            case 0x2c, 0x2d -> ConvertToInteger.decode(e, opcode);
            default         -> FloatOrder.decode(e, opcode);
        };
    }

    private static Instruction storeToMemory(Encoding e, int form) {
        return e.isRegister() ? e.undefined() : VectorMove.store(e, form);
    }

    private static Instruction floats(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x50                   -> e.repeat() != 0 ? e.undefined()
                : MoveMask.decode(e, e.has66() ? 64 : 32);
            case 0x54, 0x55, 0x56, 0x57 -> logic(e, opcode & 3);
            case 0x5a                   -> resize(e);
            case 0x5b                   -> convert(e);
            default                     -> FloatArithmetic.decode(e, opcode);
        };
    }

    private static Instruction logic(Encoding e, int operation) {
        return e.repeat() != 0 ? e.undefined() : PackedLogic.decode(e, operation, e.has66() ? 1 : 0);
    }

    private static Instruction resize(Encoding e) {
        return switch (e.mandatory()) {
            case 0xf3 -> new ConvertScalar(32, e.reg(), e.vector(), e.length());
            case 0xf2 -> new ConvertScalar(64, e.reg(), e.vector(), e.length());
            case 0x66 -> ConvertPacked.decode(e, ConvertPacked.CVTPD2PS);
            default   -> ConvertPacked.decode(e, ConvertPacked.CVTPS2PD);
        };
    }

    private static Instruction convert(Encoding e) {
        return switch (e.mandatory()) {
            case 0xf3 -> ConvertPacked.decode(e, ConvertPacked.CVTTPS2DQ);
            case 0xf2 -> e.undefined();
            case 0x66 -> ConvertPacked.decode(e, ConvertPacked.CVTPS2DQ);
            default   -> ConvertPacked.decode(e, ConvertPacked.CVTDQ2PS);
        };
    }

    private static Instruction row6(Encoding e, int opcode) {
        return switch (e.mandatory()) {
            case 0x66 -> opcode == 0x6e ? GeneralLoad.decode(e) : VectorMove.load(e, VectorMove.MOVDQA);
            case 0xf3 -> opcode == 0x6f ? VectorMove.load(e, VectorMove.MOVDQU) : e.undefined();
            default   -> e.undefined();
        };
    }

    private static Instruction row7(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x70             -> ShuffleWords.decode(e);
            case 0x71, 0x72, 0x73 -> e.mandatory() == 0x66 ? PackedShift.decodeConstant(e, opcode)
                : e.undefined();
            case 0x7c, 0x7d       -> FloatPairs.decode(e, opcode);
            case 0x7e             -> move7e(e);
            case 0x7f             -> move7f(e);
            default               -> integers(e, opcode);
        };
    }

    private static Instruction move7e(Encoding e) {
        return switch (e.mandatory()) {
            case 0x66 -> GeneralStore.decode(e);
            case 0xf3 -> ScalarLoad.decode(e, 64, true);
            default   -> e.undefined();
        };
    }

    private static Instruction move7f(Encoding e) {
        return switch (e.mandatory()) {
            case 0x66 -> VectorMove.store(e, VectorMove.MOVDQA);
            case 0xf3 -> VectorMove.store(e, VectorMove.MOVDQU);
            default   -> e.undefined();
        };
    }

    private static Instruction row12(Encoding e, int opcode) {
        return switch (opcode) {
            case 0xc2 -> FloatCompare.decode(e);
            case 0xc3 -> MoveNonTemporal.decode(e);
            case 0xc4 -> e.mandatory() == 0x66 ? InsertLane.decode(e, 16) : e.undefined();
            case 0xc5 -> ExtractLane.decodeWord(e);
            default   -> ShuffleFloats.decode(e);
        };
    }

    private static Instruction high(Encoding e, int opcode) {
        return switch (opcode) {
            case 0xd0 -> FloatPairs.decode(e, opcode);
            case 0xd6 -> e.mandatory() == 0x66 ? storeQuadword(e) : e.undefined();
            case 0xe6 -> convertE6(e);
            case 0xe7 -> e.mandatory() == 0x66 ? storeToMemory(e, VectorMove.MOVNTDQ) : e.undefined();
            case 0xf0 -> loadUnaligned(e);
            default   -> integers(e, opcode);
        };
    }

    private static Instruction loadUnaligned(Encoding e) {
        return e.mandatory() != 0xf2 || e.isRegister() ? e.undefined() : VectorMove.load(e, VectorMove.LDDQU);
    }

    private static Instruction storeQuadword(Encoding e) {
        return e.isRegister() ? new ScalarLoad(64, true, true, e.rm(), Vector.register(e.reg()), e.length())
            : ScalarStore.decode(e, "movq", 64, false);
    }

    private static Instruction convertE6(Encoding e) {
        return switch (e.mandatory()) {
            case 0x66 -> ConvertPacked.decode(e, ConvertPacked.CVTTPD2DQ);
            case 0xf3 -> ConvertPacked.decode(e, ConvertPacked.CVTDQ2PD);
            case 0xf2 -> ConvertPacked.decode(e, ConvertPacked.CVTPD2DQ);
            default   -> e.undefined();
        };
    }

    private static Instruction integers(Encoding e, int opcode) {
        return e.mandatory() == 0x66 ? PackedMap.decode(e, opcode) : e.undefined();
    }
}

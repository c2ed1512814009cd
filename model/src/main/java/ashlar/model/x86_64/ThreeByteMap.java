package ashlar.model.x86_64;

/// The opcodes of SSSE3, SSE4.1 and SSE4.2 after 0f 38 and 0f 3a.
final class ThreeByteMap {
    private ThreeByteMap() { }

    static Instruction decode38(Encoding e, int opcode) {
        e.modRm();
        if (e.repeat() == 0xf2 && (opcode & 0xfe) == 0xf0) return Crc32.decode(e, opcode);
        if (e.mandatory() != 0x66) return e.undefined();
        return switch (opcode) {
            case 0x08 -> PackedMap.lanes(e, Lanes.SIGN, 8);
            case 0x09 -> PackedMap.lanes(e, Lanes.SIGN, 16);
            case 0x0a -> PackedMap.lanes(e, Lanes.SIGN, 32);
            case 0x0b -> PackedMap.lanes(e, Lanes.MULTIPLY_ROUNDED, 16);
            case 0x1c -> PackedMap.lanes(e, Lanes.ABSOLUTE, 8);
            case 0x1d -> PackedMap.lanes(e, Lanes.ABSOLUTE, 16);
            case 0x1e -> PackedMap.lanes(e, Lanes.ABSOLUTE, 32);
            case 0x29 -> PackedMap.lanes(e, Lanes.EQUAL, 64);
            case 0x37 -> PackedMap.lanes(e, Lanes.GREATER, 64);
            case 0x38 -> PackedMap.lanes(e, Lanes.MIN_SIGNED, 8);
            case 0x39 -> PackedMap.lanes(e, Lanes.MIN_SIGNED, 32);
            case 0x3a -> PackedMap.lanes(e, Lanes.MIN_UNSIGNED, 16);
            case 0x3b -> PackedMap.lanes(e, Lanes.MIN_UNSIGNED, 32);
            case 0x3c -> PackedMap.lanes(e, Lanes.MAX_SIGNED, 8);
            case 0x3d -> PackedMap.lanes(e, Lanes.MAX_SIGNED, 32);
            case 0x3e -> PackedMap.lanes(e, Lanes.MAX_UNSIGNED, 16);
            case 0x3f -> PackedMap.lanes(e, Lanes.MAX_UNSIGNED, 32);
            case 0x40 -> PackedMap.lanes(e, Lanes.MULTIPLY_LOW, 32);
            default   -> others38(e, opcode);
        };
    }

    private static Instruction others38(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x00                               -> new ShuffleBytes(e.reg(), e.vector(), e.length());
            case 0x01, 0x02, 0x03, 0x05, 0x06, 0x07 -> PackedHorizontal.decode(e, opcode);
            case 0x04, 0x28                         -> PackedProducts.decode(e, opcode);
            case 0x10, 0x14, 0x15                   -> Blend.decodeVariable(e, opcode);
            case 0x17                               -> new TestBits(e.reg(), e.vector(), e.length());
            case 0x20, 0x21, 0x22, 0x23, 0x24, 0x25 -> Widen.decode(e, opcode);
            case 0x30, 0x31, 0x32, 0x33, 0x34, 0x35 -> Widen.decode(e, opcode);
            case 0x2a                               -> loadAligned(e);
            case 0x2b                               -> Pack.decode(e, 32, false);
            case 0x41                               -> new MinimumPosition(e.reg(), e.vector(), e.length());
            default                                 -> e.undefined();
        };
    }

    private static Instruction loadAligned(Encoding e) {
        return e.isRegister() ? e.undefined() : VectorMove.load(e, VectorMove.MOVNTDQA);
    }

    static Instruction decode3a(Encoding e, int opcode) {
        e.modRm();
        if (e.mandatory() != 0x66) return e.undefined();
        return switch (opcode) {
            case 0x08, 0x09, 0x0a, 0x0b -> FloatRound.decode(e, opcode);
            case 0x0c, 0x0d, 0x0e       -> Blend.decode(e, opcode);
            case 0x0f                   -> AlignRight.decode(e);
            case 0x14, 0x15, 0x16, 0x17 -> ExtractLane.decode(e, opcode);
            case 0x20                   -> InsertLane.decode(e, 8);
            case 0x21                   -> InsertFloat.decode(e);
            case 0x22                   -> InsertLane.decode(e, e.rexW() ? 64 : 32);
            case 0x40, 0x41             -> DotProduct.decode(e, opcode);
            case 0x42                   -> BlockDifferences.decode(e);
            case 0x60, 0x61, 0x62, 0x63 -> StringCompare.decode(e, opcode);
            default                     -> e.undefined();
        };
    }
}

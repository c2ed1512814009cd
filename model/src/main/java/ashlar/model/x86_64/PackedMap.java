package ashlar.model.x86_64;

/// The packed integer opcodes of SSE2 after 66 0f.
final class PackedMap {
    private PackedMap() { }

    static Instruction decode(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x64 -> lanes(e, Lanes.GREATER, 8);
            case 0x65 -> lanes(e, Lanes.GREATER, 16);
            case 0x66 -> lanes(e, Lanes.GREATER, 32);
            case 0x74 -> lanes(e, Lanes.EQUAL, 8);
            case 0x75 -> lanes(e, Lanes.EQUAL, 16);
            case 0x76 -> lanes(e, Lanes.EQUAL, 32);
            case 0xd4 -> lanes(e, Lanes.ADD, 64);
            case 0xd5 -> lanes(e, Lanes.MULTIPLY_LOW, 16);
            case 0xd8 -> lanes(e, Lanes.SUB_UNSIGNED, 8);
            case 0xd9 -> lanes(e, Lanes.SUB_UNSIGNED, 16);
            case 0xda -> lanes(e, Lanes.MIN_UNSIGNED, 8);
            case 0xdc -> lanes(e, Lanes.ADD_UNSIGNED, 8);
            case 0xdd -> lanes(e, Lanes.ADD_UNSIGNED, 16);
            case 0xde -> lanes(e, Lanes.MAX_UNSIGNED, 8);
            case 0xe0 -> lanes(e, Lanes.AVERAGE, 8);
            case 0xe3 -> lanes(e, Lanes.AVERAGE, 16);
            case 0xe4 -> lanes(e, Lanes.MULTIPLY_HIGH_UNSIGNED, 16);
            case 0xe5 -> lanes(e, Lanes.MULTIPLY_HIGH, 16);
            case 0xe8 -> lanes(e, Lanes.SUB_SIGNED, 8);
            case 0xe9 -> lanes(e, Lanes.SUB_SIGNED, 16);
            case 0xea -> lanes(e, Lanes.MIN_SIGNED, 16);
            case 0xec -> lanes(e, Lanes.ADD_SIGNED, 8);
            case 0xed -> lanes(e, Lanes.ADD_SIGNED, 16);
            case 0xee -> lanes(e, Lanes.MAX_SIGNED, 16);
            case 0xf8 -> lanes(e, Lanes.SUB, 8);
            case 0xf9 -> lanes(e, Lanes.SUB, 16);
            case 0xfa -> lanes(e, Lanes.SUB, 32);
            case 0xfb -> lanes(e, Lanes.SUB, 64);
            case 0xfc -> lanes(e, Lanes.ADD, 8);
            case 0xfd -> lanes(e, Lanes.ADD, 16);
            case 0xfe -> lanes(e, Lanes.ADD, 32);
            default   -> others(e, opcode);
        };
    }

    static Instruction lanes(Encoding e, int operation, int bits) {
        return new PackedLanes(operation, bits, e.reg(), e.vector(), e.length());
    }

    private static Instruction others(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x60, 0x61, 0x62                               ->
                Unpack.decode(e, 8 << (opcode & 3), false, false);
            case 0x68, 0x69, 0x6a                               ->
                Unpack.decode(e, 8 << (opcode & 3), true, false);
            case 0x6c                                           -> Unpack.decode(e, 64, false, false);
            case 0x6d                                           -> Unpack.decode(e, 64, true, false);
            case 0x63                                           -> Pack.decode(e, 16, true);
            case 0x67                                           -> Pack.decode(e, 16, false);
            case 0x6b                                           -> Pack.decode(e, 32, true);
            case 0xd1, 0xd2, 0xd3, 0xe1, 0xe2, 0xf1, 0xf2, 0xf3 -> PackedShift.decode(e, opcode);
            case 0xd7                                           -> MoveMask.decode(e, 8);
            case 0xdb                                           -> PackedLogic.decode(e, PackedLogic.AND, 2);
            case 0xdf                                           -> PackedLogic.decode(e, PackedLogic.ANDN, 2);
            case 0xeb                                           -> PackedLogic.decode(e, PackedLogic.OR, 2);
            case 0xef                                           -> PackedLogic.decode(e, PackedLogic.XOR, 2);
            case 0xf4, 0xf5, 0xf6                               -> PackedProducts.decode(e, opcode);
            case 0xf7                                           -> MaskedMove.decode(e);
            default                                             -> e.undefined();
        };
    }
}

package ashlar.model.x86_64;

/// The opcodes after 0f, but for those of SSE.
final class TwoByteMap {
    private TwoByteMap() { }

    static Instruction decode(Encoding e, int opcode) {
        return switch (opcode >> 4) {
            case 0                         -> row0(e, opcode);
            case 2                         -> opcode < 0x28 ? control(e, opcode) : withModRm(e, opcode);
            case 3                         -> row3(e, opcode);
            case 8                         -> OneByteMap.jumpIf(e, opcode & 15, e.constant(32));
            case 10                        -> row10(e, opcode);
            case 12                        -> opcode >= 0xc8 ? ByteSwap.decode(e, opcode)
                : withModRm(e, opcode);
            default                        -> withModRm(e, opcode);
        };
    }

    private static Instruction row0(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x00             -> privileged(e, opcode);
            case 0x01             -> group7(e);
            case 0x05             -> new SystemCall(e.length());
            case 0x06, 0x07       -> new Privileged(0x100 | opcode, e.length());
            case 0x08, 0x09       -> new Privileged(0x100 | opcode, e.length());
            case 0x0d             -> hint(e, Nop.PREFETCH);
            default               -> e.undefined();
        };
    }

    private static Instruction privileged(Encoding e, int opcode) {
        e.modRm();
        return new Privileged(0x100 | opcode, e.length());
    }

    /// MOV of control and debug registers.
    private static Instruction control(Encoding e, int opcode) {
        return opcode < 0x24 ? privileged(e, opcode) : e.undefined();
    }

    private static Instruction hint(Encoding e, int kind) {
        e.modRm();
        return new Nop(kind, e.length());
    }

    private static Instruction group7(Encoding e) {
        e.modRm();
        if (!e.isRegister()) return new Privileged(0x101, e.length());
        if (e.extension() == 7) return e.rm() == 1 ? new TimeStamp(true, e.length())
            : new Privileged(0x101, e.length());
        return e.extension() == 4 || e.extension() == 6 ? new Privileged(0x101, e.length()) : e.undefined();
    }

    private static Instruction row3(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x30, 0x32, 0x33, 0x35 -> new Privileged(0x100 | opcode, e.length());
            case 0x31                   -> new TimeStamp(false, e.length());
            case 0x38                   -> ThreeByteMap.decode38(e, e.next());
            case 0x3a                   -> ThreeByteMap.decode3a(e, e.next());
            default                     -> e.undefined();
        };
    }

    private static Instruction row10(Encoding e, int opcode) {
        return opcode == 0xa2 ? new Identify(e.length()) : withModRm(e, opcode);
    }

    private static Instruction withModRm(Encoding e, int opcode) {
        if (opcode == 0x0b || opcode == 0x77 || opcode == 0xaa) return e.undefined();
        e.modRm();
        return switch (opcode >> 4) {
            case 1  -> opcode < 0x18 ? SseMap.decode(e, opcode) : row1(e, opcode);
            case 4  -> new ConditionalMove(opcode & 15, e.regOperand(e.bits()), e.rmOperand(e.bits()),
                e.length());
            case 9  -> new SetByte(opcode & 15, e.rmOperand(8), e.length());
            case 10 -> integerRow10(e, opcode);
            case 11 -> row11(e, opcode);
            case 12 -> row12(e, opcode);
            default -> SseMap.decode(e, opcode);
        };
    }

    private static Instruction row1(Encoding e, int opcode) {
        boolean isEndbr = opcode == 0x1e && e.repeat() == 0xf3 && e.isRegister() && e.extension() == 7
            && e.rm() == 2;
        return new Nop(isEndbr ? Nop.ENDBR64 : opcode == 0x18 ? Nop.PREFETCH : Nop.PLAIN, e.length());
    }

    private static Instruction integerRow10(Encoding e, int opcode) {
        return switch (opcode) {
            case 0xa3, 0xab             -> BitTest.decode(e, opcode);
            case 0xa4, 0xa5, 0xac, 0xad -> DoubleShift.decode(e, opcode);
            case 0xae                   -> group15(e);
            case 0xaf                   -> MultiplySigned.decode(e);
            default                     -> e.undefined();
        };
    }

    private static Instruction row11(Encoding e, int opcode) {
        return switch (opcode) {
            case 0xb0, 0xb1             -> CompareExchange.decode(e, opcode);
            case 0xb3, 0xbb             -> BitTest.decode(e, opcode);
            case 0xb6, 0xb7, 0xbe, 0xbf -> MoveExtended.decode(e, opcode);
            case 0xb8                   -> e.repeat() == 0xf3 ? BitScan.decode(e, BitScan.POPCNT)
                : e.undefined();
            case 0xba                   -> BitTest.decodeImmediate(e);
            case 0xbc                   -> BitScan.decode(e, BitScan.BSF);
            case 0xbd                   -> BitScan.decode(e, BitScan.BSR);
            default                     -> e.undefined();
        };
    }

    private static Instruction row12(Encoding e, int opcode) {
        return switch (opcode) {
            case 0xc0, 0xc1 -> ExchangeAdd.decode(e, opcode);
            case 0xc7       -> group9(e);
            default         -> SseMap.decode(e, opcode);
        };
    }

    private static Instruction group9(Encoding e) {
        boolean isExchange = e.extension() == 1 && !e.isRegister();
        return isExchange ? new CompareExchangeWide(e.rexW() ? 64 : 32, e.address(), e.length())
            : e.undefined();
    }

    private static Instruction group15(Encoding e) {
        if (!e.isRegister()) return StateMove.decode(e);
        if (e.repeat() == 0xf3 && e.extension() < 4)
            return new SegmentBase(e.extension(), e.rmOperand(e.rexW() ? 64 : 32), e.length());
        return e.mandatory() == 0 && e.extension() > 4 ? new Nop(e.extension(), e.length()) : e.undefined();
    }
}

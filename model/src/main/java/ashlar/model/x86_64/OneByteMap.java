package ashlar.model.x86_64;

/// The opcodes of one byte.
final class OneByteMap {
    private OneByteMap() { }

    static Instruction decode(Encoding e, int opcode) {
        return switch (opcode >> 4) {
            case 0, 1, 2, 3 -> arithmetic(e, opcode);
            case 5          -> stack(e, opcode);
            case 6          -> row6(e, opcode);
            case 7          -> jumpIf(e, opcode & 15, e.constant(8));
            case 8          -> row8(e, opcode);
            case 9          -> row9(e, opcode);
            case 10         -> row10(e, opcode);
            case 11         -> Move.decodeToRegister(e, opcode);
            case 12         -> row12(e, opcode);
            case 13         -> row13(e, opcode);
            case 14         -> row14(e, opcode);
            default         -> row15(e, opcode);
        };
    }

    static Instruction jumpIf(Encoding e, int condition, long distance) {
        return new JumpIf(condition, distance, e.length());
    }

    private static Instruction arithmetic(Encoding e, int opcode) {
        if (opcode == 0x0f) return TwoByteMap.decode(e, e.next());
        return (opcode & 7) < 6 ? Arithmetic.decode(e, opcode) : e.undefined();
    }

    private static Instruction stack(Encoding e, int opcode) {
        Operand operand = Operand.register(opcode & 7 | e.rexB(), e.stackBits());
        return opcode < 0x58 ? new Push(operand, e.length()) : new Pop(operand, e.length());
    }

    private static Instruction row6(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x63                   -> MoveExtended.decodeDoubleword(e);
            case 0x68                   -> push(e, e.constant(Math.min(e.stackBits(), 32)));
            case 0x6a                   -> push(e, e.constant(8));
            case 0x69, 0x6b             -> MultiplySigned.decodeImmediate(e, opcode);
            case 0x6c, 0x6d, 0x6e, 0x6f -> new Privileged(opcode, e.length());
            default                     -> e.undefined();
        };
    }

    private static Instruction push(Encoding e, long value) {
        return new Push(Operand.constant(value, e.stackBits()), e.length());
    }

    private static Instruction row8(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x80, 0x81, 0x83       -> Arithmetic.decodeImmediate(e, opcode);
            case 0x84, 0x85             -> Arithmetic.decodeTest(e, opcode);
            case 0x86, 0x87             -> Exchange.decode(e, opcode);
            case 0x88, 0x89, 0x8a, 0x8b -> Move.decode(e, opcode);
            case 0x8d                   -> LoadAddress.decode(e);
            case 0x8f                   -> pop(e);
            default                     -> e.undefined();
        };
    }

    private static Instruction pop(Encoding e) {
        e.modRm();
        return e.extension() == 0 ? new Pop(e.rmOperand(e.stackBits()), e.length()) : e.undefined();
    }

    private static Instruction row9(Encoding e, int opcode) {
        return switch (opcode) {
            case 0x98       -> new ExtendAccumulator(false, e.bits(), e.length());
            case 0x99       -> new ExtendAccumulator(true, e.bits(), e.length());
            case 0x9a       -> e.undefined();
            case 0x9b       -> new Wait(e.length());
            case 0x9c       -> new PushFlags(e.stackBits(), e.length());
            case 0x9d       -> new PopFlags(e.stackBits(), e.length());
            case 0x9e, 0x9f -> new FlagControl(opcode, e.length());
            default         -> Exchange.decodeAccumulator(e, opcode);
        };
    }

    private static Instruction row10(Encoding e, int opcode) {
        if (opcode < 0xa4) return Move.decodeOffset(e, opcode);
        return (opcode & 0xfe) == 0xa8 ? Arithmetic.decodeTestAccumulator(e, opcode)
            : StringOperation.decode(e, opcode);
    }

    private static Instruction row12(Encoding e, int opcode) {
        return switch (opcode) {
            case 0xc0, 0xc1       -> Shift.decode(e, opcode);
            case 0xc2             -> new Return(e.constant(16) & 0xffff, e.length());
            case 0xc3             -> new Return(0, e.length());
            case 0xc6, 0xc7       -> Move.decodeImmediate(e, opcode);
            case 0xc8             -> Enter.decode(e);
            case 0xc9             -> new Leave(e.stackBits(), e.length());
            case 0xca, 0xcb, 0xcf -> new Privileged(opcode, e.length());
            case 0xcc             -> new Interrupt(Trap.BREAKPOINT, e.length());
            case 0xcd             -> new Interrupt(e.next(), e.length());
            default               -> e.undefined();
        };
    }

    private static Instruction row13(Encoding e, int opcode) {
        if (opcode < 0xd4) return Shift.decode(e, opcode);
        if (opcode == 0xd7) return Translate.decode(e);
        return opcode < 0xd8 ? e.undefined() : X87Map.decode(e, opcode);
    }

    private static Instruction row14(Encoding e, int opcode) {
        return switch (opcode) {
            case 0xe0, 0xe1, 0xe2, 0xe3 -> JumpIfCount.decode(e, opcode);
            case 0xe4, 0xe5, 0xe6, 0xe7 -> port(e, opcode);
            case 0xe8                   -> call(e, e.constant(32));
            case 0xe9                   -> jump(e, e.constant(32));
            case 0xea                   -> e.undefined();
            case 0xeb                   -> jump(e, e.constant(8));
            default                     -> new Privileged(opcode, e.length());
        };
    }

    private static Instruction port(Encoding e, int opcode) {
        e.next();
        return new Privileged(opcode, e.length());
    }

    private static Instruction call(Encoding e, long distance) {
        return new Call(distance, e.length());
    }

    private static Instruction jump(Encoding e, long distance) {
        return new Jump(distance, e.length());
    }

    private static Instruction row15(Encoding e, int opcode) {
        return switch (opcode) {
            case 0xf1                               -> new Interrupt(Trap.DEBUG, e.length());
            case 0xf4, 0xfa, 0xfb                   -> new Privileged(opcode, e.length());
            case 0xf5, 0xf8, 0xf9, 0xfc, 0xfd       -> new FlagControl(opcode, e.length());
            case 0xf6, 0xf7                         -> group3(e, opcode);
            case 0xfe                               -> group4(e);
            default                                 -> group5(e);
        };
    }

    private static Instruction group3(Encoding e, int opcode) {
        e.modRm();
        int bits = e.bits(opcode);
        return switch (e.extension()) {
            case 0    -> Arithmetic.decodeTestImmediate(e, bits);
            case 1    -> e.undefined();
            case 2    -> new Unary(Unary.NOT, e.rmOperand(bits), e.length());
            case 3    -> new Unary(Unary.NEG, e.rmOperand(bits), e.length());
            case 4    -> new Multiply(false, e.rmOperand(bits), e.length());
            case 5    -> new Multiply(true, e.rmOperand(bits), e.length());
            case 6    -> new Divide(false, e.rmOperand(bits), e.length());
            default   -> new Divide(true, e.rmOperand(bits), e.length());
        };
    }

    private static Instruction group4(Encoding e) {
        e.modRm();
        return e.extension() < 2 ? new Unary(e.extension(), e.rmOperand(8), e.length()) : e.undefined();
    }

    private static Instruction group5(Encoding e) {
        e.modRm();
        return switch (e.extension()) {
            case 0, 1 -> new Unary(e.extension(), e.rmOperand(e.bits()), e.length());
            case 2    -> new CallIndirect(e.rmOperand(64), e.length());
            case 4    -> new JumpIndirect(e.rmOperand(64), e.length());
            case 3, 5 -> e.isRegister() ? e.undefined() : new Privileged(0xff, e.length());
            case 6    -> new Push(e.rmOperand(e.stackBits()), e.length());
            default   -> e.undefined();
        };
    }
}

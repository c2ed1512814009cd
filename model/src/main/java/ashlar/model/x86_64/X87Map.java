package ashlar.model.x86_64;

/// The opcodes d8..df.
final class X87Map {
    private static final int FLOAT = X87Arithmetic.FLOAT;
    private static final int INTEGER = X87Arithmetic.INTEGER;

    private X87Map() { }

    static Instruction decode(Encoding e, int opcode) {
        e.modRm();
        return e.isRegister() ? registers(e, opcode) : memory(e, opcode);
    }

    private static Instruction memory(Encoding e, int opcode) {
        return switch (opcode) {
            case 0xd8 -> arithmetic(e, FLOAT, 32);
            case 0xd9 -> memoryD9(e);
            case 0xda -> arithmetic(e, INTEGER, 32);
            case 0xdb -> memoryDb(e);
            case 0xdc -> arithmetic(e, FLOAT, 64);
            case 0xdd -> memoryDd(e);
            case 0xde -> arithmetic(e, INTEGER, 16);
            default   -> memoryDf(e);
        };
    }

    private static Instruction arithmetic(Encoding e, int kind, int bits) {
        return e.extension() == 2 || e.extension() == 3 ? X87Compare.decodeMemory(e, kind, bits)
            : X87Arithmetic.decodeMemory(e, kind, bits);
    }

    private static Instruction memoryD9(Encoding e) {
        return switch (e.extension()) {
            case 0  -> X87Load.decodeMemory(e, FLOAT, 32);
            case 2  -> X87Store.decodeFloat(e, 32, false);
            case 3  -> X87Store.decodeFloat(e, 32, true);
            case 4  -> X87Control.decode(e, X87Control.FLDENV);
            case 5  -> X87Control.decode(e, X87Control.FLDCW);
            case 6  -> X87Control.decode(e, X87Control.FNSTENV);
            case 7  -> X87Control.decode(e, X87Control.FNSTCW);
            default -> e.undefined();
        };
    }

    private static Instruction memoryDb(Encoding e) {
        return switch (e.extension()) {
            case 0       -> X87Load.decodeMemory(e, INTEGER, 32);
            case 1, 2, 3 -> X87Store.decodeInteger(e, 32);
            case 5       -> X87Load.decodeMemory(e, FLOAT, 80);
            case 7       -> X87Store.decodeFloat(e, 80, true);
            default      -> e.undefined();
        };
    }

    private static Instruction memoryDd(Encoding e) {
        return switch (e.extension()) {
            case 0  -> X87Load.decodeMemory(e, FLOAT, 64);
            case 1  -> X87Store.decodeInteger(e, 64);
            case 2  -> X87Store.decodeFloat(e, 64, false);
            case 3  -> X87Store.decodeFloat(e, 64, true);
            case 4  -> X87Control.decode(e, X87Control.FRSTOR);
            case 6  -> X87Control.decode(e, X87Control.FNSAVE);
            case 7  -> X87Control.decode(e, X87Control.FNSTSW);
            default -> e.undefined();
        };
    }

    private static Instruction memoryDf(Encoding e) {
        return switch (e.extension()) {
            case 0       -> X87Load.decodeMemory(e, INTEGER, 16);
            case 1, 2, 3 -> X87Store.decodeInteger(e, 16);
            case 5       -> X87Load.decodeMemory(e, INTEGER, 64);
            case 7       -> new X87Store(true, false, 64, e.address(), true, e.length());
            default      -> e.undefined();
        };
    }

    private static Instruction registers(Encoding e, int opcode) {
        int n = e.extension();
        return switch (opcode) {
            case 0xd8 -> n == 2 || n == 3 ? compare(e, false, n - 2)
                : X87Arithmetic.decodeStack(e, false, false);
            case 0xd9 -> registersD9(e);
            case 0xda -> registersDa(e);
            case 0xdb -> registersDb(e);
            case 0xdc -> n == 2 || n == 3 ? e.undefined() : X87Arithmetic.decodeStack(e, true, false);
            case 0xdd -> registersDd(e);
            case 0xde -> registersDe(e);
            default   -> registersDf(e);
        };
    }

    private static Instruction compare(Encoding e, boolean isQuiet, int pops) {
        return X87Compare.decodeStack(e, isQuiet, false, pops);
    }

    private static Instruction registersD9(Encoding e) {
        int low = e.modRmLow();
        return switch (e.extension()) {
            case 0  -> new X87Load(X87Arithmetic.STACK, 80, low, Address.none(), e.length());
            case 1  -> X87Move.decode(e, X87Move.FXCH);
            case 2  -> low == 0 ? X87Move.decode(e, X87Move.FNOP) : e.undefined();
            case 3  -> e.undefined();
            case 5  -> low == 7 ? e.undefined()
                : new X87Load(X87Load.CONSTANT, 80, low, Address.none(), e.length());
            default -> special(e, 0xc0 | e.extension() << 3 | low);
        };
    }

    private static Instruction special(Encoding e, int code) {
        return switch (code) {
            case 0xe4 -> new X87Compare(X87Load.CONSTANT, 80, 0, Address.none(), false, false, 0, e.length());
            case 0xf6 -> X87Move.decode(e, X87Move.FDECSTP);
            case 0xf7 -> X87Move.decode(e, X87Move.FINCSTP);
            case X87Unary.FCHS, X87Unary.FABS, X87Unary.FXAM, X87Unary.FXTRACT, X87Unary.FPREM1,
                X87Unary.FPREM,
                X87Unary.FSQRT, X87Unary.FRNDINT, X87Unary.FSCALE -> new X87Unary(code, e.length());
            default   -> e.undefined();
        };
    }

    /// FCMOVB, FCMOVE, FCMOVBE, FCMOVU, then FUCOMPP.
    private static Instruction registersDa(Encoding e) {
        if (e.extension() < 4) return moveIf(e, condition(e.extension()));
        return e.extension() == 5 && e.modRmLow() == 1 ? compare(e, true, 2) : e.undefined();
    }

    private static Instruction moveIf(Encoding e, int condition) {
        return new X87Move(X87Move.FCMOV, condition << 3 | e.modRmLow(), e.length());
    }

    private static int condition(int n) {
        return n == 3 ? 10 : 2 * n + 2;
    }

    private static Instruction registersDb(Encoding e) {
        return switch (e.extension()) {
            case 0, 1, 2, 3 -> moveIf(e, condition(e.extension()) + 1);
            case 4          -> clear(e);
            case 5          -> X87Compare.decodeStack(e, true, true, 0);
            case 6          -> X87Compare.decodeStack(e, false, true, 0);
            default         -> e.undefined();
        };
    }

    private static Instruction clear(Encoding e) {
        return switch (e.modRmLow()) {
            case 2  -> X87Control.decode(e, X87Control.FNCLEX);
            case 3  -> X87Control.decode(e, X87Control.FNINIT);
            default -> e.undefined();
        };
    }

    private static Instruction registersDd(Encoding e) {
        return switch (e.extension()) {
            case 0  -> X87Move.decode(e, X87Move.FFREE);
            case 2  -> X87Move.decode(e, X87Move.FST);
            case 3  -> X87Move.decode(e, X87Move.FSTP);
            case 4  -> compare(e, true, 0);
            case 5  -> compare(e, true, 1);
            default -> e.undefined();
        };
    }

    private static Instruction registersDe(Encoding e) {
        return switch (e.extension()) {
            case 2  -> e.undefined();
            case 3  -> e.modRmLow() == 1 ? compare(e, false, 2) : e.undefined();
            default -> X87Arithmetic.decodeStack(e, true, true);
        };
    }

    private static Instruction registersDf(Encoding e) {
        return switch (e.extension()) {
            case 0  -> X87Move.decode(e, X87Move.FFREEP);
            case 4  -> e.modRmLow() == 0 ? X87Control.decode(e, X87Control.FNSTSW_AX) : e.undefined();
            case 5  -> X87Compare.decodeStack(e, true, true, 1);
            case 6  -> X87Compare.decodeStack(e, false, true, 1);
            default -> e.undefined();
        };
    }
}

package ashlar.refinement.lift;

import ashlar.refinement.heap.Merge;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.lang.classfile.Opcode;

/// Integer arithmetic, conversions and comparisons: JVM specification 6.5.
final class Arithmetic {
    private final Terms terms;
    private final Merge merge;

    Arithmetic(Terms terms, Merge merge) {
        this.terms = terms;
        this.merge = merge;
    }

    /// The result of a binary operation. Division by zero is the caller's concern.
    Term binary(Opcode op, Term a, Term b) {
        return switch (op) {
            case IADD, LADD   -> terms.add(a, b);
            case ISUB, LSUB   -> terms.sub(a, b);
            case IMUL, LMUL   -> terms.mul(a, b);
            case IDIV, LDIV   -> terms.sdiv(a, b);
            case IREM, LREM   -> terms.srem(a, b);
            case IAND, LAND   -> bitwise(a, b, terms.band(a, b), true);
            case IOR, LOR     -> bitwise(a, b, terms.bor(a, b), false);
            case IXOR, LXOR   -> terms.bxor(a, b);
            case ISHL, LSHL   -> terms.shl(a, amount(a, b));
            case ISHR, LSHR   -> terms.ashr(a, amount(a, b));
            case IUSHR, LUSHR -> terms.lshr(a, amount(a, b));
            case LCMP         -> compare(terms.slt(a, b), terms.eq(a, b));
            default           -> throw new Unsupported("instruction " + op);
        };
    }

    /// `&` and `|` of booleans stay booleans.
    private Term bitwise(Term a, Term b, Term otherwise, boolean isAnd) {
        var p = merge.truth(a);
        var q = merge.truth(b);
        if (p.isEmpty() || q.isEmpty()) return otherwise;
        return merge.fromTruth(isAnd ? terms.and(p.get(), q.get()) : terms.or(p.get(), q.get()));
    }

    /// Shifts use the lowest 5 or 6 bits of an int.
    private Term amount(Term shifted, Term amount) {
        Term low = terms.extract(shifted.width() == 64 ? 5 : 4, 0, amount);
        return terms.zext(shifted.width(), low);
    }

    /// -1, 0 or 1.
    Term compare(Term less, Term equal) {
        return terms.ite(less, terms.int32(-1), terms.ite(equal, terms.int32(0), terms.int32(1)));
    }

    Term negated(Term a) {
        return terms.neg(a);
    }

    Term converted(Opcode op, Term a) {
        return switch (op) {
            case I2L -> terms.sext(64, a);
            case L2I -> terms.extract(31, 0, a);
            case I2B -> terms.sext(32, terms.extract(7, 0, a));
            case I2S -> terms.sext(32, terms.extract(15, 0, a));
            case I2C -> terms.zext(32, terms.extract(15, 0, a));
            default  -> throw new Unsupported("instruction " + op);
        };
    }

    /// Whether a branch on one value, compared with 0, is taken.
    Term test(Opcode op, Term a, Term b) {
        return switch (op) {
            case IFEQ, IF_ICMPEQ -> terms.eq(a, b);
            case IFNE, IF_ICMPNE -> terms.not(terms.eq(a, b));
            case IFLT, IF_ICMPLT -> terms.slt(a, b);
            case IFGE, IF_ICMPGE -> terms.not(terms.slt(a, b));
            case IFGT, IF_ICMPGT -> terms.slt(b, a);
            case IFLE, IF_ICMPLE -> terms.not(terms.slt(b, a));
            default              -> throw new Unsupported("instruction " + op);
        };
    }
}

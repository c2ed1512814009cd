package ashlar.refinement.solve;

import ashlar.refinement.term.Term;
import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Sort;

/// The exact meaning: bit-vectors.
final class Bits extends Translation {
    Bits(Context z3) {
        super(z3);
    }

    private Sort sort(ashlar.refinement.term.Sort s) {
        return s instanceof ashlar.refinement.term.Sort.Bits(var width) ? z3.mkBitVecSort(width)
            : z3.getBoolSort();
    }

    @Override
    Sort sort(Term t) {
        return sort(t.sort());
    }

    @Override
    Expr<?> constant(Term k, Sort expected) {
        return z3.mkBV(Long.toUnsignedString(k.constant()), k.width());
    }

    private BitVecExpr bits(Term t) {
        return (BitVecExpr) at(t, null);
    }

    @Override
    Expr<?> application(Term t) {
        Sort[] domain = t.function().parameters().stream().map(this::sort).toArray(Sort[]::new);
        Expr<?>[] args = t.args().stream().map(a -> at(a, null)).toArray(Expr<?>[]::new);
        return z3.mkApp(z3.mkFuncDecl(t.function().name(), domain, sort(t.function().result())), args);
    }

    @Override
    Expr<?> operation(Term t) {
        return switch (t.op()) {
            case CONST   -> constant(t, null);
            case ADD     -> t.args().stream().map(this::bits).reduce(z3::mkBVAdd).orElseThrow();
            case CONCAT  -> t.args().stream().map(this::bits).reduce(z3::mkConcat).orElseThrow();
            case MUL     -> z3.mkBVMul(bits(t.arg(0)), bits(t.arg(1)));
            case UDIV    -> z3.mkBVUDiv(bits(t.arg(0)), bits(t.arg(1)));
            case UREM    -> z3.mkBVURem(bits(t.arg(0)), bits(t.arg(1)));
            case SDIV    -> z3.mkBVSDiv(bits(t.arg(0)), bits(t.arg(1)));
            case SREM    -> z3.mkBVSRem(bits(t.arg(0)), bits(t.arg(1)));
            case BAND    -> z3.mkBVAND(bits(t.arg(0)), bits(t.arg(1)));
            case BOR     -> z3.mkBVOR(bits(t.arg(0)), bits(t.arg(1)));
            case BXOR    -> z3.mkBVXOR(bits(t.arg(0)), bits(t.arg(1)));
            case BNOT    -> z3.mkBVNot(bits(t.arg(0)));
            case SHL     -> z3.mkBVSHL(bits(t.arg(0)), bits(t.arg(1)));
            case LSHR    -> z3.mkBVLSHR(bits(t.arg(0)), bits(t.arg(1)));
            case ASHR    -> z3.mkBVASHR(bits(t.arg(0)), bits(t.arg(1)));
            case ULT     -> z3.mkBVULT(bits(t.arg(0)), bits(t.arg(1)));
            case SLT     -> z3.mkBVSLT(bits(t.arg(0)), bits(t.arg(1)));
            case EXTRACT -> z3.mkExtract(t.high(), t.low(), bits(t.arg(0)));
            case ZEXT    -> z3.mkZeroExt(t.width() - t.arg(0).width(), bits(t.arg(0)));
            case SEXT    -> z3.mkSignExt(t.width() - t.arg(0).width(), bits(t.arg(0)));
            default      -> throw new IllegalStateException("no operation on bits: " + t.op());
        };
    }
}

package ashlar.refinement.solve;

import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import java.util.List;
import java.util.stream.Collectors;

/// The exact meaning, as in `Bits`.
final class BitsScript extends Script {
    private static String sort(Sort s) {
        return s instanceof Sort.Bits(var width) ? "(_ BitVec " + width + ")" : BOOL;
    }

    @Override
    String logic(boolean hasFunctions) {
        return hasFunctions ? "UFBV" : "BV";
    }

    @Override
    String sort(Term t) {
        return sort(t.sort());
    }

    @Override
    String constant(Term k, String expected) {
        boolean isHex = k.width() % 4 == 0;
        String digits = isHex ? Long.toHexString(k.constant()) : Long.toBinaryString(k.constant());
        return (isHex ? "#x" : "#b") + "0".repeat(k.width() / (isHex ? 4 : 1) - digits.length()) + digits;
    }

    @Override
    String application(Term t) {
        var f = t.function();
        List<String> domain = f.parameters().stream().map(BitsScript::sort).toList();
        return "(" + declare(f, f.name(), domain, sort(f.result())) + " " + t.args().stream().map(this::bits)
            .collect(Collectors.joining(" ")) + ")";
    }

    private String bits(Term t) {
        return at(t, null);
    }

    @Override
    String operation(Term t) {
        return switch (t.op()) {
            case CONST   -> constant(t, null);
            case ADD     -> nested("bvadd", t);
            case CONCAT  -> nested("concat", t);
            case MUL     -> nested("bvmul", t);
            case UDIV    -> nested("bvudiv", t);
            case UREM    -> nested("bvurem", t);
            case SDIV    -> nested("bvsdiv", t);
            case SREM    -> nested("bvsrem", t);
            case BAND    -> nested("bvand", t);
            case BOR     -> nested("bvor", t);
            case BXOR    -> nested("bvxor", t);
            case BNOT    -> "(bvnot " + bits(t.arg(0)) + ")";
            case SHL     -> nested("bvshl", t);
            case LSHR    -> nested("bvlshr", t);
            case ASHR    -> nested("bvashr", t);
            case ULT     -> nested("bvult", t);
            case SLT     -> nested("bvslt", t);
            case EXTRACT -> "((_ extract " + t.high() + " " + t.low() + ") " + bits(t.arg(0)) + ")";
            case ZEXT    -> extension("zero_extend", t);
            case SEXT    -> extension("sign_extend", t);
            default      -> throw new IllegalStateException("no operation on bits: " + t.op());
        };
    }

    private String nested(String op, Term t) {
        return t.args().stream().map(this::bits).reduce((a, b) -> "(" + op + " " + a + " " + b + ")")
            .orElseThrow();
    }

    private String extension(String op, Term t) {
        return "((_ " + op + " " + (t.width() - t.arg(0).width()) + ") " + bits(t.arg(0)) + ")";
    }
}

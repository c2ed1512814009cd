package ashlar.refinement.term;

/// The operations of terms; SMT-LIB's meaning. SUB and NEG are ADD and MUL, EXISTS is a FORALL under NOT.
public enum Op {
    TRUE, FALSE, CONST, VAR, BOUND, APP, NOT, AND, OR, EQ, ITE, ADD, MUL, UDIV, UREM, SDIV, SREM,
    BAND, BOR, BXOR, BNOT, SHL, LSHR, ASHR, ULT, SLT, CONCAT, EXTRACT, ZEXT, SEXT, FORALL
}

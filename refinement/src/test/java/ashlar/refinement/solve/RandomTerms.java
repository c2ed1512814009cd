package ashlar.refinement.solve;

import ashlar.refinement.term.Function;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Terms of 8 bits and booleans over a few variables and functions, sharing what was made before.
final class RandomTerms {
    private static final Sort BYTE = Sort.bits(8);
    private static final Sort NIBBLE = Sort.bits(4);

    private final Terms terms;
    private final RandomGenerator random;
    private final List<Term> bytes = new ArrayList<>();
    private final List<Term> truths = new ArrayList<>();
    private final Function f = new Function("f", List.of(BYTE, Sort.bool()), BYTE);
    private final Function p = new Function("p", List.of(NIBBLE, BYTE), Sort.bool());

    RandomTerms(Terms terms, RandomGenerator random) {
        this.terms = terms;
        this.random = random;
        for (String name : List.of("x", "y", "bvadd", "a b", "p")) bytes.add(terms.var(name, BYTE));
        bytes.add(terms.bits(8, 0));
        bytes.add(terms.bits(8, random.nextInt(256)));
        for (String name : List.of("x", "true", "b")) truths.add(terms.var(name, Sort.bool()));
    }

    private Term any(List<Term> all) {
        return all.get(random.nextInt(all.size()));
    }

    void grow() {
        if (random.nextBoolean()) bytes.add(newByte(any(bytes), any(bytes)));
        else truths.add(newTruth(any(bytes), any(bytes)));
    }

    Term truth() {
        return truths.getLast();
    }

    private Term newByte(Term a, Term b) {
        return switch (random.nextInt(19)) {
            case 0  -> terms.add(a, b);
            case 1  -> terms.sub(a, b);
            case 2  -> terms.mul(a, b);
            case 3  -> terms.udiv(a, b);
            case 4  -> terms.urem(a, b);
            case 5  -> terms.sdiv(a, b);
            case 6  -> terms.srem(a, b);
            case 7  -> terms.band(a, b);
            case 8  -> terms.bor(a, b);
            case 9  -> terms.bxor(a, b);
            case 10 -> terms.bnot(a);
            case 11 -> terms.shl(a, b);
            case 12 -> terms.lshr(a, b);
            case 13 -> terms.ashr(a, b);
            case 14 -> terms.concat(terms.extract(3, 0, a), terms.extract(6, 3, b));
            case 15 -> terms.zext(8, terms.extract(5, 1, a));
            case 16 -> terms.sext(8, terms.extract(4, 2, a));
            case 17 -> terms.ite(any(truths), a, b);
            default -> terms.app(f, List.of(a, any(truths)));
        };
    }

    private Term newTruth(Term a, Term b) {
        return switch (random.nextInt(9)) {
            case 0  -> terms.eq(a, b);
            case 1  -> terms.ult(a, b);
            case 2  -> terms.slt(a, b);
            case 3  -> terms.not(any(truths));
            case 4  -> terms.and(any(truths), any(truths), any(truths));
            case 5  -> terms.or(any(truths), any(truths));
            case 6  -> terms.ite(any(truths), any(truths), any(truths));
            case 7  -> terms.eq(any(truths), any(truths));
            default -> terms.app(p, List.of(terms.extract(7, 4, a), b));
        };
    }

    /// That for all values of z a truth holds about f(z).
    Term quantified() {
        Term z = terms.bound("z", BYTE);
        Term fz = terms.app(f, List.of(z, any(truths)));
        Term sum = terms.add(fz, any(bytes));
        return terms.forAll(List.of(z), terms.or(newTruth(sum, terms.bxor(sum, z)), newTruth(sum, z)));
    }
}

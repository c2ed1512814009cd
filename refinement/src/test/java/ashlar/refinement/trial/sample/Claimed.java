package ashlar.refinement.trial.sample;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;

/// Obligations, true and false, that tell whether assumptions and the solver's tiers are kept apart.
public final class Claimed {
    private Claimed() { }

    @Obligation(Kind.ENGINE)
    static void true_assumption_after_a_proof_stays(int a, int b, int c) {
        assume(a > 0);
        if (b > 3) prove(a != 0);
        assume(b > a);
        prove(b != 0);
        if (c > b) prove(c > a);
        prove(b > a);
    }

    @Obligation(Kind.ENGINE)
    static void true_of_bits_only(long x, long y) {
        prove(((x ^ y) == 0) == (x == y));
        prove((x & y) + (x | y) == x + y);
    }

    @Obligation(Kind.ENGINE)
    static void false_if_assumed_only_afterwards(int a) {
        prove(a > 0);
        assume(a > 0);
    }

    @Obligation(Kind.ENGINE)
    static void false_if_assumed_only_in_a_branch(int a, int b) {
        if (b > 0) assume(a > 0);
        prove(a > 0);
    }

    @Obligation(Kind.ENGINE)
    static void false_of_bits(int x, int y) {
        prove((x ^ y) != 5);
    }

    @Obligation(Kind.ENGINE)
    static void false_at_the_edge(int a) {
        prove(Math.abs(a) >= 0);
    }
}

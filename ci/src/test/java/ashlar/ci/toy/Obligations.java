package ashlar.ci.toy;

import static ashlar.refinement.api.Claims.prove;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;

final class Obligations {
    private Obligations() { }

    @Obligation(Kind.LEMMA)
    static void decrement_is_less(long n) {
        prove(Decrement.of(n) + 1 == n);
    }
}

package ashlar.proofs.isa;

import ashlar.model.aarch64.Decoder;
import ashlar.model.aarch64.Undefined;
import java.util.SplittableRandom;

/// An encoding class as a pattern of 32 bits: 0, 1, or x for any.
/// @param base how its address is formed, so that it can be made to hit memory; ALLOCATED forms none, and
///             leaves out words that are undefined; BLOCK stays in memory
record Aarch64Family(String name, Base base, int mask, int match) {
    enum Base { NONE, ALLOCATED, BLOCK, REGISTER, ALIGNED, UNSIGNED, INDEXED, OFFSET_REGISTER, PAIR, LITERAL,
        SEQUENCE }

    static Aarch64Family of(String name, Base base, String pattern) {
        String bits = pattern.replaceAll("[^01x]", "");
        if (bits.length() != 32) throw new IllegalArgumentException(name + ": " + bits.length() + " bits");
        return new Aarch64Family(name, base, Integer.parseUnsignedInt(bits.replace('0', '1').replace('x',
            '0'), 2), Integer.parseUnsignedInt(bits.replace('x', '0'), 2));
    }

    int draw(SplittableRandom random) {
        int w = random.nextInt() & ~mask | match;
        while (!isUsable(w)) w = random.nextInt() & ~mask | match;
        return w;
    }

    private boolean isUsable(int w) {
        return !Aarch64Families.isWrongInQemu(w) && !Aarch64Families.isLeftOut(w)
            && (base != Base.ALLOCATED || !(Decoder.decode(w) instanceof Undefined));
    }
}

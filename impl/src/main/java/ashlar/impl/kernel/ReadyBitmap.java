package ashlar.impl.kernel;

import ashlar.impl.layout.ReadyBitmapPtr;
import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

/// The two-level bitmap of the ready queues: one bit for each domain and priority.
public final class ReadyBitmap {
    private ReadyBitmap() { }

    /// Whether the ready queue of domain and priority has threads.
    public static boolean hasThreads(Machine m, long domain, long priority) {
        return Word.bit(ReadyBitmapPtr.level2(m, domain, priority >>> 6), priority & 63);
    }

    public static void setHasThreads(Machine m, long domain, long priority, boolean hasThreads) {
        long i = priority >>> 6, bit = 1L << (priority & 63), word = ReadyBitmapPtr.level2(m, domain, i);
        word = hasThreads ? word | bit : word & ~bit;
        ReadyBitmapPtr.setLevel2(m, domain, i, word);
        long summary = ReadyBitmapPtr.level1(m, domain);
        ReadyBitmapPtr.setLevel1(m, domain, word != 0 ? summary | (1L << i) : summary & ~(1L << i));
    }

    /// Each bit of domain's level 1 tells whether the word of level 2 is not zero that it stands for.
    public static boolean isWellFormed(Machine m, long domain) {
        return summarises(m, domain, 0) && summarises(m, domain, 1) && summarises(m, domain, 2)
            && summarises(m, domain, 3) && ReadyBitmapPtr.level1(m, domain) >>> 4 == 0;
    }

    private static boolean summarises(Machine m, long domain, long i) {
        return Word.bit(ReadyBitmapPtr.level1(m, domain), i) == (ReadyBitmapPtr.level2(m, domain, i) != 0);
    }

    /// Whether no queue of domain has threads.
    public static boolean isEmpty(Machine m, long domain) {
        return ReadyBitmapPtr.level1(m, domain) == 0;
    }

    /// The highest priority at which domain has threads. Requires: there is one.
    public static long highest(Machine m, long domain) {
        long i = Word.highestBit(ReadyBitmapPtr.level1(m, domain));
        return (i << 6) | Word.highestBit(ReadyBitmapPtr.level2(m, domain, i));
    }
}

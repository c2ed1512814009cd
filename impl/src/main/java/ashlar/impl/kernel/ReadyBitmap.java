package ashlar.impl.kernel;

import ashlar.impl.layout.ReadyBitmapPtr;
import ashlar.model.machine.Machine;
import ashlar.model.word.Word;

/// The two-level bitmap of the ready queues.
public final class ReadyBitmap {
    private ReadyBitmap() { }

    public static void set(Machine m, long domain, long priority) {
        long i = priority >>> 6;
        ReadyBitmapPtr.setLevel1(m, domain, ReadyBitmapPtr.level1(m, domain) | (1L << i));
        ReadyBitmapPtr.setLevel2(m, domain, i, ReadyBitmapPtr.level2(m, domain, i) | (1L << (priority & 63)));
    }

    public static void clear(Machine m, long domain, long priority) {
        long i = priority >>> 6;
        long word = ReadyBitmapPtr.level2(m, domain, i) & ~(1L << (priority & 63));
        ReadyBitmapPtr.setLevel2(m, domain, i, word);
        if (word == 0) ReadyBitmapPtr.setLevel1(m, domain, ReadyBitmapPtr.level1(m, domain) & ~(1L << i));
    }

    public static boolean isSet(Machine m, long domain, long priority) {
        return ((ReadyBitmapPtr.level2(m, domain, priority >>> 6) >>> (priority & 63)) & 1) == 1;
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

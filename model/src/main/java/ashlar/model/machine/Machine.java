package ashlar.model.machine;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// The simulated machine: physical memory in 64-bit words, zero where nothing was stored.
/// Two machines are equal if each word of their memories is.
public final class Machine {
    private static final int INITIAL_CAPACITY = 64;

    // Open addressing: keys[i] is an address with bit 0 set, or 0 where the place is free. At most half is
    // taken.
    private long[] keys;
    private long[] values;
    private int taken;

    public Machine() {
        this(new long[INITIAL_CAPACITY], new long[INITIAL_CAPACITY], 0);
    }

    private Machine(long[] keys, long[] values, int taken) {
        this.keys = keys;
        this.values = values;
        this.taken = taken;
    }

    /// The word at addr.
    /// @throws IllegalArgumentException if addr is not a multiple of 8
    public long load64(long addr) {
        return values[place(keys, keyOf(addr))];
    }

    /// Stores value as the word at addr.
    /// @throws IllegalArgumentException if addr is not a multiple of 8
    public void store64(long addr, long value) {
        long key = keyOf(addr);
        int i = place(keys, key);
        if (keys[i] == 0) {
            if (value == 0) return;
            if (2 * ++taken > keys.length) {
                grow();
                i = place(keys, key);
            }
            keys[i] = key;
        }
        values[i] = value;
    }

    /// A machine of its own in the same state.
    public Machine copy() {
        return new Machine(keys.clone(), values.clone(), taken);
    }

    /// The addresses, in order, of the words that differ in other.
    public long[] differences(Machine other) {
        return LongStream.concat(addresses(), other.addresses()).filter(a -> load64(a) != other.load64(a))
            .sorted()
            .distinct().toArray();
    }

    private LongStream addresses() {
        return Arrays.stream(keys).filter(k -> k != 0).map(k -> k - 1);
    }

    private static long keyOf(long addr) {
        if ((addr & 7) != 0)
            throw new IllegalArgumentException("not a multiple of 8: 0x" + Long.toHexString(addr));
        return addr | 1;
    }

    /// Where key is, or the free place where it belongs.
    private static int place(long[] keys, long key) {
        int i = (int) (mix(key) >>> 32) & (keys.length - 1);
        while (keys[i] != 0 && keys[i] != key) i = (i + 1) & (keys.length - 1);
        return i;
    }

    private static long mix(long key) {
        return key * 0x9E37_79B9_7F4A_7C15L;
    }

    private void grow() {
        long[] moreKeys = new long[2 * keys.length];
        long[] moreValues = new long[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == 0) continue;
            int j = place(moreKeys, keys[i]);
            moreKeys[j] = keys[i];
            moreValues[j] = values[i];
        }
        keys = moreKeys;
        values = moreValues;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Machine that && that.holdsAllOf(this) && this.holdsAllOf(that);
    }

    private boolean holdsAllOf(Machine that) {
        for (int i = 0; i < that.keys.length; i++) {
            if (that.values[i] != 0 && values[place(keys, that.keys[i])] != that.values[i]) return false;
        }
        return true;
    }

    @Override
    public int hashCode() {
        long sum = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != 0) sum += mix(mix(keys[i]) ^ values[i]);
        }
        return Long.hashCode(sum);
    }

    /// The non-zero words by address; addresses are unsigned.
    public SortedMap<Long, Long> words() {
        SortedMap<Long, Long> words = new TreeMap<>(Long::compareUnsigned);
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != 0) words.put(keys[i] - 1, values[i]);
        }
        return words;
    }

    /// The non-zero words by address, all in hexadecimal.
    @Override
    public String toString() {
        Map<String, String> words = new TreeMap<>();
        words().forEach((addr, word) -> words.put("%016x".formatted(addr), Long.toHexString(word)));
        return words.toString();
    }
}

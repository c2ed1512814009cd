package ashlar.drivergen.ast;

/// What a state, an output, a parameter or a field can hold.
public sealed interface Type {
    /// 1 to 64 bits, without a sign; one bit is also a truth.
    /// @param name as it is written: u8, bool, or an enumeration of the device
    record Word(String name, int bits) implements Type {
        public static Word of(int bits) {
            return new Word("u" + bits, bits);
        }

        /// The largest value.
        public long mask() {
            return mask(bits);
        }

        public static long mask(int bits) {
            return bits == 64 ? -1L : (1L << bits) - 1;
        }
    }

    record Array(Word of, int size) implements Type { }

    /// First in, first out; never more than capacity elements.
    record Queue(Word of, int capacity) implements Type { }

    /// All that was ever sent, in order.
    record Stream(Word of) implements Type { }

    /// As it is written in a description.
    default String text() {
        return switch (this) {
            case Word w   -> w.name;
            case Array a  -> a.of.name + "[" + a.size + "]";
            case Queue q  -> "queue<" + q.of.name + ">[" + q.capacity + "]";
            case Stream s -> "stream<" + s.of.name + ">";
        };
    }

    /// The word, or the word of its elements.
    default Word word() {
        return switch (this) {
            case Word w   -> w;
            case Array a  -> a.of;
            case Queue q  -> q.of;
            case Stream s -> s.of;
        };
    }
}

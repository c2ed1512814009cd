package ashlar.refinement.mutate.sample;

import ashlar.model.machine.Machine;

/// A counter in memory, two words.
final class CounterPtr {
    private CounterPtr() { }

    static long count(Machine m, long at) {
        return m.load64(at);
    }

    static void setCount(Machine m, long at, long count) {
        m.store64(at, count);
    }

    static long last(Machine m, long at) {
        return m.load64(at + 8);
    }

    static void setLast(Machine m, long at, long last) {
        m.store64(at + 8, last);
    }
}

package ashlar.refinement.mutate.sample;

import ashlar.model.machine.Machine;

/// What is on trial.
final class CounterOps {
    static final long RARE = 0x1234_5678_9abc_def0L;

    private CounterOps() { }

    static void add(Machine m, long at, long n) {
        CounterPtr.setCount(m, at, CounterPtr.count(m, at) + n);
        CounterPtr.setLast(m, at, n);
    }

    static void clear(Machine m, long at) {
        if (CounterPtr.count(m, at) != 0) CounterPtr.setCount(m, at, 0);
    }

    static void reset(Machine m, long at) {
        CounterPtr.setCount(m, at, 0);
        CounterPtr.setLast(m, at, 0);
    }

    static void drain(Machine m, long at) {
        while (CounterPtr.count(m, at) != 0) CounterPtr.setCount(m, at, CounterPtr.count(m, at) - 1);
    }

    static void addUnlessRare(Machine m, long at, long n) {
        if (n == RARE) return;
        CounterPtr.setCount(m, at, CounterPtr.count(m, at) + n);
        CounterPtr.setLast(m, at, n);
    }

    static void forgotten(Machine m, long at) {
        CounterPtr.setCount(m, at, 7);
    }
}

package ashlar.refinement.report.sample.line;

import ashlar.model.machine.Machine;

/// A person.
public final class PersonPtr {
    private PersonPtr() { }

    public static long next(Machine m, long person) {
        return m.load64(person);
    }

    public static void setNext(Machine m, long person, long next) {
        m.store64(person, next);
    }

    public static long prev(Machine m, long person) {
        return m.load64(person + 8);
    }

    public static void setPrev(Machine m, long person, long prev) {
        m.store64(person + 8, prev);
    }
}

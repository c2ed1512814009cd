package ashlar.refinement.report.sample.line;

import ashlar.model.collection.PQueue;

/// What people in a line may do.
public final class Lines {
    private Lines() { }

    public static Line leave(Line s, Person p) {
        return without(s, p);
    }

    static Line without(Line s, Person p) {
        return s.withPeople(s.people().remove(p));
    }

    /// The first is served; there is one.
    public static Line serve(Line s) {
        Line served = without(s, s.people().head());
        return new Line(served.people(), served.served() + 1);
    }

    public static Line serveAll(Line s) {
        return s.people().isEmpty() ? s : serveAll(serve(s));
    }

    public static boolean isWaiting(Line s, Person p) {
        return s.people().exists(q -> q.equals(p));
    }

    public static long length(PQueue<Person> people) {
        return people.isEmpty() ? 0 : 1 + length(people.tail());
    }
}

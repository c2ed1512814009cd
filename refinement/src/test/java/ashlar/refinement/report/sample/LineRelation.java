package ashlar.refinement.report.sample;

import ashlar.model.collection.Option.Some;
import ashlar.model.collection.Option;
import ashlar.model.collection.PQueue;
import ashlar.model.machine.Machine;
import ashlar.refinement.report.sample.line.Line;
import ashlar.refinement.report.sample.line.LinePtr;
import ashlar.refinement.report.sample.line.Person;
import ashlar.refinement.report.sample.line.PersonPtr;

/// How memory holds a line.
public final class LineRelation {
    private LineRelation() { }

    public static boolean related(Line s, Machine m) {
        return stateRelated(s, m) && peopleRelated(s.people(), m) && LinePtr.served(m) == s.served();
    }

    static boolean stateRelated(Line s, Machine m) {
        return s.people().isEmpty() ? LinePtr.state(m) == LinePtr.EMPTY : LinePtr.state(m) == LinePtr.WAITING;
    }

    static boolean peopleRelated(PQueue<Person> people, Machine m) {
        return LinePtr.head(m) == addr(people.first()) && LinePtr.tail(m) == addr(people.last())
            && people.forAll(p -> linked(people, p, m));
    }

    private static boolean linked(PQueue<Person> people, Person p, Machine m) {
        return PersonPtr.next(m, p.addr()) == addr(people.after(p))
            && PersonPtr.prev(m, p.addr()) == addr(people.before(p));
    }

    private static long addr(Option<Person> p) {
        return p instanceof Some<Person>(var person) ? person.addr() : 0;
    }
}

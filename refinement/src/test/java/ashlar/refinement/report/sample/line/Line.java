package ashlar.refinement.report.sample.line;

import ashlar.model.collection.PQueue;

/// Who waits, in order of arrival, and how many have been served.
public record Line(PQueue<Person> people, long served) {
    public Line withPeople(PQueue<Person> people) {
        return new Line(people, served);
    }
}

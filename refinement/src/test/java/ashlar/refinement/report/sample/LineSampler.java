package ashlar.refinement.report.sample;

import ashlar.model.collection.Option;
import ashlar.model.collection.PQueue;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.report.Words;
import ashlar.refinement.report.sample.line.Line;
import ashlar.refinement.report.sample.line.LinePtr;
import ashlar.refinement.report.sample.line.Lines;
import ashlar.refinement.report.sample.line.Order;
import ashlar.refinement.report.sample.line.Person;
import ashlar.refinement.report.sample.line.PersonPtr;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Lines with up to size people, and their memory.
public final class LineSampler implements Sampler {
    private static final long FIRST = 0x8000_1000L;
    private static final long STEP = 0x400;

    @Override
    public Object[] arguments(Method obligation, int size, RandomGenerator random) {
        Line s = line(random.nextInt(size + 1), random.nextInt(50));
        Class<?>[] types = obligation.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) arguments[i] = argument(types[i], s, size, random);
        return arguments;
    }

    private static Object argument(Class<?> type, Line s, int size, RandomGenerator random) {
        if (type == Line.class) return s;
        if (type == Machine.class) return memory(s);
        if (type == Person.class) return new Person(FIRST + STEP * random.nextInt(size));
        if (type == Order.class) return new Order(random.nextInt(9), random.nextBoolean());
        return type == long.class ? (Object) random.nextLong(100) : random.nextBoolean();
    }

    private static Line line(int length, long served) {
        PQueue<Person> people = PQueue.empty();
        for (int i = 0; i < length; i++) people = people.append(new Person(FIRST + STEP * i));
        return new Line(people, served);
    }

    private static Machine memory(Line s) {
        Machine m = new Machine();
        LinePtr.setState(m, s.people().isEmpty() ? LinePtr.EMPTY : LinePtr.WAITING);
        LinePtr.setServed(m, s.served());
        LinePtr.setHead(m, addr(s.people().first()));
        LinePtr.setTail(m, addr(s.people().last()));
        for (Person p : s.people().toList()) {
            PersonPtr.setNext(m, p.addr(), addr(s.people().after(p)));
            PersonPtr.setPrev(m, p.addr(), addr(s.people().before(p)));
        }
        return m;
    }

    private static long addr(Option<Person> p) {
        return p.isPresent() ? p.get().addr() : 0;
    }

    @Override
    public Object[] copy(Object[] arguments) {
        Object[] copies = arguments.clone();
        for (int i = 0; i < copies.length; i++) if (copies[i] instanceof Machine m) copies[i] = m.copy();
        return copies;
    }

    @Override
    public List<Row> picture(String when, Object[] values) {
        List<Row> rows = new ArrayList<>();
        Line s = null;
        Machine m = null;
        for (Object v : values) {
            if (v instanceof Line line) s = line;
            if (v instanceof Machine machine) m = machine;
        }
        if (s == null && m == null) return rows;
        rows.add(new Row(when, "line", s == null ? "" : Words.of(s.people()), m == null ? "" : "head "
            + Words.number(LinePtr.head(m)), false));
        rows.add(new Row(when, "served", s == null ? "" : Words.of(s.served()), m == null ? "" :
            Words.number(LinePtr.served(m)), false));
        return rows;
    }

    @Override
    public boolean isInObject(Object[] arguments, long address) {
        return address < FIRST || ((Line) arguments[0]).people().contains(new Person(address & -STEP));
    }
}

package ashlar.refinement.trial;

import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.theory.Type;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random arguments. Numbers are often at the edges of their ranges; small ones come from the universe.
final class Inputs {
    /// The numbers that quantifiers range over in a trial.
    static final List<Long> UNIVERSE = List.of(-1L, 0L, 1L, 2L, 3L, 4L, 5L, 6L);

    private static final int MOST_ELEMENTS = 4;

    private final Classes classes;
    private final RandomGenerator random;
    private final boolean small;

    Inputs(Classes classes, RandomGenerator random, boolean small) {
        this.classes = classes;
        this.random = random;
        this.small = small;
    }

    Object value(Type type) {
        return switch (type) {
            case Type.Primitive(var code) -> number(code);
            case Type.Instance i          -> instance(i);
        };
    }

    /// A random number of the primitive type.
    static Object number(RandomGenerator random, char code) {
        return new Inputs(null, random, false).number(code);
    }

    private Object number(char code) {
        return switch (code) {
            case 'Z' -> random.nextBoolean();
            case 'B' -> (byte) integer(8);
            case 'S' -> (short) integer(16);
            case 'C' -> (char) integer(16);
            case 'I' -> (int) integer(32);
            case 'J' -> integer(64);
            default  -> throw new IllegalArgumentException("no random value of type " + code);
        };
    }

    private long integer(int bits) {
        if (small) return UNIVERSE.get(random.nextInt(UNIVERSE.size()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> random.nextInt(-4, 12);
            case 2    -> random.nextBoolean() ? -1L << (bits - 1) : ~(-1L << (bits - 1));
            case 3    -> (1L << random.nextInt(bits)) + random.nextInt(-1, 2);
            case 4    -> -(1L << random.nextInt(bits)) + random.nextInt(-1, 2);
            default   -> random.nextLong();
        };
    }

    private Object instance(Type.Instance type) {
        return switch (type.name()) {
            case "ashlar/model/collection/PMap"   -> map(type.arguments());
            case "ashlar/model/collection/PTable" -> table(type.arguments());
            case "ashlar/model/collection/PSet"   -> set(type.arguments());
            case "ashlar/model/collection/PQueue" -> queue(type.arguments());
            default -> classes.isRecord(type.name()) ? record(type) : leaf(type);
        };
    }

    private Object leaf(Type.Instance type) {
        List<String> leaves = classes.leaves(type.name());
        return instance(Type.leaf(classes, type, leaves.get(random.nextInt(leaves.size()))));
    }

    private Object record(Type.Instance type) {
        Object[] fields = Type.components(classes, type).stream().map(c -> value(c.type())).toArray();
        try {
            var constructor = Reflected.type(type.name()).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object map(List<Type> types) {
        PMap<Object, Object> map = PMap.empty();
        for (int n = random.nextInt(MOST_ELEMENTS + 1); n > 0; n--)
            map = map.put(value(types.get(0)), value(types.get(1)));
        return map;
    }

    private Object table(List<Type> types) {
        PTable<Object, Object> table = PTable.filledWith(value(types.get(1)));
        for (int n = random.nextInt(MOST_ELEMENTS + 1); n > 0; n--)
            table = table.put(value(types.get(0)), value(types.get(1)));
        return table;
    }

    private Object set(List<Type> types) {
        PSet<Object> set = PSet.empty();
        for (int n = random.nextInt(MOST_ELEMENTS + 1); n > 0; n--) set = set.add(value(types.getFirst()));
        return set;
    }

    private Object queue(List<Type> types) {
        PQueue<Object> queue = PQueue.empty();
        for (int n = random.nextInt(MOST_ELEMENTS + 1); n > 0; n--) {
            Object x = value(types.getFirst());
            if (!queue.contains(x)) queue = queue.append(x);
        }
        return queue;
    }
}

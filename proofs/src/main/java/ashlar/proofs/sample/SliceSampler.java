package ashlar.proofs.sample;

import ashlar.model.collection.PMap;
import ashlar.model.machine.Machine;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import ashlar.spec.state.Ref;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.State;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Arguments for obligations about the slice: a state, the machine that holds it, objects of the state.
public final class SliceSampler implements Sampler {
    @Override
    public Object[] arguments(Method obligation, int size, RandomGenerator random) {
        State s = States.of(random, size);
        Type[] types = obligation.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) arguments[i] = argument(types[i], s, random);
        return arguments;
    }

    private static Object argument(Type type, State s, RandomGenerator random) {
        if (type == State.class) return s;
        if (type == Machine.class) return Represent.inMemory(s);
        if (type == boolean.class) return random.nextBoolean();
        if (type == long.class) return random.nextInt(8) == 0 ? random.nextLong() : (long)
            random.nextInt(256);
        if (type == SenderPayload.class) return States.payload(random);
        if (type instanceof ParameterizedType p && p.getRawType() == Ref.class)
            return ref(p.getActualTypeArguments()[0], s, random);
        throw new IllegalArgumentException("no way to make a " + type.getTypeName());
    }

    private static Object ref(Type of, State s, RandomGenerator random) {
        if (of == ashlar.spec.state.Tcb.class) return random.nextInt(3) == 0 ? s.current()
            : pick(s.threads(), random);
        if (of == ashlar.spec.state.Endpoint.class) return pick(s.endpoints(), random);
        throw new IllegalArgumentException("no way to make a reference to " + of.getTypeName());
    }

    private static <K> K pick(PMap<K, ?> map, RandomGenerator random) {
        List<K> keys = new ArrayList<>(map.keys());
        keys.sort((a, b) -> a.toString().compareTo(b.toString()));
        return keys.get(random.nextInt(keys.size()));
    }

    @Override
    public Object[] copy(Object[] arguments) {
        Object[] copies = arguments.clone();
        for (int i = 0; i < copies.length; i++) if (copies[i] instanceof Machine m) copies[i] = m.copy();
        return copies;
    }

    @Override
    public List<Row> picture(String when, Object[] values) {
        return Picture.of(when, values);
    }

    @Override
    public boolean isInObject(Object[] arguments, long address) {
        return true;
    }
}

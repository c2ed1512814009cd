package ashlar.proofs.sample;

import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Sampler;
import ashlar.spec.cspace.Slots;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import java.lang.reflect.Method;
import java.util.List;
import java.util.random.RandomGenerator;

/// Arguments for obligations about the slice: a state, the machine that holds it, objects of the state.
public final class SliceSampler implements Sampler {
    private static final long THREAD_SIZE = 2048;
    private static final long NOTIFICATION_SIZE = 32;
    private static final long ENDPOINT_SIZE = 16;

    @Override
    public Object[] arguments(Method obligation, int size, RandomGenerator random) {
        var choice = new Choice(random);
        State s = States.of(random, size);
        return new Arguments(choice.oneIn(6) ? Halfway.from(s, choice) : s, choice).of(obligation);
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
        if (isKernelData(address)) return true;
        for (Object argument : arguments) if (argument instanceof State s) return isInObject(s, address);
        return false;
    }

    private static boolean isKernelData(long address) {
        return address >>> Platform.KERNEL_DATA_SIZE_BITS
            == Platform.KERNEL_DATA >>> Platform.KERNEL_DATA_SIZE_BITS;
    }

    private static boolean isInObject(State s, long address) {
        return s.threads().has(new Ref<>(address & -THREAD_SIZE))
            || s.endpoints().has(new Ref<>(address & -ENDPOINT_SIZE))
            || s.notifications().has(new Ref<>(address & -NOTIFICATION_SIZE))
            || s.caps().has(new Slot(address & -Slots.SIZE));
    }
}

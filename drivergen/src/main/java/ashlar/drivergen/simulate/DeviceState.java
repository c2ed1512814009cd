package ashlar.drivergen.simulate;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that a device holds.
final class DeviceState {
    private final Map<String, long[]> words = new TreeMap<>();
    private final Map<String, Deque<Long>> queues = new TreeMap<>();
    private final Map<String, List<Long>> streams = new TreeMap<>();

    private DeviceState() { }

    /// After a reset; what the manual does not give is chosen.
    static DeviceState reset(Device device, Choices choices) {
        var state = new DeviceState();
        for (Register r : device.registers()) state.words.put(r.name(), registers(r, choices));
        for (Named.State s : device.states()) state.start(s.name(), s.type(), s.initial().orElse(null),
            choices);
        for (Named.Input i : device.inputs()) state.start(i.name(), i.type(), 0L, choices);
        for (Named.Output o : device.outputs()) state.start(o.name(), o.type(), 0L, choices);
        return state;
    }

    private static long[] registers(Register r, Choices choices) {
        long[] values = new long[r.count()];
        for (int i = 0; i < values.length; i++)
            values[i] = r.resetValue() | choices.any(r.bits()) & ~r.resetKnown();
        return values;
    }

    private void start(String name, Type type, Long initial, Choices choices) {
        switch (type) {
            case Type.Queue _  -> queues.put(name, new ArrayDeque<>());
            case Type.Stream _ -> streams.put(name, new ArrayList<>());
            case Type.Word w   -> words.put(name, filled(1, w, initial, choices));
            case Type.Array a  -> words.put(name, filled(a.size(), a.of(), initial, choices));
        }
    }

    private static long[] filled(int size, Type.Word word, Long initial, Choices choices) {
        long[] values = new long[size];
        for (int i = 0; i < size; i++) values[i] = initial != null ? initial : choices.any(word.bits());
        return values;
    }

    DeviceState copy() {
        var copy = new DeviceState();
        words.forEach((name, values) -> copy.words.put(name, values.clone()));
        queues.forEach((name, values) -> copy.queues.put(name, new ArrayDeque<>(values)));
        streams.forEach((name, values) -> copy.streams.put(name, new ArrayList<>(values)));
        return copy;
    }

    /// A register, a state, an input or an output; for arrays, an element.
    long word(String name, long index) {
        return words.get(name)[(int) index];
    }

    void setWord(String name, long index, long value) {
        words.get(name)[(int) index] = value;
    }

    int size(String name) {
        return words.get(name).length;
    }

    Deque<Long> queue(String name) {
        return queues.get(name);
    }

    List<Long> stream(String name) {
        return streams.get(name);
    }

    /// Replaces the bits of a field.
    void setField(String register, long index, Field f, long value) {
        long word = word(register, index);
        setWord(register, index, word & ~f.mask() | value << f.low() & f.mask());
    }

    /// Two states with the same text are the same, but for what was sent.
    String text() {
        var text = new StringBuilder();
        words.forEach((name, values) -> text.append(name).append(Arrays.toString(values)));
        queues.forEach((name, values) -> text.append(name).append(values));
        return text.toString();
    }
}

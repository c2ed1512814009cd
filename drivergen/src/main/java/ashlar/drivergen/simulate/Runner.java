package ashlar.drivergen.simulate;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Device.Always;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Field;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Parameter;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.RegisterPart;
import ashlar.drivergen.ast.Statement;
import ashlar.drivergen.ast.Type;
import ashlar.drivergen.check.Evaluation;
import ashlar.model.bus.SharedMemory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Evaluates expressions and runs statements of one device.
final class Runner {
    private final Device device;
    private final Map<String, Register> registers = new HashMap<>();
    private final Map<String, List<Always>> always = new HashMap<>();
    private final Map<String, Named.Function> functions = new HashMap<>();
    private final Map<String, Named.Action> actions = new HashMap<>();
    private final Map<String, Named.State> states = new HashMap<>();
    private final SharedMemory memory;
    private final SharedAccess shared;
    private final List<Violation> violations = new ArrayList<>();
    private final Deque<Map<String, Long>> frames = new ArrayDeque<>();
    private DeviceState state;
    private DeviceState old;
    private long written;
    private Choices choices;

    Runner(Device device, SharedMemory memory, Choices choices) {
        this.device = device;
        this.memory = memory;
        this.choices = choices;
        this.shared = new SharedAccess(device.sharing(), memory);
        device.registers().forEach(r -> registers.put(r.name(), r));
        device.always().forEach(a -> always.computeIfAbsent(a.register(), _ -> new ArrayList<>()).add(a));
        device.functions().forEach(f -> functions.put(f.name(), f));
        device.actions().forEach(a -> actions.put(a.name(), a));
        device.states().forEach(s -> states.put(s.name(), s));
        frames.push(new HashMap<>());
        reset();
    }

    void reset() {
        state = DeviceState.reset(device, choices);
        old = state;
        run(device.onReset());
    }

    DeviceState state() {
        return state;
    }

    void setState(DeviceState newState) {
        state = newState;
    }

    void setChoices(Choices newChoices) {
        choices = newChoices;
    }

    Choices choices() {
        return choices;
    }

    List<Violation> violations() {
        return violations;
    }

    void violate(Violation v) {
        violations.add(v);
    }

    /// From here on, `old` means the state as it is now.
    void remember(boolean needed) {
        old = needed ? state.copy() : state;
    }

    void setWritten(long value) {
        written = value;
    }

    /// Runs with a variable of its own.
    void with(Optional<String> name, long value, Runnable body) {
        frames.push(new HashMap<>());
        name.ifPresent(n -> frames.peek().put(n, value));
        body.run();
        frames.pop();
    }

    void with(List<Parameter> parameters, long[] values, Runnable body) {
        frames.push(new HashMap<>());
        for (int i = 0; i < values.length; i++) frames.peek().put(parameters.get(i).name(), values[i]);
        body.run();
        frames.pop();
    }

    boolean holds(Expression e) {
        return value(e) != 0;
    }

    boolean holds(Optional<Expression> guard) {
        return guard.isEmpty() || holds(guard.get());
    }

    long value(Expression e) {
        return Evaluation.value(e, this::leaf);
    }

    private long leaf(Expression e) {
        return switch (e) {
            case Expression.Any(int bits)              -> choices.any(bits);
            case Expression.Local(String name, _)      -> frames.peek().get(name);
            case Expression.StateValue(String name, _) -> state.word(name, 0);
            case Expression.InputValue(String name, _) -> state.word(name, 0);
            case Expression.ElementOf(String array, var index, _) ->
                state.word(array, within(array, value(index)));
            case Expression.QueueQuery q               -> query(q);
            case Expression.RegisterValue(var part, _) -> partValue(part);
            case Expression.Written _                  -> written;
            case Expression.Old(var of, _)             -> before(of);
            case Expression.Apply(String name, var arguments, _) -> apply(functions.get(name), arguments);
            case Expression.Load(var address, int bits) -> SharedAccess.load(memory, value(address), bits);
            case Expression.SharedValue(var part, _)   ->
                shared.load(part.shared(), part.index().map(this::value).orElse(0L),
                    value(shared.declared(part.shared()).address()), part.field().orElseThrow());
            default -> throw new IllegalStateException("a device cannot evaluate " + e);
        };
    }

    private long within(String array, long index) {
        return Long.remainderUnsigned(index, state.size(array));
    }

    private long before(Expression e) {
        DeviceState now = state;
        state = old;
        try {
            return value(e);
        } finally {
            state = now;
        }
    }

    private long query(Expression.QueueQuery q) {
        Deque<Long> queue = state.queue(q.queue());
        return switch (q.query()) {
            case EMPTY -> queue.isEmpty() ? 1 : 0;
            case FULL  -> queue.size() >= capacity(q.queue()) ? 1 : 0;
            case SIZE  -> queue.size();
            case HEAD  -> queue.isEmpty() ? choices.any(q.bits()) : queue.peekFirst();
            case POP   -> queue.isEmpty() ? choices.any(q.bits()) : queue.pollFirst();
        };
    }

    private int capacity(String queue) {
        return ((Type.Queue) states.get(queue).type()).capacity();
    }

    private long apply(Named.Function f, List<Expression> arguments) {
        long[] values = arguments.stream().mapToLong(this::value).toArray();
        long[] result = new long[1];
        with(f.parameters(), values, () -> result[0] = value(f.value()));
        return result[0];
    }

    private long partValue(RegisterPart part) {
        Register r = registers.get(part.register());
        long index = part.index().map(this::value).orElse(0L);
        if (part.field().isEmpty()) return registerValue(r, index);
        Field f = r.field(part.field().get()).orElseThrow();
        for (Always a : always.getOrDefault(r.name(), List.of())) {
            if (a.field().isEmpty()) return computed(a, index) >>> f.low() & Type.Word.mask(f.bits());
            if (a.field().get().equals(f.name())) return computed(a, index);
        }
        return state.word(r.name(), index) >>> f.low() & Type.Word.mask(f.bits());
    }

    private long computed(Always a, long index) {
        long[] value = new long[1];
        with(a.index(), index, () -> value[0] = value(a.value()));
        return value[0];
    }

    /// What a register holds, computed parts included.
    long registerValue(Register r, long index) {
        long word = state.word(r.name(), index);
        for (Always a : always.getOrDefault(r.name(), List.of())) {
            if (a.field().isEmpty()) return computed(a, index);
            Field f = r.field(a.field().get()).orElseThrow();
            word = word & ~f.mask() | computed(a, index) << f.low() & f.mask();
        }
        return word;
    }

    void run(List<Statement> block) {
        frames.push(new HashMap<>(frames.peek()));
        block.forEach(this::run);
        frames.pop();
    }

    private void run(Statement s) {
        switch (s) {
            case Statement.Let(_, String name, var value) -> frames.peek().put(name, value(value));
            case Statement.SetState(_, String name, var value) -> state.setWord(name, 0, value(value));
            case Statement.SetElement(_, String array, var index, var value) ->
                state.setWord(array, within(array, value(index)), value(value));
            case Statement.SetRegister set      -> set(set);
            case Statement.Push(_, String q, var value) -> push(q, value(value), s);
            case Statement.Clear(_, String q)   -> state.queue(q).clear();
            case Statement.Drop(_, String q)    -> state.queue(q).pollFirst();
            case Statement.Send(_, String output, var value) -> state.stream(output).add(value(value));
            case Statement.Call(_, String name, var arguments) -> call(actions.get(name), arguments);
            case Statement.If i                 -> run(holds(i.condition()) ? i.yes() : i.no());
            case Statement.Choose c             -> run(c.blocks().get(choices.pick(c.blocks().size())));
            case Statement.For f                -> loop(f);
            case Statement.Undefined u          -> violations.add(new Violation(u.place(), u.reason()));
            case Statement.Store(_, var address, var value) ->
                SharedAccess.store(memory, value(address), value.bits(), value(value));
            case Statement.SetShared(_, var part, var value) ->
                shared.store(part.shared(), part.index().map(this::value).orElse(0L),
                    value(shared.declared(part.shared()).address()), part.field().orElseThrow(),
                        value(value));
            case Statement.Give g               -> shared.give(g.part().shared(),
                g.part().index().map(this::value).orElse(0L), g.to());
            default -> throw new IllegalStateException("a device does not do this: " + s);
        }
    }

    private void push(String queue, long value, Statement at) {
        if (state.queue(queue).size() < capacity(queue)) state.queue(queue).addLast(value);
        else violations.add(new Violation(at.place(), "`" + queue + "` overflows"));
    }

    private void set(Statement.SetRegister set) {
        Register r = registers.get(set.part().register());
        long index = set.part().index().map(this::value).orElse(0L);
        long value = value(set.value());
        if (set.part().field().isEmpty()) state.setWord(r.name(), index, value);
        else state.setField(r.name(), index, r.field(set.part().field().get()).orElseThrow(), value);
    }

    private void call(Named.Action action, List<Expression> arguments) {
        long[] values = arguments.stream().mapToLong(this::value).toArray();
        with(action.parameters(), values, () -> run(action.body()));
    }

    private void loop(Statement.For f) {
        long to = value(f.to());
        for (long i = value(f.from()); Long.compareUnsigned(i, to) < 0; i++) {
            frames.push(new HashMap<>(frames.peek()));
            frames.peek().put(f.name(), i);
            run(f.body());
            frames.pop();
        }
    }
}

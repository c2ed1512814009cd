package ashlar.proofs.sample;

import ashlar.impl.layout.KernelPtr;
import ashlar.model.collection.PForest;
import ashlar.model.collection.PQueue;
import ashlar.model.machine.Machine;
import ashlar.model.platform.Platform;
import ashlar.spec.cspace.CNodeInvocation;
import ashlar.spec.cspace.Rotation;
import ashlar.spec.cspace.SlotAddress;
import ashlar.spec.state.CNode;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.CapabilitySlots;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Level;
import ashlar.spec.state.Notification;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Rights;
import ashlar.spec.state.SenderPayload;
import ashlar.spec.state.SchedulerAction;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.syscall.Event;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Arguments that fit one state and, for the most part, one another.
final class Arguments {
    private static final int NUM_SYSCALLS = 8;

    private final State s;
    private final Choice choice;
    private final Pick pick;
    private final Values values;
    private final SlotArguments slots;
    private long object = Platform.KERNEL_DATA;
    private boolean isGiven;

    Arguments(State s, Choice choice) {
        this.s = s;
        this.choice = choice;
        this.pick = new Pick(s, choice);
        this.values = new Values(s, choice, pick);
        this.slots = new SlotArguments(s, choice, pick);
    }

    /// Capabilities come last: they are mostly such as the slots among the arguments hold.
    Object[] of(Method obligation) {
        Parameter[] parameters = obligation.getParameters();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < arguments.length; i++)
            if (!Capability.class.isAssignableFrom(parameters[i].getType()))
                arguments[i] = argument(parameters[i]);
        Deque<Long> making = new ArrayDeque<>(List.of(KernelPtr.NEW_CAP, KernelPtr.NEW_PIVOT_CAP));
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] != null) continue;
            String name = parameters[i].getName();
            Capability cap = parameters[i].getType() == CNodeCap.class ? slots.cnode(name)
                : slots.capability(name);
            arguments[i] = cap;
            if (!making.isEmpty()) make(arguments, making.pop(), cap);
        }
        for (int i = 0; i < arguments.length; i++)
            if (arguments[i] instanceof Slot slot) note(arguments, parameters[i].getName(), slot);
        return arguments;
    }

    /// Lets the kernel have noted slot as one of an invocation, as it does before it performs it.
    private static void note(Object[] arguments, String name, Slot slot) {
        for (Object argument : arguments) {
            if (!(argument instanceof Machine m)) continue;
            switch (name) {
                case "src"          -> KernelPtr.setSourceSlot(m, slot.addr());
                case "dest", "slot" -> KernelPtr.setDestSlot(m, slot.addr());
                case "pivot"        -> KernelPtr.setPivotSlot(m, slot.addr());
                default             -> { }
            }
        }
    }

    /// Lets the kernel be making cap, as it does before it puts it into a slot.
    private static void make(Object[] arguments, long at, Capability cap) {
        for (Object argument : arguments)
            if (argument instanceof Machine m) Represent.capability(m, at, cap);
    }

    private Object argument(Parameter parameter) {
        Type type = parameter.getParameterizedType();
        if (type == State.class) return state();
        if (type == CapabilitySlots.class) return States.of(choice.random(), 2).slots();
        if (type == Machine.class) return choice.either() ? Represent.inMemory(s)
            : Represent.inStaleMemory(s, choice.random());
        if (type == boolean.class) return choice.either();
        if (type == int.class) return -1 - (int) choice.below(NUM_SYSCALLS);
        if (type == long.class) return number(parameter.getName().toLowerCase(Locale.ROOT));
        if (type == Slot.class) return slots.slot(parameter.getName().toLowerCase(Locale.ROOT));
        if (type == SlotAddress.class) return slots.address();
        if (type == Rights.class) return choice.rights();
        if (type == SenderPayload.class) return choice.payload();
        if (type == ThreadState.class) return pick.threadState();
        if (type == SchedulerAction.class) return values.action();
        if (type == Event.class) return values.event();
        if (type == CNodeInvocation.class) return values.invocation();
        if (type == Rotation.class) return Values.rotation(choice, slots);
        if (type == Level.class) return new Level(domain(), choice.priority());
        if (type instanceof ParameterizedType p && p.getRawType() == Ref.class)
            return ref(p.getActualTypeArguments()[0], parameter.getName());
        if (type instanceof ParameterizedType p && p.getRawType() == PQueue.class) return values.queue();
        if (type instanceof ParameterizedType p && p.getRawType() == PForest.class) return s.derivation();
        throw new IllegalArgumentException("no way to make a " + type.getTypeName());
    }

    /// The state; then others with the same objects.
    private State state() {
        if (isGiven) return Halfway.from(s, choice);
        isGiven = true;
        return s;
    }

    private Object ref(Type of, String name) {
        if (of == Tcb.class) return name.equals("thread") && choice.either() ? s.current() : pick.thread();
        if (of == Endpoint.class) return pick.endpoint();
        if (of == Notification.class) return pick.notification();
        if (of == CNode.class) return pick.cnode();
        throw new IllegalArgumentException("no way to make a reference to " + of.getTypeName());
    }

    /// A number of the kind that a parameter's name tells.
    private long number(String name) {
        if (name.contains("priority") || name.equals("mcp")) return choice.priority();
        if (name.contains("badge")) return choice.badge();
        if (name.contains("domain")) return domain();
        if (name.contains("depth") || name.contains("bits")) return slots.depth();
        if (name.contains("cptr") || name.contains("index")) return slots.cptr();
        if (namesSlot(name)) return noted(slots.slot(name).addr());
        return switch (name) {
            case "thread", "t", "from", "to", "sender", "receiver", "caller", "authority" ->
                noted(pick.thread().addr());
            case "ep", "endpoint"       -> noted(pick.endpoint().addr());
            case "ntfn", "notification" -> noted(pick.notification().addr());
            case "cnode"                -> pick.cnode().addr();
            case "newcap"               -> KernelPtr.NEW_CAP;
            case "object"               -> noted(pick.thread().addr());
            case "addr"                 -> wordIn(choice.oneIn(3) ? Platform.KERNEL_DATA : object);
            case "i"                    -> choice.below(6);
            default                     -> choice.word();
        };
    }

    /// An object's address, for an argument that is to lie in the object.
    private long noted(long addr) {
        object = addr;
        return addr;
    }

    /// The address of one of the first words from object on; more often one of the very first.
    private long wordIn(long object) {
        return object + 8 * choice.below(choice.either() ? 4 : 256);
    }

    private static boolean namesSlot(String name) {
        return name.contains("slot") || name.contains("cap") && !name.equals("newcap")
            || name.startsWith("src") || name.startsWith("dest");
    }

    private long domain() {
        return choice.oneIn(3) ? choice.below((int) Platform.NUM_DOMAINS) : s.domain();
    }
}

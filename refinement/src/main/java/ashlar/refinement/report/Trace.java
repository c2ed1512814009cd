package ashlar.refinement.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What instrumented functions did while a trace was being taken on their thread. The public functions are
/// what they call.
public final class Trace {
    private static final int MOST_EVENTS = 500_000;
    private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

    private final Map<String, Function> functions;
    private final Call outermost = new Call(null, new Function("", "", "()V", List.of(), 0), List.of());
    private Call innermost = outermost;
    private int events;

    /// The functions under way are given up.
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;

        Endless() {
            super("no end in sight after " + MOST_EVENTS + " calls, comparisons and stores");
        }
    }

    private Trace(Map<String, Function> functions) {
        this.functions = functions;
    }

    /// Takes a trace of a run of instrumented functions.
    /// @param functions by their keys
    static Trace of(Map<String, Function> functions, Runnable run) {
        Trace trace = new Trace(functions);
        CURRENT.set(trace);
        try {
            run.run();
        } finally {
            CURRENT.remove();
        }
        return trace;
    }

    /// A function begins.
    /// @return what `leave` and `resume` are to be given
    public static Object enter(String key, Object[] arguments) {
        Trace trace = CURRENT.get();
        return trace == null ? null : trace.entered(key, arguments);
    }

    /// A function is about to return result, boxed; null if there is none.
    public static void leave(Object result, Object call) {
        Trace trace = CURRENT.get();
        if (trace == null || call == null) return;
        ((Call) call).returns(result);
        trace.innermost = ((Call) call).caller();
    }

    /// A function goes on after an exception.
    public static void resume(Object call) {
        Trace trace = CURRENT.get();
        if (trace != null && call != null) trace.innermost = (Call) call;
    }

    /// The innermost function has computed what it is about to assume or prove.
    public static void claim(String word) {
        Trace trace = CURRENT.get();
        if (trace != null) trace.add(new Event.Claim(word));
    }

    /// The innermost function asks whether the two are equal.
    public static void compare(Object left, Object right) {
        Trace trace = CURRENT.get();
        if (trace != null && left != null && right != null)
            trace.add(new Event.Comparison(left, right));
    }

    /// The innermost function stores the word at address.
    public static void store(long address) {
        Trace trace = CURRENT.get();
        if (trace != null) trace.add(new Event.Store(address, new Throwable()));
    }

    private void add(Event event) {
        if (++events > MOST_EVENTS) throw new Endless();
        innermost.add(event);
    }

    private Call entered(String key, Object[] arguments) {
        List<Object> values = Collections.unmodifiableList(Arrays.asList(arguments));
        Call call = new Call(innermost, functions.get(key), values);
        add(call);
        innermost = call;
        return call;
    }

    /// The first function that was called.
    Call first() {
        return outermost.calls().getFirst();
    }
}

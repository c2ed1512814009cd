package ashlar.refinement.lift;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Merge;
import ashlar.refinement.heap.Value;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.util.List;
import java.util.function.Function;

/// The place of a call to a known method: what such a method may look at and do.
public final class Site {
    private final Activation activation;
    private final Frame frame;

    Site(Activation activation, Frame frame) {
        this.activation = activation;
        this.frame = frame;
    }

    public Terms terms() {
        return activation.executor().terms;
    }

    public Merge merge() {
        return activation.executor().merge;
    }

    public Executor executor() {
        return activation.executor();
    }

    public Heap heap() {
        return frame.heap;
    }

    public void setHeap(Heap heap) {
        frame.heap = heap;
    }

    /// The condition under which the call is reached.
    public Term guard() {
        return frame.guard.term();
    }

    /// The condition under which the call is reached from where the outermost method made its call: whether
    /// it came so far is left open.
    public Term guardWithin() {
        return frame.guard.since(activation.executor().within(frame.guard));
    }

    /// Where the method that makes the call has raised no exception before, whatever its branches.
    public Term raisesNothing() {
        return activation.raisesNothing();
    }

    /// File and line of the call.
    public String where() {
        return activation.executor().where();
    }

    /// Whether the call is made for each of many values: then what it takes and gives has bound variables.
    public boolean isQuantified() {
        return activation.executor().isQuantified();
    }

    /// Executes the static method as its bytecode says, here and under this guard.
    public Value execute(String owner, String name, String descriptor, List<Value> arguments) {
        return activation.calls().execute(activation, frame, owner, name, descriptor, arguments);
    }

    /// Raises an exception where c holds; what follows is where it does not.
    public void raiseIf(Term c, String type) {
        activation.raiseIf(c, type);
    }

    /// What closure comes to on arguments in the heap of this place, whatever its guard: for quantifiers,
    /// whose bound
    /// variables no guard speaks of. It must not change the heap.
    public Function<List<Value>, Executor.Result> applier(Value.Closure closure) {
        Heap heap = frame.heap;
        Executor executor = activation.executor();
        return arguments -> {
            var outcome = executor.quantified(() ->
                executor.calls.apply(closure, arguments, Guard.always(terms()), heap));
            return new Executor.Result(outcome.guard().term(), outcome.value(), outcome.heap(),
                outcome.raised());
        };
    }
}

package ashlar.refinement.lift;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Merge;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Executes methods on terms. Paths that meet are merged; a path whose guard is false is dropped; an
/// exception
/// is an outcome with a guard of its own. Loops are unrolled until no path stays in them.
public final class Executor {
    /// An exception that leaves a method, and when.
    public record Raised(Guard guard, Heap heap, String type, String at) {
        public Term when() {
            return guard.term();
        }
    }

    /// What a call came to: where it returns, with what; and what it raises.
    record Outcome(Guard guard, Heap heap, Value value, List<Raised> raised) { }

    private static final int DEEPEST = 100;
    private static final int MOST_RECURSIVE = 20;
    private static final int UNROLLED_FREELY = 4;
    private static final int UNROLLED_AT_MOST = 300;

    final Terms terms;
    final Merge merge;
    final Classes classes;
    final Arithmetic arithmetic;
    final Calls calls;
    private final Objects objects;
    private final Predicate<Term> impossible;
    private final Forks forks;
    private final List<Code> stack = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final List<Guard> starts = new ArrayList<>();
    private int identities;
    private int quantifiers;

    /// @param known      the classes known by heart
    /// @param impossible whether a guard contradicts what is assumed; asked to leave loops
    public Executor(Terms terms, Classes classes, Known known, Predicate<Term> impossible) {
        this(terms, classes, known, impossible, Forks.NONE);
    }

    /// @param forks the branches whose sides are not joined
    public Executor(Terms terms, Classes classes, Known known, Predicate<Term> impossible, Forks forks) {
        this.forks = forks;
        this.terms = terms;
        this.merge = new Merge(terms);
        this.classes = classes;
        this.arithmetic = new Arithmetic(terms, merge);
        this.objects = new Objects(this);
        this.calls = new Calls(this, objects, known);
        this.impossible = impossible;
    }

    int newIdentity() {
        return identities++;
    }

    public int nextIdentity() {
        return newIdentity();
    }

    public Merge merge() {
        return merge;
    }

    public Classes classes() {
        return classes;
    }

    /// Executes a static method from the start.
    public Result run(String owner, String name, String descriptor, List<Value> arguments, Heap heap) {
        var target = classes.resolve(owner, name, descriptor)
            .orElseThrow(() -> new Unsupported("no method " + owner + "." + name + descriptor));
        var outcome = invoke(target, arguments, Guard.always(terms), heap);
        return new Result(outcome.guard().term(), outcome.value(), outcome.heap(), outcome.raised());
    }

    /// What a method came to.
    public record Result(Term returns, Value value, Heap heap, List<Raised> raised) { }

    /// Where execution stands, for complaints.
    public String where() {
        return trace.isEmpty() ? "" : trace.getLast();
    }

    /// The classes whose code is being executed, the outermost call first.
    public List<String> callers() {
        return stack.stream().map(c -> c.owner).toList();
    }

    Outcome invoke(Classes.Target target, List<Value> arguments, Guard guard, Heap heap) {
        if (stack.stream().filter(c -> c.is(target)).count() > MOST_RECURSIVE)
            throw new Unsupported("recursion without a contract or a bound of " + MOST_RECURSIVE + ": "
                + target.key());
        if (trace.size() > DEEPEST)
            throw new Unsupported("recursion deeper than " + DEEPEST + " calls: " + target.key());
        if (target.method().flags().has(AccessFlag.SYNCHRONIZED))
            throw new Unsupported("synchronized method " + target.key());
        var code = classes.code(target);
        Frame start = new Frame(guard, heap, code.maxLocals);
        int i = 0;
        for (Value v : arguments) {
            start.setLocal(i, v);
            i += v instanceof Value.Num(var t) && t.width() == 64 ? 2 : 1;
        }
        trace.add(code.line(0));
        stack.add(code);
        starts.add(guard);
        var outcome = new Activation(this, code, calls, objects).run(start);
        trace.removeLast();
        stack.removeLast();
        starts.removeLast();
        return outcome;
    }

    /// What body comes to, which is executed for each of many values.
    <T> T quantified(Supplier<T> body) {
        quantifiers++;
        try {
            return body.get();
        } finally {
            quantifiers--;
        }
    }

    boolean isQuantified() {
        return quantifiers > 0;
    }

    /// The guard of the call that the outermost method is making; it is at here if it makes no other.
    Guard within(Guard here) {
        return starts.size() > 1 ? starts.get(1) : here;
    }

    void at(String line) {
        trace.set(trace.size() - 1, line);
    }

    /// What the condition of a branch in code comes to: the side that is taken, if sides are not joined
    /// there.
    Term branch(Code code, Term condition) {
        return forks.isSplit(code.key()) ? forks.takes(condition) : forks.known(condition);
    }

    /// Whether a loop is to be left, its guard being impossible.
    boolean leaves(Guard guard, int rounds, String line) {
        if (rounds > UNROLLED_AT_MOST)
            throw new Unsupported("a loop without a bound of " + UNROLLED_AT_MOST + " rounds");
        return guard.isFalse() || rounds > UNROLLED_FREELY && impossible.test(guard.term());
    }
}

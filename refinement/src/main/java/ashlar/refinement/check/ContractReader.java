package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Equality;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.Measures;
import ashlar.refinement.theory.Symbolic;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;

/// Reads a contract where its functions are called: executes its obligation on what they took and gave, and
/// writes down what that assumes and claims.
final class ContractReader {
    static final String CLAIMS = "ashlar/refinement/api/Claims";
    private static final String MACHINE = "ashlar/model/machine/Machine";

    /// Calls of the functions of a contract.
    /// @param took   what the specification's function took; empty if there is none
    /// @param gave   what it gave
    /// @param tried  what the function on trial took; empty if there is none
    /// @param after  memory after it
    /// @param result what it gave
    /// @param here   where the contract is relied on
    record Calls(Contract contract, List<Value> took, Value gave, List<Value> tried, Heap after, Value result,
        Term here) { }

    /// What a contract assumes and claims of calls.
    record Said(Term assumed, Term claimed) { }

    private final Symbolic symbolic;
    private final Classes classes;
    private final Recorder recorder;
    private final Terms terms;
    private final Contract own;
    private final List<Term> assumed = new ArrayList<>();
    private final List<Term> claimed = new ArrayList<>();
    private Calls reading;
    private Value measure;
    private boolean isMeasured;

    /// @param own the contract under proof; null if it is none
    ContractReader(Contract own, Symbolic symbolic, Classes classes, Recorder recorder, Terms terms) {
        this.own = own;
        this.symbolic = symbolic;
        this.classes = classes;
        this.recorder = recorder;
        this.terms = terms;
    }

    /// Whether a contract is being read.
    boolean isReading() {
        return reading != null;
    }

    /// Whether calls of the function are answered while a contract is being read.
    boolean knows(String key) {
        return key.startsWith(CLAIMS) || reading.contract.kernel().filter(key::equals).isPresent()
            || reading.contract.specification().filter(key::equals).isPresent();
    }

    /// The contract under proof names its measure.
    void measure(Value value) {
        if (measure != null) throw new Unsupported("two measures");
        measure = value;
    }

    /// That the measure of the contract under proof falls is a goal of its own.
    Said read(Site site, Calls calls) {
        var m = calls.contract.obligation();
        List<Value> parameters = new ArrayList<>();
        for (Parameter p : m.getParameters()) parameters.add(bound(p, calls));
        assumed.clear();
        claimed.clear();
        isMeasured = calls.contract != own;
        reading = calls;
        site.executor().run(Contract.owner(m), m.getName(), Contract.descriptor(m), parameters, site.heap());
        reading = null;
        if (!isMeasured)
            recorder.goal(Kind.TOTAL, "a measure that falls", site.where(), calls.here, terms.fls());
        return new Said(terms.and(assumed), terms.and(claimed));
    }

    /// The argument that has the name of the obligation's parameter, of the specification's call or else of
    /// the call on trial.
    private Value bound(Parameter p, Calls calls) {
        if (p.getType().getName().replace('.', '/').equals(MACHINE) && !calls.tried.isEmpty())
            return calls.tried.getFirst();
        Contract contract = calls.contract;
        int i = contract.specification().map(s -> classes.parameterNames(s).indexOf(p.getName())).orElse(-1);
        if (i >= 0) return calls.took.get(i);
        int k = contract.kernel().map(s -> classes.parameterNames(s).indexOf(p.getName())).orElse(-1);
        if (k >= 0) return calls.tried.get(k);
        throw new Unsupported("no contract: " + contract.obligation() + ": neither function has a parameter "
            + p.getName());
    }

    /// What the function gives while a contract is being read.
    Value call(Site site, String key, List<Value> arguments) {
        if (key.startsWith(CLAIMS + ".decreases")) return falls(site, arguments.getFirst());
        if (key.startsWith(CLAIMS)) {
            return claim(site, key.startsWith(CLAIMS + ".assume") ? assumed : claimed, arguments.getFirst());
        }
        boolean isTried = reading.contract.kernel().filter(key::equals).isPresent();
        if (!isTried) {
            areThose(site, arguments, reading.took, 0);
            return reading.gave;
        }
        areThose(site, arguments, reading.tried, 1);
        site.setHeap(reading.after);
        return reading.result;
    }

    /// The contract holds if the arguments that it speaks of are those of the call.
    private void areThose(Site site, List<Value> arguments, List<Value> those, int first) {
        for (int i = first; i < arguments.size(); i++) {
            assumed.add(terms.implies(site.guard(),
                new Equality(site.executor()).of(arguments.get(i), those.get(i))));
        }
    }

    /// In the next round the measure is less.
    private Value falls(Site site, Value now) {
        if (isMeasured) return null;
        recorder.goal(Kind.TOTAL, "the measure falls", site.where(), reading.here,
            terms.and(site.guard(), measure == null ? terms.fls() : Measures.falls(symbolic, now, measure)));
        isMeasured = true;
        return null;
    }

    /// What is said where it is said; and that nothing was raised on the way, as the contract's own proof
    /// shows.
    private Value claim(Site site, List<Term> said, Value holds) {
        Term t = ((Value.Num) holds).term();
        Term truth = site.merge().truth(t).orElseGet(() -> terms.not(terms.eq(t, terms.int32(0))));
        said.add(terms.and(site.raisesNothing(), terms.implies(site.guard(), truth)));
        recorder.forget();
        return null;
    }
}

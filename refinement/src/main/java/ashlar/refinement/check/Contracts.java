package ashlar.refinement.check;

import ashlar.refinement.api.Kind;
import ashlar.refinement.heap.Fieldwise;
import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Ref;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Equality;
import ashlar.refinement.lift.Known;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import ashlar.refinement.theory.Measures;
import ashlar.refinement.theory.Symbolic;
import ashlar.refinement.theory.Type;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calls of functions that have a contract. The specification's function is executed, and what it made of
/// what
/// is written down. The function on trial is not: the fields that it may write become arbitrary, its
/// contract's
/// assumptions become goals and its claims become assumptions. Which call of the specification is the
/// counterpart: the first on the same path that none before had; a wrong guess proves nothing wrong, since
/// the
/// contract holds of every state that satisfies its assumptions.
///
/// A contract holds of all states, also of those in which the obligation raises an exception before it makes
/// the call on trial. So the call is taken to be made there, too: that an exception is not raised may follow
/// from what a contract claims.
///
/// The contract under proof is relied on, too, where the function on trial begins its loop again and the
/// specification's function calls itself: induction on the rounds. That there are finitely many is a goal of
/// its
/// own, by the measure that the contract names. A function of the specification that calls itself, or whose
/// contract is opaque, is not executed elsewhere either: what it gives is arbitrary but for what the contract
/// claims.
final class Contracts implements Known {
    private static final String CLAIMS = "ashlar/refinement/api/Claims";
    private static final String MACHINE = "ashlar/model/machine/Machine";

    /// A call of the specification: where it returns, what it took and gave, and where it served already.
    /// @param isArbitrary whether it was not executed
    /// @param where       file and line
    /// @param within      where the calls served in whose course it was made
    private record Call(Term guard, List<Value> arguments, Value result, boolean isArbitrary, String where,
        List<Term> served, List<List<Term>> within) { }

    /// A contract being read: what it assumes and claims.
    private static final class Reading {
        final List<Term> assumed = new ArrayList<>();
        final List<Term> claimed = new ArrayList<>();
        final Contract contract;
        final Call counterpart;
        final List<Value> arguments;
        final Heap after;
        final Value result;
        final Term here;
        boolean falls;

        Reading(Contract contract, Call counterpart, List<Value> arguments, Heap after, Value result,
            Term here) {
            this.contract = contract;
            this.here = here;
            this.counterpart = counterpart;
            this.arguments = arguments;
            this.after = after;
            this.result = result;
        }
    }

    private final Map<String, Contract> byKernel;
    private final Map<String, List<Call>> calls = new HashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final List<List<Term>> enclosing = new ArrayList<>();
    private final Symbolic symbolic;
    private final Classes classes;
    private final Recorder recorder;
    private final Writes writes;
    private final Terms terms;
    private final Contract own;
    private Reading reading;
    private Value measure;
    private boolean isUnfolded;
    private int versions;

    /// @param byKernel the contracts of the suite, by the function on trial
    /// @param own      the contract under proof; null if it is none
    Contracts(Map<String, Contract> byKernel, Contract own, Symbolic symbolic, Classes classes,
        Recorder recorder,
        Writes writes, Terms terms) {
        this.byKernel = byKernel;
        this.own = own;
        this.symbolic = symbolic;
        this.classes = classes;
        this.recorder = recorder;
        this.writes = writes;
        this.terms = terms;
        for (Contract c : byKernel.values()) c.specification()
            .ifPresent(s -> calls.put(s, new ArrayList<>()));
    }

    /// The ids of the obligations relied on.
    Set<String> used() {
        return used;
    }

    /// The functions that are not executed and give something arbitrary.
    Set<String> arbitrary() {
        Set<String> all = new HashSet<>();
        for (Contract c : byKernel.values()) {
            if (c == own || c.specification().isEmpty()) continue;
            String specification = c.specification().get();
            if (isOpaque(specification) || isRecursive(specification))
                all.addAll(Set.of(c.kernel(), specification));
        }
        return all;
    }

    @Override
    public boolean knows(String owner, String name, String descriptor) {
        String key = owner + "." + name + descriptor;
        if (owner.equals(CLAIMS)) return reading != null || name.equals("decreases");
        if (own != null && key.equals(own.kernel()) && reading == null) return false;
        return byKernel.containsKey(key) || calls.containsKey(key);
    }

    @Override
    public boolean takesLoop(String key) {
        return own != null && key.equals(own.kernel());
    }

    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        String key = owner + "." + name + descriptor;
        if (reading != null) return read(site, owner, name, descriptor, arguments);
        if (owner.equals(CLAIMS)) {
            measure = arguments.getFirst();
            return null;
        }
        if (calls.containsKey(key)) return specified(site, owner, name, descriptor, arguments);
        return relied(site, byKernel.get(key), descriptor, arguments);
    }

    private Value specified(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        String key = owner + "." + name + descriptor;
        boolean isOwn = own != null && own.specification().filter(key::equals).isPresent();
        if (isOwn && !isUnfolded) {
            isUnfolded = true;
            Value result = site.execute(owner, name, descriptor, arguments);
            for (int i : kept(key)) {
                recorder.goal(recorder.claim(), "keeps " + own.keeps(), site.where(), site.guard(),
                    new Equality(site.executor())
                        .of(component(result, i), component(arguments.getFirst(), i)));
            }
            return result;
        }
        boolean isArbitrary = isOwn || isRecursive(key) || isOpaque(key);
        List<List<Term>> within = List.copyOf(enclosing);
        List<Term> served = new ArrayList<>();
        enclosing.add(served);
        Value result = isArbitrary ? keeping(key, arbitrary(key), arguments)
            : site.execute(owner, name, descriptor, arguments);
        enclosing.removeLast();
        calls.get(key).add(new Call(site.guardWithin(), List.copyOf(arguments), result, isArbitrary,
            site.where(), served, within));
        return result;
    }

    /// After all calls: that one on trial belongs to each call of the specification that was not executed.
    /// Its contract's assumptions are goals then, without which the function might raise an exception, or not
    /// keep what it is said to keep. What is called in the course of a function that has a counterpart is the
    /// concern of that one's contract.
    void close() {
        for (List<Call> of : calls.values()) for (Call c : of) if (c.isArbitrary) {
            List<Term> served = new ArrayList<>(c.served);
            c.within.forEach(served::addAll);
            recorder.goal(Kind.LEMMA, "a counterpart on trial of this call", c.where, c.guard,
                terms.or(served));
        }
    }

    /// result with the components that the contract of the specification's function keeps.
    private Value keeping(String key, Value result, List<Value> arguments) {
        List<Integer> kept = kept(key);
        if (kept.isEmpty() || !(result instanceof Value.Rec(var type, var fields))) return result;
        List<Value> all = new ArrayList<>(fields);
        for (int i : kept) all.set(i, component(arguments.getFirst(), i));
        return new Value.Rec(type, all);
    }

    private static Value component(Value record, int index) {
        if (record instanceof Value.Rec(_, var fields)) return fields.get(index);
        throw new Unsupported("a contract that keeps components of what is no record");
    }

    /// Which components the contract of the specification's function keeps.
    private List<Integer> kept(String key) {
        List<Integer> kept = new ArrayList<>();
        for (Contract c : byKernel.values()) {
            if (c.specification().filter(key::equals).isEmpty()) continue;
            var components = c.obligation().getParameterTypes()[0].getRecordComponents();
            for (String name : c.keeps()) kept.add(index(components, name, c));
        }
        return kept;
    }

    private static int index(RecordComponent[] components, String name, Contract c) {
        for (int i = 0; components != null && i < components.length; i++) {
            if (components[i].getName().equals(name)) return i;
        }
        throw new Unsupported("no contract: " + c.obligation() + " keeps " + name
            + ", which is no component");
    }

    /// Where nothing is on trial no contract tells what the function gives: there it is executed.
    private boolean isOpaque(String key) {
        return recorder.claim() == Kind.REFINES && byKernel.values().stream()
            .anyMatch(c -> c.isOpaque() && c.specification().filter(key::equals).isPresent());
    }

    private boolean isRecursive(String key) {
        return classes.body(key).elementStream()
            .anyMatch(e -> e instanceof InvokeInstruction i && key.equals(Classes.key(i)));
    }

    private Value arbitrary(String key) {
        var method = classes.method(key);
        var signature = method.findAttribute(Attributes.signature()).map(a -> a.asMethodSignature())
            .orElse(MethodSignature.of(method.methodTypeSymbol()));
        String name = method.methodName().stringValue() + "#" + versions++;
        return symbolic.value(Type.of(signature.result(), Map.of()), name, List.of());
    }

    /// A call of the function on trial.
    private Value relied(Site site, Contract contract, String descriptor, List<Value> arguments) {
        if (contract != own) used.add(Claim.id(contract.obligation()));
        String version = contract.obligation().getName() + "#" + versions++;
        Heap after = havoc(site.heap(), contract.kernel(), arguments, version);
        Value result = descriptor.endsWith(")V") ? null
            : symbolic.value(Type.of(Signature.parseFrom(descriptor.substring(descriptor.indexOf(')') + 1)),
                Map.of()), version, List.of());
        Term open = site.guardWithin();
        for (Call c : counterparts(contract)) {
            Term here = terms.and(open, c.guard, terms.not(terms.or(c.served)));
            if (here.isFalse()) continue;
            apply(site, contract, new Reading(contract, c, arguments, after, result, here));
            c.served.add(here);
            open = terms.and(open, terms.not(here));
        }
        recorder.goal(Kind.LEMMA, "a counterpart of this call in the specification", site.where(),
            open, terms.fls());
        site.setHeap(after);
        return result;
    }

    private List<Call> counterparts(Contract contract) {
        return contract.specification().map(calls::get)
            .orElseGet(() -> List.of(new Call(terms.tru(), List.of(), null, false, "", new ArrayList<>(),
                List.of())));
    }

    private Heap havoc(Heap heap, String kernel, List<Value> arguments, String version) {
        if (!(arguments.getFirst() instanceof Ref(var id, _)
            && heap.at(id) instanceof Heap.Cell.Memory(var memory))) {
            throw new Unsupported("a contract without a machine: " + kernel);
        }
        Fieldwise changed = memory;
        for (var a : writes.of(kernel)) changed = changed.havoc(a.field(), version, a.keys(), a.sort());
        return heap.with(id, new Heap.Cell.Memory(changed));
    }

    private void apply(Site site, Contract contract, Reading contents) {
        Term here = contents.here;
        var m = contract.obligation();
        List<Value> parameters = new ArrayList<>();
        for (Parameter p : m.getParameters()) parameters.add(bound(p, contract, contents));
        reading = contents;
        contents.falls = contract != own;
        site.executor().run(Contract.owner(m), m.getName(), Contract.descriptor(m), parameters, site.heap());
        reading = null;
        recorder.goal(Kind.LEMMA, "assumptions of " + Claim.id(m), site.where(), here,
            terms.and(contents.assumed));
        recorder.assume(terms.implies(here, terms.and(contents.claimed)));
    }

    /// The argument that has the name of the obligation's parameter, of the specification's call or else of
    /// the
    /// call on trial.
    private Value bound(Parameter p, Contract contract, Reading contents) {
        Class<?> type = p.getType();
        if (type.getName().replace('.', '/').equals(MACHINE)) return contents.arguments.getFirst();
        if (contract.specification().isPresent()) {
            int i = classes.parameterNames(contract.specification().get()).indexOf(p.getName());
            if (i >= 0) return contents.counterpart.arguments.get(i);
        }
        int i = classes.parameterNames(contract.kernel()).indexOf(p.getName());
        if (i >= 0) return contents.arguments.get(i);
        throw new Unsupported("no contract: " + contract.obligation() + ": neither function has a parameter "
            + p.getName());
    }

    /// The contract's own two functions were called with what it says; others' it may use to say so.
    private Value read(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        String key = owner + "." + name + descriptor;
        if (key.startsWith(CLAIMS + ".decreases")) return falls(site, arguments.getFirst());
        if (key.startsWith(CLAIMS)) {
            return claim(site, key.startsWith(CLAIMS + ".assume") ? reading.assumed : reading.claimed,
                arguments.getFirst());
        }
        if (reading.contract.specification().filter(key::equals).isPresent()) {
            agree(site, 0, arguments, reading.counterpart.arguments);
            return reading.counterpart.result;
        }
        if (!key.equals(reading.contract.kernel())) return site.execute(owner, name, descriptor, arguments);
        agree(site, 1, arguments, reading.arguments);
        site.setHeap(reading.after);
        return reading.result;
    }

    private void agree(Site site, int from, List<Value> said, List<Value> given) {
        Equality equality = new Equality(site.executor());
        for (int i = from; i < said.size(); i++)
            reading.assumed.add(terms.implies(site.guard(), equality.of(said.get(i), given.get(i))));
    }

    /// In the next round the measure is less.
    private Value falls(Site site, Value now) {
        if (reading.falls) return null;
        recorder.goal(Kind.TOTAL, "the measure falls", site.where(), terms.and(reading.here, site.guard()),
            Measures.falls(symbolic, now, measure));
        reading.falls = true;
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

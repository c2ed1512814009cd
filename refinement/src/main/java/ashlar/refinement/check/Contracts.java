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
import ashlar.refinement.theory.Symbolic;
import ashlar.refinement.theory.Type;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calls of functions that have a contract. The specification's function is executed, and what it made of
/// what is written down. The function on trial is not: the fields that it may write become arbitrary, its
/// contract's assumptions become goals and its claims become assumptions. Which call of the specification is
/// the counterpart: the first on the same path that none before had; a wrong guess proves nothing wrong,
/// since the contract holds of every state that satisfies its assumptions.
///
/// A contract holds of all states, also of those in which the obligation raises an exception before it makes
/// the call on trial. So the call is taken to be made there, too: that an exception is not raised may follow
/// from what a contract claims.
///
/// The contract under proof is relied on, too, where the function on trial begins its loop again and the
/// specification's function calls itself: induction on the rounds. That there are finitely many is a goal of
/// its own, by the measure that the contract names. A function of the specification that calls itself, or
/// whose contract is opaque, is not executed elsewhere either: what it gives is arbitrary but for what the
/// contract claims.
///
/// Contracts of the specification alone (`Lemmas`) are relied on where the specification's function is
/// called.
final class Contracts implements Known {
    /// A call of the specification: where it returns, what it took and gave, and where it served already.
    /// @param isFree whether what it gave is arbitrary but for what a call on trial is to show
    /// @param where  file and line
    /// @param within where the calls served in whose course it was made
    private record Call(Term guard, List<Value> arguments, Value result, boolean isFree, String where,
        List<Term> served, List<List<Term>> within) { }

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
    private final ContractReader reader;
    private final Lemmas lemmas;
    private boolean isUnfolded;
    private int versions;

    /// @param all the contracts of the suite
    /// @param own the contract under proof; null if it is none
    /// @param by  the contracts of the specification alone that are to be relied on, if they are named
    Contracts(SuiteContracts all, Contract own, List<Contract> by, Symbolic symbolic, Classes classes,
        Recorder recorder, Writes writes, Terms terms) {
        this.byKernel = all.byKernel();
        this.own = own;
        this.symbolic = symbolic;
        this.classes = classes;
        this.recorder = recorder;
        this.writes = writes;
        this.terms = terms;
        this.reader = new ContractReader(own, symbolic, classes, recorder, terms);
        this.lemmas = new Lemmas(all.alone(), own, by, this::isRecursive, recorder);
        for (Contract c : byKernel.values())
            c.specification().ifPresent(s -> calls.put(s, new ArrayList<>()));
        for (String key : lemmas.functions()) calls.put(key, new ArrayList<>());
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
                all.addAll(Set.of(c.kernel().orElseThrow(), specification));
        }
        for (String key : lemmas.functions()) if (isOpaque(key) || isRecursive(key)) all.add(key);
        return all;
    }

    @Override
    public boolean knows(String owner, String name, String descriptor) {
        String key = owner + "." + name + descriptor;
        if (reader.isReading()) return reader.knows(key);
        if (owner.equals(ContractReader.CLAIMS)) return name.equals("decreases");
        return !takesLoop(key) && (byKernel.containsKey(key) || calls.containsKey(key));
    }

    @Override
    public boolean takesLoop(String key) {
        return own != null && own.kernel().filter(key::equals).isPresent();
    }

    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        String key = owner + "." + name + descriptor;
        if (reader.isReading()) return reader.call(site, key, arguments);
        if (owner.equals(ContractReader.CLAIMS)) {
            reader.measure(arguments.getFirst());
            return null;
        }
        if (calls.containsKey(key)) return specified(site, owner, name, descriptor, arguments);
        return relied(site, byKernel.get(key), descriptor, arguments);
    }

    private Value specified(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        String key = owner + "." + name + descriptor;
        if (isOwn(key) && !isUnfolded) return unfolded(site, owner, name, descriptor, arguments);
        boolean isArbitrary = isOwn(key) || isRecursive(key) || isOpaque(key);
        if (site.isQuantified()) {
            if (isArbitrary) throw new Unsupported("what is not executed, for each of many values: " + key);
            return site.execute(owner, name, descriptor, arguments);
        }
        List<List<Term>> within = List.copyOf(enclosing);
        List<Term> served = new ArrayList<>();
        enclosing.add(served);
        Value result = isArbitrary ? keeping(key, arbitrary(key), arguments)
            : site.execute(owner, name, descriptor, arguments);
        enclosing.removeLast();
        boolean isFree = isArbitrary && lemmas.of(key).isEmpty();
        calls.get(key).add(new Call(site.guardWithin(), List.copyOf(arguments), result, isFree, site.where(),
            served, within));
        relyOnLemmas(site, key, arguments, result);
        return result;
    }

    private boolean isOwn(String key) {
        return own != null && own.specification().filter(key::equals).isPresent();
    }

    /// The call that the contract under proof is about is executed.
    private Value unfolded(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        isUnfolded = true;
        Value result = site.execute(owner, name, descriptor, arguments);
        for (int i : own.kept()) {
            recorder.goal(recorder.claim(), "keeps " + own.keeps(), site.where(), site.guard(),
                new Equality(site.executor()).of(component(result, i), component(arguments.getFirst(), i)));
        }
        return result;
    }

    private void relyOnLemmas(Site site, String key, List<Value> arguments, Value result) {
        Term here = site.guard();
        if (here.isFalse()) return;
        List<Fact.Offer> offers = new ArrayList<>();
        for (Contract c : lemmas.of(key)) {
            var said = reader.read(site,
                new ContractReader.Calls(c, arguments, result, List.of(), site.heap(), null, here));
            var offer = new Fact.Offer(Claim.id(c.obligation()), said.assumed(), said.claimed());
            if (lemmas.isCertain(key)) rely(site, c, said, here);
            else offers.add(offer);
        }
        if (!offers.isEmpty())
            recorder.offer(new Fact.Offered(key.substring(0, key.indexOf('(')), site.where(), here, offers));
    }

    /// What a contract assumes is a goal, what it claims is assumed.
    private void rely(Site site, Contract contract, ContractReader.Said said, Term here) {
        String id = Claim.id(contract.obligation());
        if (contract != own) used.add(id);
        recorder.goal(Kind.LEMMA, "assumptions of " + id, site.where(), here, said.assumed());
        recorder.assume(terms.implies(here, said.claimed()));
    }

    /// After all calls: that one on trial belongs to each call of the specification that was not executed.
    /// Its contract's assumptions are goals then, without which the function might raise an exception, or not
    /// keep what it is said to keep. What is called in the course of a function that has a counterpart is the
    /// concern of that one's contract.
    void close() {
        for (List<Call> of : calls.values()) for (Call c : of) if (c.isFree) {
            List<Term> served = new ArrayList<>(c.served);
            c.within.forEach(served::addAll);
            recorder.goal(Kind.LEMMA, "a counterpart on trial of this call", c.where, c.guard,
                terms.or(served));
        }
    }

    /// result with the components that the contracts of the specification's function keep.
    private Value keeping(String key, Value result, List<Value> arguments) {
        Set<Integer> kept = kept(key);
        if (kept.isEmpty() || !(result instanceof Value.Rec(var type, var fields))) return result;
        List<Value> all = new ArrayList<>(fields);
        for (int i : kept) all.set(i, component(arguments.getFirst(), i));
        return new Value.Rec(type, all);
    }

    private static Value component(Value record, int index) {
        if (record instanceof Value.Rec(_, var fields)) return fields.get(index);
        throw new Unsupported("a contract that keeps components of what is no record");
    }

    /// Which components are kept whichever of the contracts is the one that holds.
    private Set<Integer> kept(String key) {
        if (!lemmas.of(key).isEmpty()) return lemmas.kept(key);
        return Contract.keptByAll(byKernel.values().stream()
            .filter(c -> c.specification().filter(key::equals).isPresent()).toList());
    }

    /// Where nothing is on trial no contract with a function on trial tells what the function gives.
    private boolean isOpaque(String key) {
        return lemmas.of(key).stream().anyMatch(c -> c != own && c.isOpaque())
            || recorder.claim() == Kind.REFINES && byKernel.values().stream()
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
        if (site.isQuantified()) throw new Unsupported("what is on trial, for each of many values");
        if (contract != own) used.add(Claim.id(contract.obligation()));
        String version = contract.obligation().getName() + "#" + versions++;
        Heap after = havoc(site.heap(), contract.kernel().orElseThrow(), arguments, version);
        Value result = descriptor.endsWith(")V") ? null
            : symbolic.value(Type.of(Signature.parseFrom(descriptor.substring(descriptor.indexOf(')') + 1)),
                Map.of()), version, List.of());
        Term open = site.guardWithin();
        for (Call c : counterparts(contract)) {
            Term here = terms.and(open, c.guard, terms.not(terms.or(c.served)));
            if (here.isFalse()) continue;
            rely(site, contract, reader.read(site, new ContractReader.Calls(contract, c.arguments, c.result,
                arguments, after, result, here)), here);
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
}

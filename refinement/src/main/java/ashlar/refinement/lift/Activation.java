package ashlar.refinement.lift;

import ashlar.refinement.heap.Heap;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.lift.Executor.Outcome;
import ashlar.refinement.lift.Executor.Raised;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One execution of one method. Positions are worked off lowest first, so that paths meet before what follows
/// is executed: javac puts what is after a branch or a loop behind it.
final class Activation {
    private final Executor executor;
    private final Terms terms;
    private final Code code;
    private final Calls calls;
    private final Objects objects;
    private final TreeMap<Integer, List<Frame>> pending = new TreeMap<>();
    private final Map<Integer, Integer> rounds = new HashMap<>();
    private final List<Frame> returned = new ArrayList<>();
    private final List<Raised> raised = new ArrayList<>();
    private Frame frame;
    private int pc;

    Activation(Executor executor, Code code, Calls calls, Objects objects) {
        this.executor = executor;
        this.terms = executor.terms;
        this.code = code;
        this.calls = calls;
        this.objects = objects;
    }

    Outcome run(Frame start) {
        pending.put(0, List.of(start));
        while (!pending.isEmpty()) {
            var next = pending.pollFirstEntry();
            straight(next.getKey(), merged(next.getValue()));
        }
        return outcome(start);
    }

    private Outcome outcome(Frame start) {
        if (returned.isEmpty())
            return new Outcome(Guard.always(terms).and(terms.fls()), start.heap, null, raised);
        Frame all = merged(returned);
        return new Outcome(all.guard, all.heap, all.peekOrNull(), raised);
    }

    /// The frames as one: those first that parted last, so that what they differ in is one branch.
    private Frame merged(List<Frame> frames) {
        List<Frame> left = new ArrayList<>(frames);
        while (left.size() > 1) {
            int best = -1;
            int first = 0;
            int second = 1;
            for (int i = 0; i < left.size(); i++) {
                for (int j = i + 1; j < left.size(); j++) {
                    int common = left.get(i).guard.inCommon(left.get(j).guard);
                    if (common <= best) continue;
                    best = common;
                    first = i;
                    second = j;
                }
            }
            Frame later = left.remove(second);
            left.set(first, later.orElse(left.get(first), executor.merge));
        }
        return left.getFirst();
    }

    /// Executes from position at until control moves elsewhere or meets other paths.
    private void straight(int at, Frame from) {
        frame = from;
        pc = at;
        boolean goesOn = !frame.guard.isFalse();
        while (goesOn) {
            executor.at(code.line(pc));
            goesOn = step(code.instructions.get(pc)) && !frame.guard.isFalse();
            pc++;
            if (goesOn && code.joins.contains(pc)) {
                jump(pc, frame);
                return;
            }
        }
    }

    /// A loop at the start of the method, taken as a call: what the call returns is returned.
    private void again(Frame f) {
        Value result = calls.again(this, f, code);
        f.clearStack();
        if (result != null) f.push(result);
        returned.add(f);
    }

    private void jump(int to, Frame f) {
        if (f.guard.isFalse()) return;
        if (to == 0 && calls.takesLoop(code)) {
            again(f);
            return;
        }
        if (to <= pc - 1 && executor.leaves(f.guard, rounds.merge(to, 1, Integer::sum), code.line(to)))
            return;
        pending.computeIfAbsent(to, _ -> new ArrayList<>()).add(f);
    }

    /// Executes one instruction. False if control does not go on to the next.
    private boolean step(Instruction instruction) {
        switch (instruction) {
            case LoadInstruction i              -> frame.push(frame.local(i.slot()));
            case StoreInstruction i             -> frame.setLocal(i.slot(), frame.pop());
            case ConstantInstruction i          -> frame.push(objects.constant(i));
            case OperatorInstruction i          -> operate(i.opcode());
            case ConvertInstruction i           ->
                frame.push(executor.arithmetic.converted(i.opcode(), frame.popTerm()));
            case IncrementInstruction i         -> increment(i);
            case StackInstruction i             -> stack(i.opcode());
            case BranchInstruction i            -> { return branch(i); }
            case TableSwitchInstruction i       -> { return select(i.cases(), i.defaultTarget()); }
            case LookupSwitchInstruction i      -> { return select(i.cases(), i.defaultTarget()); }
            case ReturnInstruction _            -> { return leave(); }
            case ThrowInstruction _             -> { return raiseTop(); }
            case FieldInstruction i             -> objects.field(this, frame, i);
            case NewObjectInstruction i         ->
                frame.push(objects.allocate(frame, i.className().asInternalName()));
            case NewPrimitiveArrayInstruction i -> objects.newArray(frame, i.typeKind().upperBound());
            case NewReferenceArrayInstruction i ->
                objects.newArray(frame, i.componentType().asSymbol());
            case ArrayLoadInstruction _         -> objects.load(this, frame);
            case ArrayStoreInstruction _        -> objects.store(this, frame);
            case TypeCheckInstruction i         -> objects.check(this, frame, i);
            case InvokeInstruction i            -> calls.call(this, frame, i);
            case InvokeDynamicInstruction i     -> calls.dynamic(this, frame, i);
            default                             -> unknown(instruction);
        }
        return true;
    }

    private void unknown(Instruction instruction) {
        switch (instruction.opcode()) {
            case NOP         -> { }
            case ARRAYLENGTH -> objects.length(this, frame);
            default          -> throw new Unsupported("instruction " + instruction.opcode());
        }
    }

    private void operate(Opcode op) {
        if (op == Opcode.ARRAYLENGTH) {
            objects.length(this, frame);
        } else if (op == Opcode.INEG || op == Opcode.LNEG) {
            frame.push(executor.arithmetic.negated(frame.popTerm()));
        } else {
            Term b = frame.popTerm();
            Term a = frame.popTerm();
            if (op == Opcode.IDIV || op == Opcode.LDIV || op == Opcode.IREM || op == Opcode.LREM) {
                raiseIf(terms.eq(b, terms.bits(b.width(), 0)), "java/lang/ArithmeticException");
            }
            frame.push(executor.arithmetic.binary(op, a, b));
        }
    }

    private void increment(IncrementInstruction i) {
        if (!(frame.local(i.slot()) instanceof Num(var t)))
            throw new Unsupported("a reference is incremented");
        frame.setLocal(i.slot(), new Num(terms.add(t, terms.int32(i.constant()))));
    }

    private void stack(Opcode op) {
        switch (op) {
            case POP     -> popWords(1);
            case POP2    -> popWords(2);
            case DUP     -> duplicate(1, 0);
            case DUP_X1  -> duplicate(1, 1);
            case DUP_X2  -> duplicate(1, 2);
            case DUP2    -> duplicate(2, 0);
            case DUP2_X1 -> duplicate(2, 1);
            case DUP2_X2 -> duplicate(2, 2);
            case SWAP    -> frame.insert(1, frame.pop());
            default      -> throw new Unsupported("instruction " + op);
        }
    }

    /// The topmost values that take up so many words, the lowest first.
    private List<Value> popWords(int words) {
        ArrayDeque<Value> popped = new ArrayDeque<>();
        for (int left = words; left > 0; left -= isWide(popped.getFirst()) ? 2 : 1)
            popped.addFirst(frame.pop());
        return List.copyOf(popped);
    }

    /// Pushes the topmost words once more, below so many others.
    private void duplicate(int words, int below) {
        List<Value> top = popWords(words);
        List<Value> others = popWords(below);
        top.forEach(frame::push);
        others.forEach(frame::push);
        top.forEach(frame::push);
    }

    private static boolean isWide(Value v) {
        return v instanceof Num(var t) && t.width() == 64;
    }

    private boolean branch(BranchInstruction i) {
        Opcode op = i.opcode();
        int target = code.at(i.target());
        if (op == Opcode.GOTO || op == Opcode.GOTO_W) {
            pc++;
            jump(target, frame);
            return false;
        }
        Term taken = executor.branch(code, frame.guard.simplified(condition(op)));
        Frame there = frame.copy(frame.guard.and(taken));
        frame.guard = frame.guard.and(terms.not(taken));
        pc++;
        jump(target, there);
        pc--;
        return true;
    }

    private Term condition(Opcode op) {
        return switch (op) {
            case IFNULL                -> objects.isNull(frame.pop());
            case IFNONNULL             -> terms.not(objects.isNull(frame.pop()));
            case IF_ACMPEQ             -> objects.same(frame.pop(), frame.pop());
            case IF_ACMPNE             -> terms.not(objects.same(frame.pop(), frame.pop()));
            case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE ->
                executor.arithmetic.test(op, frame.popTerm(), terms.int32(0));
            default                    -> comparison(op);
        };
    }

    private Term comparison(Opcode op) {
        Term b = frame.popTerm();
        return executor.arithmetic.test(op, frame.popTerm(), b);
    }

    private boolean select(List<SwitchCase> cases, Label otherwise) {
        Term selector = frame.popTerm();
        List<Term> none = new ArrayList<>();
        pc++;
        for (SwitchCase c : cases) {
            Term hit = executor.branch(code,
                frame.guard.simplified(terms.eq(selector, terms.int32(c.caseValue()))));
            none.add(terms.not(hit));
            jump(code.at(c.target()), frame.copy(frame.guard.and(hit)));
            if (hit.isTrue()) return false;
        }
        jump(code.at(otherwise), frame.copy(frame.guard.and(terms.and(none))));
        return false;
    }

    private boolean leave() {
        returned.add(frame);
        return false;
    }

    private boolean raiseTop() {
        Value thrown = objects.nonNull(this, frame.pop());
        if (frame.guard.isFalse()) return false;
        executor.merge.alternatives(thrown).forEach((type, a) -> {
            if (!(a.value() instanceof Value.Fault))
                throw new Unsupported("a thrown value that is no known exception");
            raise(frame.guard.and(frame.guard.simplified(a.is())), frame.heap, type, code.line(pc));
        });
        return false;
    }

    /// Raises an exception where c holds, and goes on where it does not.
    void raiseIf(Term c, String type) {
        Term when = frame.guard.simplified(c);
        raise(frame.guard.and(when), frame.heap, type, code.line(pc));
        frame.guard = frame.guard.and(terms.not(when));
    }

    /// That nothing was raised so far.
    Term raisesNothing() {
        return terms.and(raised.stream().map(r -> terms.not(r.when())).toList());
    }

    /// Passes on what a call raised.
    void raiseAll(List<Raised> fromCall) {
        for (Raised r : fromCall) raise(r.guard(), r.heap(), r.type(), r.at());
    }

    private void raise(Guard guard, Heap heap, String type, String at) {
        if (guard.isFalse() || guard.term().isFalse()) return;
        for (Code.Handler h : code.handlers) {
            if (h.start() <= pc && pc < h.end() && executor.classes.isSubtype(type, h.type())) {
                Frame handler = frame.copy(guard);
                handler.heap = heap;
                handler.clearStack();
                handler.push(new Value.Fault(type));
                pending.computeIfAbsent(h.at(), _ -> new ArrayList<>()).add(handler);
                return;
            }
        }
        raised.add(new Raised(guard, heap, type, at));
    }

    Executor executor() {
        return executor;
    }

    Calls calls() {
        return calls;
    }
}

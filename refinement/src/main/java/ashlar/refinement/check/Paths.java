package ashlar.refinement.check;

import ashlar.refinement.lift.Classes;
import ashlar.refinement.lift.Forks;
import ashlar.refinement.term.Term;
import ashlar.refinement.term.Terms;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The paths of an obligation, one execution each: branches above calls of functions that are not executed,
/// but give something arbitrary, are not joined, since what is arbitrary in one branch has nothing in common
/// with what the other branch makes. The conditions taken on the paths are complementary, so that each state
/// is on one.
final class Paths implements Forks {
    /// More branches than these on one path are joined again.
    private static final int MOST_BRANCHES = 12;

    /// A branch taken on this path, and whether the other side is still to be executed.
    /// @param isForced whether the other side is impossible, by what was assumed before the branch
    private record Branch(boolean side, boolean isOtherOpen, boolean isForced) { }

    private final List<Branch> branches = new ArrayList<>();
    private final Map<Term, Boolean> known = new HashMap<>();
    private final List<Term> taken = new ArrayList<>();
    private final Map<String, Boolean> split = new HashMap<>();
    private final Set<String> joined;
    private Set<String> arbitrary = Set.of();
    private Classes classes;
    private Terms terms;
    private Predicate<Term> impossible;
    private Consumer<Term> follows;
    private int position;

    /// @param joined classes in whose methods all paths are joined
    Paths(Set<String> joined) {
        this.joined = joined;
    }

    /// Before an execution.
    /// @param arbitrary  the functions that are not executed
    /// @param impossible whether a condition contradicts what is assumed so far
    /// @param follows    hears of a condition that follows from what is assumed so far; goals stated before
    ///                   it may not rely on it, since what is assumed may depend on them
    void start(Terms terms, Classes classes, Set<String> arbitrary, Predicate<Term> impossible,
        Consumer<Term> follows) {
        this.terms = terms;
        this.classes = classes;
        this.arbitrary = arbitrary;
        this.impossible = impossible;
        this.follows = follows;
        position = 0;
        known.clear();
        taken.clear();
    }

    /// Turns to the next path. False if there is none.
    boolean next() {
        while (!branches.isEmpty()) {
            Branch last = branches.removeLast();
            if (!last.isOtherOpen) continue;
            branches.add(new Branch(!last.side, false, false));
            return true;
        }
        return false;
    }

    /// The conditions that tell this path from others.
    List<Term> taken() {
        return taken;
    }

    @Override
    public boolean isSplit(String method) {
        return !arbitrary.isEmpty() && !joined.contains(method.substring(0, method.indexOf('.')))
            && reaches(method);
    }

    private boolean reaches(String method) {
        Boolean is = split.get(method);
        if (is != null) return is;
        split.put(method, false);
        boolean reaches = !method.startsWith("java/") && classes.body(method).elementStream()
            .anyMatch(e -> e instanceof InvokeInstruction i && isArbitrary(i));
        split.put(method, reaches);
        return reaches;
    }

    private boolean isArbitrary(InvokeInstruction i) {
        String callee = Classes.key(i);
        return arbitrary.contains(callee)
            || i.opcode() == Opcode.INVOKESTATIC && reaches(callee);
    }

    @Override
    public Term takes(Term condition) {
        Term is = known(condition);
        if (is.isTrue() || is.isFalse()) return is;
        if (!condition.free().isEmpty() || position >= MOST_BRANCHES) return condition;
        if (position == branches.size()) branches.add(branch(condition));
        Branch branch = branches.get(position++);
        known.put(condition, branch.side);
        known.put(terms.not(condition), !branch.side);
        Term holds = branch.side ? condition : terms.not(condition);
        if (branch.isForced) follows.accept(holds);
        else taken.add(holds);
        return terms.bool(branch.side);
    }

    private Branch branch(Term condition) {
        if (impossible.test(condition)) return new Branch(false, false, true);
        boolean isForced = impossible.test(terms.not(condition));
        return new Branch(true, !isForced, isForced);
    }

    @Override
    public Term known(Term condition) {
        Boolean is = known.get(condition);
        return is == null ? condition : terms.bool(is);
    }
}

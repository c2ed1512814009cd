package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Registers at one address, without a word of when which is there: an input tells, until the description is
/// filled in.
final class Banks {
    private final List<Named.Input> inputs = new ArrayList<>();
    private final List<Register> registers = new ArrayList<>();

    /// @param lost what is not known is added to it
    Banks(String device, List<Register> all, Set<String> names, List<String> lost) {
        int[] group = groups(all);
        for (int i = 0; i < all.size(); i++) {
            List<Register> together = new ArrayList<>();
            for (int j = 0; j < all.size(); j++)
                if (group[j] == group[i]) together.add(all.get(j));
            Register r = all.get(i);
            if (together.size() == 1) {
                registers.add(r);
                continue;
            }
            Named.Input input = inputOf(together.getFirst(), together.size(), names);
            lost.add(r.place() + ": " + device + "." + r.name()
                + ": when it is at its address; see the input "
                + input.name());
            registers.add(r.withGuard(Optional.of(new Expression.Binary(Expression.BinaryOperator.EQ,
                new Expression.InputValue(input.name(), 8), new Expression.Literal(together.indexOf(r), 8),
                    1))));
        }
    }

    List<Named.Input> inputs() {
        return inputs;
    }

    List<Register> registers() {
        return registers;
    }

    /// For each register, the least index of those that it meets, directly or through others.
    private static int[] groups(List<Register> all) {
        int[] group = new int[all.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            for (int j = 0; j < i; j++)
                if (meet(all.get(i), all.get(j))) merge(group, group[i], group[j], i);
        }
        return group;
    }

    private static void merge(int[] group, int a, int b, int last) {
        int least = Math.min(a, b);
        for (int k = 0; k <= last; k++)
            if (group[k] == a || group[k] == b) group[k] = least;
    }

    private static boolean meet(Register a, Register b) {
        if (!a.bus().equals(b.bus())) return false;
        if (!(a.access().readable() && b.access().readable() || a.access().writable() && b.access()
            .writable()))
            return false;
        if (a.offset(a.count() - 1L) + a.bytes() <= b.offset() || b.offset(b.count() - 1L)
            + b.bytes() <= a.offset())
            return false;
        for (long i = 0; i < a.count(); i++)
            for (long j = 0; j < b.count(); j++)
                if (a.offset(i) < b.offset(j) + b.bytes() && b.offset(j) < a.offset(i)
                    + a.bytes()) return true;
        return false;
    }

    private Named.Input inputOf(Register first, int count, Set<String> names) {
        for (Named.Input i : inputs)
            if (i.place().equals(first.place()) && i.title().startsWith(first.name() + " ")) return i;
        var input = new Named.Input(first.place(), Cleaner.unique(names, "bank_" + first.name()),
            Type.Word.of(8),
            first.name() + " and " + (count - 1)
                + " more share an address: which is there is to be filled in");
        inputs.add(input);
        return input;
    }
}

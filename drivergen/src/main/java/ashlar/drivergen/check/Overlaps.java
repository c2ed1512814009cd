package ashlar.drivergen.check;

import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Expression;
import ashlar.drivergen.ast.Register;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Two registers at one address: one is read and the other written, or their guards are never true together.
final class Overlaps {
    /// Guards over more bits than this are not enumerated.
    private static final int MOST_BITS = 16;

    private final Device device;
    private final Complaints complaints;

    Overlaps(Device device, Complaints complaints) {
        this.device = device;
        this.complaints = complaints;
    }

    void check() {
        List<Register> registers = device.registers();
        for (int i = 0; i < registers.size(); i++)
            for (int j = 0; j < i; j++) pair(registers.get(j), registers.get(i));
    }

    private void pair(Register a, Register b) {
        if (!device.bus(a.bus()).equals(device.bus(b.bus())) || device.bus(a.bus()).isEmpty()) return;
        boolean sameWay = a.access().readable() && b.access().readable()
            || a.access().writable() && b.access().writable();
        if (!sameWay || !touch(device.bus(a.bus()).orElseThrow(), a, b)) return;
        if (a.guard().isPresent() && b.guard().isPresent()) disjoint(a, b);
        else complaints.add(b.place(), b.name() + " lies where " + a.name() + " is (line " + a.place().line()
            + ")",
            "another address, or `when ...` at both");
    }

    /// On a bus of ports each address stands for itself, whatever the width.
    private static boolean touch(Bus bus, Register a, Register b) {
        for (long i = 0; i < a.count(); i++)
            for (long j = 0; j < b.count(); j++) {
                long x = a.offset(i);
                long y = b.offset(j);
                if (bus.kind() == Bus.Kind.MEMORY ? x < y + b.bytes() && y < x + a.bytes()
                    : x == y) return true;
            }
        return false;
    }

    private void disjoint(Register a, Register b) {
        Set<Expression> leaves = new LinkedHashSet<>();
        if (!collect(a.guard().orElseThrow(), leaves) || !collect(b.guard().orElseThrow(), leaves)
            || leaves.stream().mapToInt(Expression::bits).sum() > MOST_BITS) {
            complaints.add(b.place(), "it is not plain that " + a.name() + " and " + b.name()
                + " are never at their address together", "guards over at most " + MOST_BITS
                    + " bits of fields");
            return;
        }
        if (meet(a.guard().orElseThrow(), b.guard().orElseThrow(), new ArrayList<>(leaves)))
            complaints.add(b.place(), b.name() + " and " + a.name() + " (line " + a.place().line()
                + ") can be at their address together", "guards that are never true together");
    }

    private static boolean collect(Expression e, Set<Expression> leaves) {
        boolean[] plain = {true};
        Walk.expressions(e, x -> {
            switch (x) {
                case Expression.RegisterValue v when v.part().index().isEmpty() -> leaves.add(v);
                case Expression.StateValue v -> leaves.add(v);
                case Expression.InputValue v -> leaves.add(v);
                case Expression.Literal _, Expression.Unary _, Expression.Binary _, Expression.Slice _,
                     Expression.Convert _, Expression.Choice _, Expression.Member _ -> { }
                default -> plain[0] = false;
            }
        });
        return plain[0];
    }

    private static boolean meet(Expression a, Expression b, List<Expression> leaves) {
        int bits = leaves.stream().mapToInt(Expression::bits).sum();
        for (long all = 0; all < 1L << bits; all++) {
            Map<Expression, Long> values = new HashMap<>();
            long rest = all;
            for (Expression leaf : leaves) {
                values.put(leaf, rest & (1L << leaf.bits()) - 1);
                rest >>>= leaf.bits();
            }
            if (Evaluation.value(a, values::get) != 0 && Evaluation.value(b, values::get) != 0) return true;
        }
        return false;
    }
}

package ashlar.proofs.lockstep;

import static ashlar.impl.layout.KernelPtr.NEW_CAP;
import static ashlar.proofs.lockstep.Operation.asking;

import ashlar.impl.object.Caps;
import ashlar.model.machine.Machine;
import ashlar.proofs.refines.SlotRelation;
import ashlar.proofs.sample.Represent;
import ashlar.spec.cspace.Capabilities;
import ashlar.spec.state.Capability;
import ashlar.spec.state.Rights;
import ashlar.spec.state.Slot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Capabilities by themselves, apart from the slots they may be put into.
final class CapabilityOperations {
    private CapabilityOperations() { }

    static List<Function<Draw, Optional<Operation>>> all() {
        return List.of(CapabilityOperations::maskRights, CapabilityOperations::withData,
            CapabilityOperations::derive, CapabilityOperations::sameObject,
            CapabilityOperations::isRevocable);
    }

    private static Optional<Operation> maskRights(Draw draw) {
        Capability cap = draw.s().capability(draw.pick().full());
        Rights rights = draw.choice().rights();
        return making("maskRights " + cap + " " + rights, cap, c -> Capabilities.maskRights(c, rights),
            m -> Caps.maskRights(m, NEW_CAP, Answers.word(rights)));
    }

    private static Optional<Operation> withData(Draw draw) {
        Capability cap = draw.s().capability(draw.pick().full());
        boolean isMoved = draw.choice().either();
        long data = draw.choice().oneIn(4) ? draw.choice().random().nextLong() : draw.choice().dataFor(cap);
        return making("withData " + cap + " " + data + " " + isMoved, cap,
            c -> Capabilities.withData(c, data, isMoved), m -> Caps.updateData(m, isMoved, data, NEW_CAP));
    }

    private static Optional<Operation> derive(Draw draw) {
        Capability cap = draw.s().capability(draw.pick().full());
        return making("derive " + cap, cap, Capabilities::derive, m -> Caps.derive(m, NEW_CAP));
    }

    /// What the kernel makes of cap stands for what the specification makes of it.
    private static Optional<Operation> making(String name, Capability cap, UnaryOperator<Capability> spec,
        Consumer<Machine> impl) {
        Capability made = spec.apply(cap);
        return Optional.of(asking(name, _ -> made, m -> {
            Represent.capability(m, NEW_CAP, cap);
            impl.accept(m);
            return SlotRelation.capabilityRelated(made, m, NEW_CAP) ? made : "another";
        }));
    }

    private static Optional<Operation> sameObject(Draw draw) {
        Slot a = draw.pick().slot(), b = draw.pick().slot();
        return Optional.of(asking("sameObject " + a + " " + b,
            s -> Capabilities.sameObject(s.capability(a), s.capability(b)),
            m -> Caps.sameRegionAs(m, a.addr(), b.addr())));
    }

    private static Optional<Operation> isRevocable(Draw draw) {
        Slot src = draw.pick().full();
        Capability cap = draw.s().capability(src);
        Capability changed = Capabilities.withData(cap, draw.choice().dataFor(cap), draw.choice().either());
        if (Capabilities.isNull(changed)) return Optional.empty();
        return Optional.of(asking("isRevocable " + changed + " " + src,
            s -> Capabilities.isRevocable(changed, s.capability(src)), m -> {
                Represent.capability(m, NEW_CAP, changed);
                return Caps.isCapRevocable(m, NEW_CAP, src.addr());
            }));
    }
}

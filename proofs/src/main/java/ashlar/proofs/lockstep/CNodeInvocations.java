package ashlar.proofs.lockstep;

import ashlar.impl.api.DecodeCNode;
import ashlar.impl.api.SyscallError;
import ashlar.impl.object.CNodeOps;
import ashlar.model.machine.Machine;
import ashlar.spec.cspace.CNodeInvocation;
import ashlar.spec.cspace.CNodes;
import ashlar.spec.cspace.Lookup;
import ashlar.spec.cspace.Rotation;
import ashlar.spec.cspace.SlotAddress;
import ashlar.spec.state.Result;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.Rights;
import ashlar.spec.state.Slot;
import ashlar.spec.state.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Lookups, and invocations of CNodes: checked and, if all is well, performed. Callers are hostile.
final class CNodeInvocations {
    private static final int ATTEMPTS = 4;

    /// The slot whose capability an address starts from, and the address.
    private record From(Slot root, SlotAddress address) {
        static From drawn(Draw draw) {
            Slot root = draw.choice().oneIn(12) ? draw.pick().slot() : draw.pick().root();
            return new From(root, draw.pick().hostileAddressFrom(draw.s().capability(root)));
        }

        /// One that leads to a slot, which is empty or full as asked, if a few attempts find it.
        static From leading(Draw draw, boolean toEmpty) {
            From from = drawn(draw);
            for (int i = 0; i < ATTEMPTS && !from.leads(draw, toEmpty); i++) from = drawn(draw);
            return from;
        }

        private boolean leads(Draw draw, boolean toEmpty) {
            return Lookup.slot(draw.s(), address.root(), cptr(), depth(), true) instanceof Ok(Slot slot)
                && draw.isEmpty(slot) == toEmpty;
        }

        long cptr() {
            return address.cptr();
        }

        long depth() {
            return address.depthBits();
        }
    }

    private CNodeInvocations() { }

    static List<Function<Draw, Optional<Operation>>> all() {
        return List.of(CNodeInvocations::resolve, CNodeInvocations::lookup, CNodeInvocations::copy,
            CNodeInvocations::mint, CNodeInvocations::move, CNodeInvocations::mutate,
            CNodeInvocations::rotate, CNodeInvocations::delete, CNodeInvocations::revoke,
            CNodeInvocations::cancelBadgedSends, CNodeInvocations::saveCaller);
    }

    private static Optional<Operation> resolve(Draw draw) {
        From from = From.drawn(draw);
        if (from.depth() < 0 || from.depth() > 64) return Optional.empty();
        return Optional.of(Operation.asking("resolve " + from, s -> switch (Lookup.resolve(s,
                s.capability(from.root()), from.cptr(), from.depth())) {
            case Ok(var resolved) -> resolved;
            case Err(var failure) -> failure;
        }, m -> Lookups.resolve(m, from.root().addr(), from.cptr(), from.depth())));
    }

    private static Optional<Operation> lookup(Draw draw) {
        From from = From.drawn(draw);
        boolean isSource = draw.choice().either();
        return Optional.of(Operation.asking("lookup " + isSource + " " + from, s -> switch (Lookup.slot(s,
                s.capability(from.root()), from.cptr(), from.depth(), isSource)) {
            case Ok(var slot)   -> slot;
            case Err(var error) -> error;
        }, m -> Lookups.slot(m, isSource, from.root().addr(), from.cptr(), from.depth())));
    }

    private static Optional<Operation> copy(Draw draw) {
        From dest = From.leading(draw, true), src = From.leading(draw, false);
        Rights rights = draw.choice().rights();
        return invocation(draw, "copy " + dest + " " + src + " " + rights,
            s -> CNodes.decodeCopy(s, dest.address(), src.address(), rights),
            m -> DecodeCNode.decodeCopy(m, dest.root().addr(), dest.cptr(), dest.depth(), src.root().addr(),
                src.cptr(), src.depth(), Answers.word(rights)), CNodeOps::performInsert);
    }

    private static Optional<Operation> mint(Draw draw) {
        From dest = From.leading(draw, true), src = From.leading(draw, false);
        Rights rights = draw.choice().rights();
        long data = data(draw);
        return invocation(draw, "mint " + dest + " " + src + " " + rights + " " + data,
            s -> CNodes.decodeMint(s, dest.address(), src.address(), rights, data),
            m -> DecodeCNode.decodeMint(m, dest.root().addr(), dest.cptr(), dest.depth(), src.root().addr(),
                src.cptr(), src.depth(), Answers.word(rights), data), CNodeOps::performInsert);
    }

    private static Optional<Operation> move(Draw draw) {
        From dest = From.leading(draw, true), src = From.leading(draw, false);
        return invocation(draw, "move " + dest + " " + src,
            s -> CNodes.decodeMove(s, dest.address(), src.address()),
            m -> DecodeCNode.decodeMove(m, dest.root().addr(), dest.cptr(), dest.depth(), src.root().addr(),
                src.cptr(), src.depth()), CNodeOps::performMove);
    }

    private static Optional<Operation> mutate(Draw draw) {
        From dest = From.leading(draw, true), src = From.leading(draw, false);
        long data = data(draw);
        return invocation(draw, "mutate " + dest + " " + src + " " + data,
            s -> CNodes.decodeMutate(s, dest.address(), src.address(), data),
            m -> DecodeCNode.decodeMutate(m, dest.root().addr(), dest.cptr(), dest.depth(),
                src.root().addr(), src.cptr(), src.depth(), data), CNodeOps::performMove);
    }

    private static Optional<Operation> rotate(Draw draw) {
        From src = From.leading(draw, false), pivot = From.leading(draw, false);
        From dest = draw.choice().oneIn(3) ? src : From.leading(draw, true);
        long pivotData = data(draw), srcData = data(draw);
        var r = new Rotation(dest.address(), pivot.address(), pivotData, src.address(), srcData);
        return invocation(draw, "rotate " + dest + " " + pivot + " " + pivotData + " " + src + " " + srcData,
            s -> CNodes.decodeRotate(s, r),
            m -> DecodeCNode.decodeRotate(m, dest.root().addr(), dest.cptr(), dest.depth(), pivotData,
                pivot.root().addr(), pivot.cptr(), pivot.depth(), srcData, src.root().addr(), src.cptr(),
                src.depth()), CNodeOps::performRotate);
    }

    private static Optional<Operation> delete(Draw draw) {
        From from = From.leading(draw, false);
        return invocation(draw, "delete at " + from, s -> CNodes.decodeDelete(s, from.address()),
            m -> DecodeCNode.decodeDelete(m, from.root().addr(), from.cptr(), from.depth()),
            CNodeOps::performDelete);
    }

    private static Optional<Operation> revoke(Draw draw) {
        From from = From.leading(draw, false);
        return invocation(draw, "revoke at " + from, s -> CNodes.decodeRevoke(s, from.address()),
            m -> DecodeCNode.decodeRevoke(m, from.root().addr(), from.cptr(), from.depth()),
            CNodeOps::performRevoke);
    }

    private static Optional<Operation> cancelBadgedSends(Draw draw) {
        From from = From.leading(draw, false);
        return invocation(draw, "cancelBadgedSends at " + from,
            s -> CNodes.decodeCancelBadgedSends(s, from.address()),
            m -> DecodeCNode.decodeCancelBadgedSends(m, from.root().addr(), from.cptr(), from.depth()),
            CNodeOps::performCancelBadgedSends);
    }

    private static Optional<Operation> saveCaller(Draw draw) {
        From from = From.leading(draw, true);
        return invocation(draw, "saveCaller " + from, s -> CNodes.decodeSaveCaller(s, from.address()),
            m -> DecodeCNode.decodeSaveCaller(m, from.root().addr(), from.cptr(), from.depth()),
            CNodeOps::performSaveCaller);
    }

    private static Optional<Operation> invocation(Draw draw, String name,
        Function<State, Result<CNodeInvocation, ashlar.spec.state.SyscallError>> decodeSpec,
        ToIntFunction<Machine> decodeImpl, Consumer<Machine> performImpl) {
        if (!draw.mayCall()) return Optional.empty();
        return Optional.of(new Operation(name, s -> answered(s, decodeSpec.apply(s)), m -> {
            int error = decodeImpl.applyAsInt(m);
            if (error == SyscallError.NO_ERROR) performImpl.accept(m);
            return Answers.of(m, error);
        }));
    }

    private static Operation.Answered answered(State s,
        Result<CNodeInvocation, ashlar.spec.state.SyscallError> result) {
        return new Operation.Answered(
            result instanceof Ok(CNodeInvocation invocation) ? CNodes.perform(s, invocation) : s,
            Answers.of(result));
    }

    /// A badge or a guard; at times one that does not fit.
    private static long data(Draw draw) {
        if (draw.choice().oneIn(8)) return draw.choice().random().nextLong();
        return draw.choice().either() ? draw.choice().badge()
            : draw.choice().below(4) << 6 | draw.choice().below(4);
    }
}

package ashlar.refinement.report;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Claims;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Sampler;
import java.util.List;
import java.util.Optional;

/// One run of an obligation.
/// @param before  its arguments as seed makes them
/// @param after   its arguments when the run was over
/// @param raised  what it raised; null if nothing
/// @param outside the first word outside all objects that it changed, if there is one
/// @param call    what it did
record Run(long seed, List<Object> before, List<Object> after, Throwable raised, Optional<Long> outside,
           Call call) {
    static Run of(long seed, Object[] before, Object[] after, Throwable raised, Sampler sampler, Call call) {
        Optional<Long> outside = raised == null ? outside(before, after, sampler) : Optional.empty();
        return new Run(seed, List.of(before), List.of(after), raised, outside, call);
    }

    private static Optional<Long> outside(Object[] before, Object[] after, Sampler sampler) {
        for (int i = 0; i < before.length; i++) {
            if (!(before[i] instanceof Machine was)) continue;
            for (long address : was.differences((Machine) after[i]))
                if (!sampler.isInObject(before, address)) return Optional.of(address);
        }
        return Optional.empty();
    }

    /// What sort of claim it refutes; none if all is well or the arguments are outside the theorem.
    Optional<Kind> refuted() {
        if (outside.isPresent()) return Optional.of(Kind.FRAME);
        if (raised == null || raised instanceof Claims.Assumed) return Optional.empty();
        return Optional.of(raised instanceof Claims.Broken ? Kind.REFINES : Kind.TOTAL);
    }
}

package ashlar.refinement.report;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Claims;
import ashlar.refinement.api.Sampler;
import java.util.Optional;

/// One run of an obligation.
/// @param before  its arguments as the seed makes them
/// @param after   its arguments when the run was over
/// @param raised  what it raised; null if nothing
/// @param outside the first word outside all objects that it changed, if there is one
record Run(Object[] before, Object[] after, Throwable raised, Optional<Long> outside) {
    static Run of(Object[] before, Object[] after, Throwable raised, Sampler sampler) {
        Optional<Long> outside = raised == null ? outside(before, after, sampler) : Optional.empty();
        return new Run(before, after, raised, outside);
    }

    private static Optional<Long> outside(Object[] before, Object[] after, Sampler sampler) {
        for (int i = 0; i < before.length; i++) {
            if (!(before[i] instanceof Machine was)) continue;
            for (long address : was.differences((Machine) after[i]))
                if (!sampler.isInObject(before, address)) return Optional.of(address);
        }
        return Optional.empty();
    }

    boolean isFailure() {
        return raised != null && !(raised instanceof Claims.Assumed) || outside.isPresent();
    }

    boolean isClaimBroken() {
        return raised instanceof Claims.Broken;
    }
}

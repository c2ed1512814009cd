package ashlar.refinement.mutate;

import java.util.Optional;

/// What is known of a mutant.
/// @param by         what decided: the id of an obligation, or in which sense it is equivalent; may be empty
/// @param reason     why, in words
/// @param breach     the run that kills it, if one does
/// @param suggestion what would notice it, if nothing does
/// @param isCached   whether it comes from an earlier run
public record Judgement(Mutant mutant, Status status, String by, String reason, Optional<Breach> breach,
                        String suggestion, double seconds, boolean isCached) {
    static Judgement killed(Mutant m, Breach b) {
        return new Judgement(m, Status.KILLED_BY_PROOF, b.obligation(), b.what(), Optional.of(b), "", 0,
            false);
    }

    static Judgement of(Mutant m, Status status, String by, String reason) {
        return new Judgement(m, status, by, reason, Optional.empty(), "", 0, false);
    }

    Judgement suggesting(String what) {
        return new Judgement(mutant, status, by, reason, breach, what, seconds, isCached);
    }

    Judgement lasting(double time) {
        return new Judgement(mutant, status, by, reason, breach, suggestion, time, isCached);
    }
}

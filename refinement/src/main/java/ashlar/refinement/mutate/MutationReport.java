package ashlar.refinement.mutate;

import ashlar.refinement.api.Counterexample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// What a run over mutants found, for people to read.
/// @param title    what has mutants
/// @param seconds  that the run took
/// @param tests    what tests say, by the mutants' ids; empty if none were run
/// @param sources  the text of a source file, `pkg/Class.java`
/// @param pictures the two states of the run that kills a mutant
public record MutationReport(String title, Instant at, double seconds, List<Judgement> judged,
                             Map<String, Tested> tests, Function<String, Optional<String>> sources,
                             Function<Judgement, Optional<Counterexample>> pictures) {

    /// Judgements with what tests say: what they alone kill is killed by test. A mutant that is proved
    /// equivalent and that a test kills is unknown.
    public static List<Judgement> joined(List<Judgement> judged, Map<String, Tested> tests) {
        return judged.stream().map(j -> {
            Tested tested = tests.get(j.mutant().id());
            return tested == null || !tested.isKilled() ? j : joined(j, tested);
        }).toList();
    }

    private static Judgement joined(Judgement j, Tested tested) {
        return switch (j.status()) {
            case KILLED_BY_PROOF, KILLED_BY_TEST -> j;
            case SURVIVED, UNKNOWN -> with(j, Status.KILLED_BY_TEST, tested.by(), j.reason());
            case EQUIVALENT -> with(j, Status.UNKNOWN, tested.by(), "proved equivalent, yet a test fails");
        };
    }

    private static Judgement with(Judgement j, Status status, String by, String reason) {
        return new Judgement(j.mutant(), status, by, reason, j.breach(), j.suggestion(), j.seconds(),
            j.isCached());
    }

    boolean isKilledByTest(Judgement j) {
        Tested tested = tests.get(j.mutant().id());
        return tested != null && tested.isKilled();
    }

    static boolean isKilledByProof(Judgement j) {
        return j.status() == Status.KILLED_BY_PROOF;
    }

    List<Judgement> with(Status status) {
        return judged.stream().filter(j -> j.status() == status).toList();
    }

    /// Those of the classes in one source file, by the file: `pkg/Class.java`.
    Map<String, List<Judgement>> byFile() {
        Map<String, List<Judgement>> files = new TreeMap<>();
        for (Judgement j : judged) {
            String owner = j.mutant().owner();
            String file = owner.substring(0, owner.lastIndexOf('/') + 1) + j.mutant().file();
            files.computeIfAbsent(file, _ -> new ArrayList<>()).add(j);
        }
        return files;
    }
}

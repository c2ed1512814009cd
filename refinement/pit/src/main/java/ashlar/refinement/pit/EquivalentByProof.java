package ashlar.refinement.pit;

import ashlar.refinement.mutate.Mutant;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.pitest.mutationtest.ClassMutationResults;
import org.pitest.mutationtest.DetectionStatus;
import org.pitest.mutationtest.MutationResult;
import org.pitest.mutationtest.MutationResultInterceptor;
import org.pitest.mutationtest.MutationStatusTestPair;
import org.pitest.mutationtest.config.ConfigurationUpdater;
import org.pitest.mutationtest.config.ReportOptions;
import org.pitest.plugin.Feature;
import org.pitest.plugin.FeatureParameter;
import org.pitest.plugin.FeatureSetting;
import org.pitest.util.Log;

/// Gives PIT's status EQUIVALENT to mutants that no test kills and that `ashlar mutate` has proved
/// equivalent. In PIT's configuration: `+equivalent_by_proof(file[mutants.json])`, with the file that
/// `--json` wrote. A file that is not there, or is older than a source, is not used; the log says so.
public enum EquivalentByProof implements ConfigurationUpdater, MutationResultInterceptor {
    PLUGIN;

    private static final Logger LOG = Log.getLogger();
    private static final FeatureParameter FILE = FeatureParameter.named("file")
        .withDescription("what ashlar mutate --json wrote");
    private static final Set<DetectionStatus> OPEN =
        EnumSet.of(DetectionStatus.SURVIVED, DetectionStatus.NO_COVERAGE);

    @SuppressWarnings("ImmutableEnumChecker") // PIT makes no other object of a plug-in that is an enum.
    private Set<String> proved = Set.of();

    @Override public Feature provides() {
        return Feature.named("equivalent_by_proof").withDescription(description()).withParameter(FILE);
    }

    @Override public String description() {
        return "Marks mutants that were proved equivalent";
    }

    @Override public void updateConfig(FeatureSetting setting, ReportOptions options) {
        Optional<String> file = setting == null ? Optional.empty() : setting.getString(FILE.name());
        if (file.isEmpty()) throw new IllegalArgumentException("equivalent_by_proof needs file[...]");
        var proofs = new Proofs(Path.of(file.get()));
        Optional<String> flaw = proofs.flaw(options.getSourcePaths());
        flaw.ifPresent(text -> LOG.info("No mutant is marked as equivalent: " + text));
        proved = flaw.isPresent() ? Set.of() : proofs.equivalent();
    }

    @Override public Collection<ClassMutationResults> modify(Collection<ClassMutationResults> results) {
        return results.stream().map(this::marked).toList();
    }

    private ClassMutationResults marked(ClassMutationResults ofClass) {
        return new ClassMutationResults(ofClass.getMutations().stream().map(this::marked).toList());
    }

    private MutationResult marked(MutationResult result) {
        String id = Mutant.id(result.getDetails().getId());
        return OPEN.contains(result.getStatus()) && proved.contains(id)
            ? new MutationResult(result.getDetails(), equivalent(result)) : result;
    }

    private static MutationStatusTestPair equivalent(MutationResult result) {
        return new MutationStatusTestPair(result.getNumberOfTestsRun(), DetectionStatus.EQUIVALENT, List.of(),
            result.getSucceedingTests(), result.getCoveringTests());
    }
}

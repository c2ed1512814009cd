package ashlar.refinement.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.ClassMutationResults;
import org.pitest.mutationtest.DetectionStatus;
import org.pitest.mutationtest.MutationResult;
import org.pitest.mutationtest.MutationStatusTestPair;
import org.pitest.mutationtest.config.ReportOptions;
import org.pitest.mutationtest.engine.Location;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.MutationIdentifier;
import org.pitest.plugin.FeatureSetting;
import org.pitest.plugin.ToggleStatus;

class EquivalentByProofTest {
    private static final MutationIdentifier ID = new MutationIdentifier(
        Location.location(ClassName.fromString("a.B"), "c", "(J)V"), 7, "org.pitest.MathMutator");

    @TempDir private Path folder;
    private Path file;
    private Path source;

    @BeforeEach
    void proof_newer_than_source() throws IOException {
        source = Files.writeString(folder.resolve("B.java"), "class B { }");
        file = Files.writeString(folder.resolve("mutants.json"),
            "{\"mutants\":[{\"id\":\"a.B.c(J)V#7#Math\",\"status\":\"equivalent\"}]}");
        Files.setLastModifiedTime(source, FileTime.fromMillis(1_000));
    }

    private static void configure(Map<String, List<String>> parameters, Path sources) {
        var options = new ReportOptions();
        options.setSourceDirs(List.of(sources));
        EquivalentByProof.PLUGIN.updateConfig(
            new FeatureSetting("equivalent_by_proof", ToggleStatus.ACTIVATE, parameters), options);
    }

    private DetectionStatus after(DetectionStatus status) {
        configure(Map.of("file", List.of(file.toString())), folder);
        var details = new MutationDetails(ID, "B.java", "a fault", 3, 1);
        var result = new MutationResult(details, new MutationStatusTestPair(2, status, null));
        var results = EquivalentByProof.PLUGIN.modify(List.of(new ClassMutationResults(List.of(result))));
        return results.iterator().next().getMutations().iterator().next().getStatus();
    }

    @Test
    void a_survivor_that_is_proved_equivalent_is_marked() {
        assertThat(after(DetectionStatus.SURVIVED)).isEqualTo(DetectionStatus.EQUIVALENT);
    }

    @Test
    void a_mutant_that_no_test_runs_is_marked() {
        assertThat(after(DetectionStatus.NO_COVERAGE)).isEqualTo(DetectionStatus.EQUIVALENT);
    }

    @Test
    void a_mutant_that_a_test_kills_stays_killed() {
        assertThat(after(DetectionStatus.KILLED)).isEqualTo(DetectionStatus.KILLED);
    }

    @Test
    void a_mutant_that_is_not_proved_equivalent_stays() throws IOException {
        Files.writeString(file, "{\"mutants\":[{\"id\":\"a.B.c(J)V#7#Math\",\"status\":\"unknown\"}]}");
        assertThat(after(DetectionStatus.SURVIVED)).isEqualTo(DetectionStatus.SURVIVED);
    }

    @Test
    void proofs_older_than_a_source_mark_nothing() throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(500));
        assertThat(after(DetectionStatus.SURVIVED)).isEqualTo(DetectionStatus.SURVIVED);
    }

    @Test
    void no_proofs_mark_nothing() throws IOException {
        Files.delete(file);
        assertThat(after(DetectionStatus.SURVIVED)).isEqualTo(DetectionStatus.SURVIVED);
    }

    @Test
    void the_file_must_be_named() {
        assertThatThrownBy(() -> configure(Map.of(), folder)).hasMessageContaining("file[...]");
    }
}

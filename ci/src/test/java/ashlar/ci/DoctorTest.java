package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(named = "solver.tests.skip", matches = "true")
class DoctorTest {
    @TempDir Path root;

    @Test void what_is_there_is_told_with_its_use() {
        Run run = Run.of(root, new Tiny(), "doctor");
        assertThat(run.status()).isZero();
        assertThat(run.out()).containsPattern("there +Z3 +.*4\\.14\\.1").containsPattern("there +JDK +25")
            .contains("cvc5", "Bitwuzla", "QEMU", "gcc", "cores", "memory", "cache");
    }

    @Test void json_tells_the_same() throws IOException {
        Path file = root.resolve("out.json");
        Run.of(root, new Tiny(), "doctor", "--json", file.toString());
        assertThat(Json.MAPPER.readTree(Files.readString(file)).at("/findings/1/what").asString())
            .isEqualTo("Z3");
    }

    @Test void other_z3_is_said_loudly() {
        assertThat(Findings.z3("Z3 4.8.12.0").state()).isEqualTo(Findings.Finding.State.WRONG);
        assertThat(Findings.z3("Z3 4.14.10.0").state()).isEqualTo(Findings.Finding.State.WRONG);
        assertThat(Findings.z3("Z3 4.14.1.0").state()).isEqualTo(Findings.Finding.State.THERE);
    }
}

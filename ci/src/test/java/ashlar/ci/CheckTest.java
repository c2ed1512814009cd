package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.ci.Tiny.Falsehoods;
import ashlar.ci.Tiny.Hard;
import ashlar.ci.Tiny.Strange;
import ashlar.ci.Tiny.Truths;
import ashlar.ci.Tiny.Unreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisabledIfSystemProperty(named = "solver.tests.skip", matches = "true")
class CheckTest {
    private static final String SUM = "Truths.sum_commutes";

    @TempDir Path root;

    @Test void truths_are_proved_with_status_0() {
        Run run = check(new Tiny(Truths.class));
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("proved  ").contains(SUM).contains("2 obligations: 2 proved;")
            .doesNotContain("\u001b");
    }

    @Test void falsehood_is_refuted_with_status_1_and_a_picture() {
        Run run = check(new Tiny(Truths.class, Falsehoods.class));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("REFUTED  Falsehoods.numbers_are_below_200")
            .contains("./ashlar explain Falsehoods.numbers_are_below_200 --replay");
    }

    @Test void what_nothing_satisfies_is_vacuous_with_status_4() {
        Run run = check(new Tiny(Unreachable.class));
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.out()).contains("VACUOUS  Unreachable.nothing_is_above_and_below");
    }

    @Test void unsupported_construct_is_an_error_with_status_5_that_names_its_line() {
        Run run = check(new Tiny(Strange.class));
        assertThat(run.status()).isEqualTo(5);
        assertThat(run.out()).containsPattern("ERROR    Strange.halves_are_exact: .*Tiny.java:\\d+");
    }

    @Test void hard_question_stays_unknown_with_status_3() {
        Run run = check(new Tiny(Hard.class), "--timeout", "0.05");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).contains("UNKNOWN  Hard.product");
    }

    @Test void unknown_that_is_listed_with_a_reason_is_accepted() throws IOException {
        Files.createDirectories(root.resolve("ci"));
        Files.writeString(root.resolve("ci/known-unknowns.txt"),
            "# comment\n\nHard.product_of_two_large_primes_has_no_factors  factoring is hard\n");
        Run run = check(new Tiny(Hard.class), "--timeout", "0.05");
        assertThat(run.status()).isZero();
        assertThat(run.out())
            .contains("accepted Hard.product_of_two_large_primes_has_no_factors: factoring is hard");
    }

    @Test void listed_unknown_that_is_proved_is_to_be_struck_out() throws IOException {
        Files.createDirectories(root.resolve("ci"));
        Files.writeString(root.resolve("ci/known-unknowns.txt"), SUM + " sums are hard\n");
        assertThat(check(new Tiny(Truths.class)).err()).contains(SUM + ", but it is proved: strike it out");
    }

    @Test void list_proves_nothing() {
        Run run = check(new Tiny(Truths.class, Strange.class), "--list");
        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).hasSize(3)
            .contains("lemma      Truths.sum_commutes                   a sum does not depend on the order");
    }

    @Test void glob_selects() {
        Run run = check(new Tiny(Truths.class, Falsehoods.class), "sum*");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("1 obligation: 1 proved;");
    }

    @Test void json_has_the_keys_that_are_promised() throws IOException {
        Path file = root.resolve("made/out.json");
        check(new Tiny(Truths.class, Falsehoods.class), "--json", file.toString());
        JsonNode report = Json.MAPPER.readTree(Files.readString(file));
        assertThat(report.get("summary").propertyNames())
            .startsWith("proved", "bounded", "refuted", "unknown", "cached", "seconds");
        assertThat(report.at("/summary/proved").asInt()).isEqualTo(2);
        assertThat(report.at("/summary/refuted").asInt()).isEqualTo(1);
        JsonNode sum = report.at("/obligations/2");
        assertThat(sum.propertyNames()).startsWith("id", "kind", "verdict", "bound", "seconds", "paths",
            "queries", "cached", "witness", "mutant");
        assertThat(sum.get("id").asString()).isEqualTo(SUM);
        assertThat(sum.get("kind").asString()).isEqualTo("lemma");
        assertThat(sum.get("witness").asBoolean()).isTrue();
    }

    @Test void json_on_standard_output_stands_alone() {
        Run run = check(new Tiny(Truths.class), "--json", "-");
        assertThat(Json.MAPPER.readTree(run.out()).at("/summary/proved").asInt()).isEqualTo(2);
    }

    @Test void page_shows_the_source_of_obligations() throws IOException {
        Path source = root.resolve("ci/src/test/java/ashlar/ci/Tiny.java");
        Files.createDirectories(source.getParent());
        Files.copy(Path.of("src/test/java/ashlar/ci/Tiny.java"), source);
        check(new Tiny(Truths.class), "--html", root.resolve("page").toString());
        assertThat(root.resolve("page/index.html")).content().contains("All 2 obligations are proved.")
            .contains("/// Adding commutes.").contains("prove(a + b == b + a);");
    }

    @Test void glob_without_match_is_bad_usage_and_tells_the_nearest_names() {
        Run run = check(new Tiny(Truths.class), SUM, "sum_comutes");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("no obligation matches sum_comutes; did you mean " + SUM);
    }

    @Test void bad_values_of_options_are_bad_usage_in_one_line() {
        assertBadUsage("--jobs", "0");
        assertBadUsage("--jobs", "many");
        assertBadUsage("--timeout", "-1");
        assertBadUsage("--timeout", "NaN");
        assertBadUsage("--fast");
    }

    @Test void report_that_cannot_be_written_is_told_before_anything_is_proved() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        assertBadUsage("--html", file.toString());
        assertBadUsage("--smt2", file.resolve("below").toString());
        assertBadUsage("--json", root.toString());
        assertBadUsage("--junit", file.resolve("out.xml").toString());
    }

    private void assertBadUsage(String... options) {
        Run run = check(new Tiny(Strange.class), options);
        assertThat(run.status()).as(String.join(" ", options)).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    private Run check(Tiny suite, String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "check";
        System.arraycopy(options, 0, args, 1, options.length);
        return Run.of(root, suite, args);
    }
}

package ashlar.ci;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Suite;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// The verdicts of earlier runs: a file of JSON lines, the latest last.
record History(Path file) {
    private static final long LARGE = 4 << 20;
    private static final int KEPT = 10;

    /// What one run found of one obligation.
    /// @param reason         why it is not proved, or within which bound
    /// @param counterexample null unless it is refuted
    /// @param code           the methods on trial that were looked into, `Class.method`
    record Entry(String id, Instant at, String verdict, double seconds, String reason,
                 Counterexample counterexample, List<String> uses, List<String> code, String assumptions,
                 String mutant) {
        private static Entry of(Result r, Suite suite, Instant at) {
            return new Entry(r.id(), at, r.verdict().text(), r.seconds(),
                Json.reason(r.verdict()),
                r.verdict() instanceof Verdict.Refuted(var ce) ? ce : null, r.uses(),
                onTrial(r.reached(), suite), r.assumptions(), r.mutant());
        }
    }

    private static List<String> onTrial(List<String> methods, Suite suite) {
        return methods.stream().filter(m -> suite.isOnTrial(m.substring(0, m.indexOf('.'))))
            .map(m -> m.substring(0, m.indexOf('('))).map(m -> m.substring(m.lastIndexOf('/') + 1))
            .distinct().toList();
    }

    /// Adds what is new in results; all of them, if nothing is remembered.
    void add(List<Result> results, Suite suite) throws IOException {
        boolean first = !Files.exists(file);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Entry> fresh =
            results.stream().filter(r -> first || !r.cached()).map(r -> Entry.of(r, suite, now)).toList();
        if (fresh.isEmpty()) return;
        Files.createDirectories(file.getParent());
        Files.write(file, lines(fresh), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (Files.size(file) > LARGE) forgetOldOnes();
    }

    private static List<String> lines(List<Entry> entries) {
        return entries.stream().map(Json::text).toList();
    }

    private void forgetOldOnes() throws IOException {
        Map<String, List<Entry>> byId = new LinkedHashMap<>();
        for (Entry e : entries()) byId.computeIfAbsent(e.id(), _ -> new ArrayList<>()).add(e);
        List<Entry> kept = byId.values().stream()
            .flatMap(those -> those.stream().skip(Math.max(0, those.size() - KEPT))).toList();
        Path smaller = Files.createTempFile(file.getParent(), "history", null);
        Files.write(smaller, lines(kept));
        Files.move(smaller, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /// All that is remembered; lines that are damaged are passed over.
    List<Entry> entries() throws IOException {
        if (!Files.exists(file)) return List.of();
        return Files.readAllLines(file).stream().flatMap(History::entry).toList();
    }

    private static Stream<Entry> entry(String line) {
        try {
            return Stream.of(Json.MAPPER.readValue(line, Entry.class));
        } catch (JacksonException e) {
            return Stream.of();
        }
    }
}

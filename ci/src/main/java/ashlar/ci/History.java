package ashlar.ci;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    record Entry(String id, Instant at, String verdict, double seconds, String reason,
                 Counterexample counterexample, List<String> uses, List<String> reached, String assumptions,
                 String mutant) {
        private static Entry of(Result r, Instant at) {
            return new Entry(r.id(), at, r.verdict().text(), r.seconds(),
                r.verdict() instanceof Verdict.Bounded(var bound) ? bound : Json.reason(r.verdict()),
                r.verdict() instanceof Verdict.Refuted(var ce) ? ce : null, r.uses(), r.reached(),
                r.assumptions(), r.mutant());
        }
    }

    /// Adds what is new in results; all of them, if nothing is remembered.
    void add(List<Result> results) throws IOException {
        boolean first = !Files.exists(file);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Entry> fresh =
            results.stream().filter(r -> first || !r.cached()).map(r -> Entry.of(r, now)).toList();
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
            .flatMap(those -> those.subList(Math.max(0, those.size() - KEPT), those.size()).stream()).toList();
        Path smaller = Files.createTempFile(file.getParent(), "history", null);
        Files.write(smaller, lines(kept));
        Files.move(smaller, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
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

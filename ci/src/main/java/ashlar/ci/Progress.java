package ashlar.ci;

import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Listener;
import ashlar.refinement.check.Result;
import ashlar.refinement.mutate.Judgement;
import ashlar.refinement.mutate.MutationListener;
import ashlar.refinement.report.Columns;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// One line at the foot of a terminal that tells how far a run has come; above it, what went wrong so far.
final class Progress implements Listener, MutationListener, AutoCloseable {
    private static final long INTERVAL_MS = 200;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter terminal;
    private final int width;
    private final long start = System.nanoTime();
    private final Map<String, Long> running = new LinkedHashMap<>();
    private final ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("progress").factory());
    private int done;
    private int total;

    Progress(PrintWriter terminal, int width) {
        this.terminal = terminal;
        this.width = width;
        var _ = clock.scheduleAtFixedRate(this::draw, INTERVAL_MS, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    @Override public synchronized void started(String id) {
        running.put(id, System.nanoTime());
    }

    @Override public synchronized void note(String line) {
        terminal.println(CLEAR + "ashlar: " + line);
    }

    @Override public void finished(Result result, int done, int total) {
        advanced(result.id(), result.verdict() instanceof Verdict.Proved ? "" : result.verdict().text(), done,
            total);
    }

    @Override public synchronized void phase(String what) {
        done = 0;
        running.clear();
        running.put(what, System.nanoTime());
        draw();
    }

    @Override public void judged(Judgement j, int done, int total) {
        boolean isWell = j.status() != ashlar.refinement.mutate.Status.SURVIVED
            && j.status() != ashlar.refinement.mutate.Status.UNKNOWN;
        advanced(j.mutant().toString(), isWell ? "" : j.status().text(), done, total);
    }

    /// @param trouble what went wrong, in a word or two; empty if nothing did
    private synchronized void advanced(String id, String trouble, int done, int total) {
        this.done = done;
        this.total = total;
        running.remove(id);
        if (!trouble.isEmpty()) terminal.print(CLEAR + trouble + "  " + id + System.lineSeparator());
        draw();
    }

    @Override public synchronized void close() {
        clock.shutdownNow();
        terminal.print(CLEAR);
        terminal.flush();
    }

    private synchronized void draw() {
        if (clock.isShutdown()) return;
        terminal.print(CLEAR + Columns.cut(line(System.nanoTime()), width - 1));
        terminal.flush();
    }

    private String line(long now) {
        String those = running.entrySet().stream()
            .map(e -> "%s %.0f s".formatted(e.getKey(), (now - e.getValue()) / 1e9))
            .collect(Collectors.joining(", "));
        double rate = done / ((now - start) / 1e9);
        return done == 0 ? those : "%d/%d  %.1f/s  %s left  %s".formatted(done, total, rate,
            duration((total - done) / rate), those);
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : "%d min %02d s".formatted(whole / 60, whole % 60);
    }
}

package ashlar.refinement.check;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.solve.Question;
import ashlar.refinement.solve.SecondOpinion;
import ashlar.refinement.solve.SecondOpinion.Opinion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// What becomes of the questions that the solver answered with yes: they are kept as scripts, put to a second
/// solver, or both.
final class Questions {
    private static final int MILLIS = 10_000;

    private final Optional<Path> folder;
    private final boolean isCrossChecked;
    private final AtomicInteger agreed = new AtomicInteger();
    private final AtomicInteger undecided = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();

    Questions(Optional<Path> folder, boolean isCrossChecked) {
        this.folder = folder;
        this.isCrossChecked = isCrossChecked;
    }

    boolean areWanted() {
        return folder.isPresent() || isCrossChecked;
    }

    /// Takes the questions of one obligation.
    /// @throws Unsupported if another solver answers a question otherwise
    Consumer<Question> of(String id) {
        if (!areWanted()) return _ -> { };
        AtomicInteger number = new AtomicInteger();
        return q -> take(q, id, number.incrementAndGet());
    }

    private void take(Question q, String id, int number) {
        String script = q.script(id + ", question " + number + ": unsat is yes, it follows");
        folder.ifPresent(f -> write(f.resolve(id).resolve("%04d.smt2".formatted(number)), script));
        if (isCrossChecked) crossCheck(q, script, id + ", question " + number);
    }

    private static void write(Path file, String script) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, script);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void crossCheck(Question q, String script, String name) {
        boolean isForBitwuzla = q.isExact() && q.assumptions().isEmpty();
        Opinion opinion = (isForBitwuzla ? SecondOpinion.BITWUZLA : SecondOpinion.CVC5).ask(script, MILLIS);
        switch (opinion) {
            case Opinion.Unsat()       -> agreed.incrementAndGet();
            case Opinion.Unknown _     -> undecided.incrementAndGet();
            case Opinion.Unavailable _ -> unavailable.incrementAndGet();
            case Opinion.Sat()         -> throw new IllegalStateException("the solvers disagree: Z3 answers unsat, "
                + (isForBitwuzla ? "Bitwuzla" : "cvc5") + " sat: " + name);
        }
    }

    /// How it went, in one line.
    String summary() {
        String line = "second solver: " + agreed + " answers agree, " + undecided
            + " stay unknown, none disagrees";
        return unavailable.get() == 0 ? line : line + ", " + unavailable + " could not be asked";
    }

    boolean isCrossChecked() {
        return isCrossChecked;
    }
}

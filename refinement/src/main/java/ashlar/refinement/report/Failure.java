package ashlar.refinement.report;

import ashlar.refinement.api.Kind;
import ashlar.refinement.report.Event.Store;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/// How a run fails.
/// @param where  the line in question, `ashlar/spec/ipc/Ipc.java:28`
/// @param broken what is wrong
/// @param claim  the outermost predicate that is false, if there is one
record Failure(String where, String broken, Optional<Call> claim) {
    /// @param isOwn whether the class with a name is the suite's, its specification's or on trial
    static Failure of(Run run, OnTrial onTrial, Predicate<String> isOwn) {
        Predicate<String> isTold = c -> isOwn.test(c) && !onTrial.isLayout(c);
        if (run.outside().isPresent()) return stray(run.outside().get(), run.call(), isTold);
        Optional<StackTraceElement> place = place(run.raised(), isTold);
        String where = place.map(Failure::file).orElse("");
        if (run.refuted().equals(Optional.of(Kind.TOTAL)))
            return new Failure(where, raises(run.raised(), place), Optional.empty());
        Blame blame = Blame.of(run.call());
        return new Failure(where, blame.text(onTrial), blame.root());
    }

    private static Failure stray(long address, Call obligation, Predicate<String> isTold) {
        String what = " stores to " + Words.address(address) + ", where no object is";
        return store(obligation, address)
            .map(s -> new Failure(place(s.store.place(), isTold).map(Failure::file).orElse(""),
                Arguments.call(s.call) + what, Optional.empty()))
            .orElse(new Failure("", "it" + what, Optional.empty()));
    }

    private record Stored(Call call, Store store) { }

    /// The first store to address in call.
    private static Optional<Stored> store(Call call, long address) {
        for (Event e : call.events()) {
            if (e instanceof Store s && s.address() == address) return Optional.of(new Stored(call, s));
            Optional<Stored> inner = e instanceof Call c ? store(c, address) : Optional.empty();
            if (inner.isPresent()) return inner;
        }
        return Optional.empty();
    }

    private static String raises(Throwable t, Optional<StackTraceElement> place) {
        String message = t.getMessage() == null ? "" : ": " + t.getMessage();
        return "raises " + t.getClass().getSimpleName() + message
            + place.map(e -> " at " + e.getFileName() + ":" + e.getLineNumber()).orElse("");
    }

    private static Optional<StackTraceElement> place(Throwable t, Predicate<String> isIn) {
        return Arrays.stream(t.getStackTrace()).filter(e -> isIn.test(e.getClassName())).findFirst();
    }

    private static String file(StackTraceElement e) {
        String folder = e.getClassName().substring(0, e.getClassName().lastIndexOf('.') + 1);
        return folder.replace('.', '/') + e.getFileName() + ":" + e.getLineNumber();
    }
}

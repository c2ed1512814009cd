package ashlar.refinement.check;

import ashlar.refinement.api.Suite;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.layout.LayoutProof;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.solve.Limits;
import ashlar.refinement.term.OutOfTime;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a solver says of an obligation over other class files than those that are loaded.
/// @param open what was not proved, each with the reason
public record Reproof(List<String> open) {
    private static final int LIFTING = 8;      // times the limit of a question

    /// Proves an obligation, if that can be done.
    /// @param seconds limit for each question
    public static Reproof of(Suite suite, Method obligation, ClassSource source, double seconds) {
        int millis = (int) Math.max(2, seconds * 1000);
        try {
            Proof proof = Proof.of(suite, obligation, source,
                new Limits(millis / 2, millis, LIFTING * millis), _ -> { });
            return new Reproof(proof.open().stream().map(Proof.Open::text).toList());
        } catch (Unsupported | OutOfTime e) {
            return new Reproof(List.of(String.valueOf(e.getMessage())));
        }
    }

    /// Proves that the fields of a layout are separate, if that can be done.
    public static Reproof ofLayout(Suite suite, Class<?> layout, ClassSource source, double seconds) {
        try {
            return new Reproof(LayoutProof.of(layout, suite.places().get(layout), source,
                (int) Math.max(2, seconds * 1000)).open());
        } catch (Unsupported | OutOfTime e) {
            return new Reproof(List.of(String.valueOf(e.getMessage())));
        }
    }

    public boolean isProved() {
        return open.isEmpty();
    }

    /// A text that changes with the engine, the solver or the sampler of suite.
    public static String engine(Suite suite) {
        return Cache.engine(suite, true);
    }

    /// The ids of the obligations of suite that are contracts, by the key of the function on trial.
    public static Map<String, String> contracts(Suite suite, ClassSource source) {
        Map<String, String> ids = new LinkedHashMap<>();
        SuiteContracts.of(suite, new Classes(source)).byKernel().forEach((kernel, c) ->
            ids.put(kernel, Claim.id(c.obligation())));
        return ids;
    }
}

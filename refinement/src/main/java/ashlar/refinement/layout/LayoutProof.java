package ashlar.refinement.layout;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.lift.ClassSource;
import ashlar.refinement.lift.Classes;
import ashlar.refinement.solve.Answer;
import ashlar.refinement.solve.Exact;
import ashlar.refinement.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the solver says of the claim that the fields of a layout are separate typed fields.
/// @param open    claims that were not proved, each with the reason
/// @param claims  how many there are
/// @param reached methods whose code it depends on
public record LayoutProof(Class<?> layout, List<String> open, int claims, int queries,
                          Set<String> reached) {
    /// Proves, of every field f(m, keys…) of layout with setF(m, keys…, value), wherever it may be accessed:
    /// - neither raises an exception, and both touch only words that their object covers;
    /// - what is read back depends on the value stored and nothing else, and a value read comes back
    ///   unchanged when it is stored;
    /// - a store leaves every other field of its object, and the same field at other indices, as they were;
    /// - objects cover different words, so a store leaves other objects as they were too.
    ///
    /// That objects of two layouts cover different words is not shown here: it depends on the state.
    /// @param places static boolean methods over keys: `covers(object…, addr)`, whether the word at addr
    ///               belongs to the object, and `place(keys…)`, or one named as the field, whether it may be
    ///               accessed at keys
    /// @param millis limit for each question
    /// @throws Unsupported if layout has no fields, or one of the methods uses what the engine does not know
    public static LayoutProof of(Class<?> layout, Class<?> places, ClassSource source, int millis) {
        List<Field> fields = Field.of(layout);
        if (fields.isEmpty()) throw new Unsupported(layout.getSimpleName() + " has no fields");
        Classes classes = new Classes(source);
        Terms terms = new Terms();
        Memory memory = new Memory(terms, classes);
        List<Claim> claims = new Lemmas(terms, memory, fields, places).claims();
        List<String> open = new ArrayList<>();
        try (Exact solver = new Exact(millis)) {
            for (Claim c : claims) {
                Answer answer = solver.prove(c.assumed(), c.holds());
                if (!(answer instanceof Answer.Proved)) open.add(c.text() + ": " + answer);
            }
            return new LayoutProof(layout, open, claims.size(), solver.queries(), classes.reached());
        }
    }
}

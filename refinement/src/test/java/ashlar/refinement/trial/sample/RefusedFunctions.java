package ashlar.refinement.trial.sample;

import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;

/// Functions as values that the engine does not understand and must refuse.
public final class RefusedFunctions {
    private RefusedFunctions() { }

    @Because("a reference to a constructor")
    public static int constructorReference(int a) {
        IntFunction<Refused.Cell> f = Refused.Cell::new;
        return f.apply(a).value;
    }

    @Because("a function that converts numbers")
    public static long convertingReference(int a) {
        IntToLongFunction f = Math::abs;
        return f.applyAsLong(a);
    }

    @Because("a function that converts numbers")
    public static int boxingReference(int a) {
        Function<Integer, Integer> f = Math::abs;
        return f.apply(a);
    }

    @Because("java/util/function/IntPredicate.negate")
    public static boolean defaultOfJdkFunction(int a) {
        IntPredicate p = x -> x > 3;
        return p.negate().test(a);
    }

    @Because("a reference to ashlar/model/collection/PSet.has")
    public static boolean referenceToTheory(PSet<Theories.Key> s, PQueue<Theories.Key> q) {
        return q.forAll(s::has);
    }

    @Because("a function that is no lambda in place")
    public static boolean unknownFunction(PSet<Theories.Key> s, boolean b) {
        return b && s.forAll((Predicate<Theories.Key>) null);
    }
}

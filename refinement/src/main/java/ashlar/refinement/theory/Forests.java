package ashlar.refinement.theory;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Term;
import java.util.List;

/// The methods of `PForest`.
final class Forests {
    private static final String NO_SUCH_ELEMENT = "java/util/NoSuchElementException";
    private static final String ILLEGAL_ARGUMENT = "java/lang/IllegalArgumentException";

    private final Symbolic symbolic;
    private final Collections collections;

    Forests(Symbolic symbolic, Collections collections) {
        this.symbolic = symbolic;
        this.collections = collections;
    }

    Value call(Site site, String name, List<Value> a) {
        if (name.equals("empty")) return ForestValue.empty(symbolic);
        ForestValue f = (ForestValue) a.getFirst();
        return switch (name) {
            case "contains"       -> collections.truth(f.order().contains(a.get(1)));
            case "isDescendant"   -> collections.truth(f.isBelow(a.get(1), a.get(2)));
            case "precedes"       -> collections.truth(f.precedes(a.get(1), a.get(2)));
            case "hasDescendants" -> collections.truth(f.hasDescendants(a.get(1)));
            case "after"          -> f.order().after(a.get(1)).asOption(symbolic);
            case "before"         -> f.order().before(a.get(1)).asOption(symbolic);
            case "forAll"         -> collections.truth(collections.all(site, f.order(), a.get(1), false));
            case "exists"         ->
                collections.truth(site.terms().not(collections.all(site, f.order(), a.get(1), true)));
            default               -> changed(site, f, name, a);
        };
    }

    private Value changed(Site site, ForestValue f, String name, List<Value> a) {
        return switch (name) {
            case "addRoot"    -> {
                site.raiseIf(f.order().contains(a.get(1)), ILLEGAL_ARGUMENT);
                yield f.root(a.get(1));
            }
            case "addChild"   -> {
                newBeside(site, f, a.get(1), a.get(2));
                yield f.child(a.get(1), a.get(2));
            }
            case "addSibling" -> {
                site.raiseIf(f.hasDescendants(a.get(1)), ILLEGAL_ARGUMENT);
                newBeside(site, f, a.get(1), a.get(2));
                yield f.sibling(a.get(1), a.get(2));
            }
            case "remove"     -> f.removed(a.get(1));
            case "replace"    -> replaced(site, f, a.get(1), a.get(2));
            default           -> throw new Unsupported("PForest." + name);
        };
    }

    private static void newBeside(Site site, ForestValue f, Value x, Value t) {
        site.raiseIf(site.terms().not(f.order().contains(x)), NO_SUCH_ELEMENT);
        site.raiseIf(f.order().contains(t), ILLEGAL_ARGUMENT);
    }

    private Value replaced(Site site, ForestValue f, Value x, Value y) {
        Term same = symbolic.same(x, y);
        site.raiseIf(site.terms().not(f.order().contains(x)), NO_SUCH_ELEMENT);
        site.raiseIf(site.terms().and(f.order().contains(y), site.terms().not(same)), ILLEGAL_ARGUMENT);
        return f.orElse(same, f.replaced(x, y));
    }
}

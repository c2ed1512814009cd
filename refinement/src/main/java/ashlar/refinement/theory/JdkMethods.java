package ashlar.refinement.theory;

import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.lift.Known;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Term;
import java.util.List;

/// The few methods of the JDK that are cheaper known by heart than executed.
public final class JdkMethods implements Known {
    @Override
    public boolean knows(String owner, String name, String descriptor) {
        return owner.equals("java/util/Objects") && name.equals("requireNonNull")
            || owner.equals("java/lang/Long") && (name.equals("compareUnsigned") || name.equals("compare"));
    }

    private static Value nonNull(Value v) {
        boolean mayBeNull = v instanceof Value.Null || v instanceof Value.Sum(var a)
            && a.containsKey(Value.NULL);
        if (mayBeNull) throw new Unsupported("requireNonNull of what may be null");
        return v;
    }

    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        if (name.equals("requireNonNull")) return nonNull(arguments.getFirst());
        Term a = ((Num) arguments.get(0)).term();
        Term b = ((Num) arguments.get(1)).term();
        var terms = site.terms();
        Term less = name.equals("compare") ? terms.slt(a, b) : terms.ult(a, b);
        return new Num(terms.ite(less, terms.int32(-1),
            terms.ite(terms.eq(a, b), terms.int32(0), terms.int32(1))));
    }
}

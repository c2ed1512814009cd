package ashlar.refinement.theory;

import ashlar.refinement.heap.Heap.Cell;
import ashlar.refinement.heap.Unsupported;
import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.heap.Value.Ref;
import ashlar.refinement.lift.Known;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Sort;
import ashlar.refinement.term.Term;
import java.util.List;

/// A machine's memory as one map from address to 64-bit word.
public final class Words implements Known {
    private static final String MACHINE = "ashlar/model/machine/Machine";
    private static final String WORD = "word";

    @Override
    public boolean knows(String owner, String name, String descriptor) {
        return owner.equals(MACHINE) && !name.equals("<init>");
    }

    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        if (!(arguments.getFirst() instanceof Ref(var id, _) && site.heap()
            .at(id) instanceof Cell.Memory(var memory))) {
            throw new Unsupported("a machine of unknown identity");
        }
        Term addr = ((Num) arguments.get(1)).term();
        var terms = site.terms();
        site.raiseIf(terms.not(terms.eq(terms.extract(2, 0, addr), terms.bits(3, 0))),
            "java/lang/IllegalArgumentException");
        if (name.equals("load64")) return new Num(memory.load(WORD, List.of(addr), Sort.bits(64)));
        if (!name.equals("store64")) throw new Unsupported("Machine." + name);
        site.setHeap(site.heap()
            .with(id, new Cell.Memory(memory.store(WORD, List.of(addr), ((Num) arguments.get(2)).term()))));
        return null;
    }
}

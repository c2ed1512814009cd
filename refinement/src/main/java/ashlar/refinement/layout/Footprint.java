package ashlar.refinement.layout;

import ashlar.refinement.heap.Value;
import ashlar.refinement.heap.Value.Num;
import ashlar.refinement.lift.Known;
import ashlar.refinement.lift.Site;
import ashlar.refinement.term.Term;
import ashlar.refinement.theory.Words;
import java.util.ArrayList;
import java.util.List;

/// Memory as words, with a note of every access.
final class Footprint implements Known {
    /// A load or store of the word at addr, if reached.
    record Access(Term reached, Term addr) { }

    private final Words words = new Words();
    private final List<Access> accesses = new ArrayList<>();

    @Override
    public boolean knows(String owner, String name, String descriptor) {
        return words.knows(owner, name, descriptor);
    }

    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        accesses.add(new Access(site.guard(), ((Num) arguments.get(1)).term()));
        return words.call(site, owner, name, descriptor, arguments);
    }

    /// What was noted since the last call.
    List<Access> take() {
        List<Access> taken = List.copyOf(accesses);
        accesses.clear();
        return taken;
    }
}

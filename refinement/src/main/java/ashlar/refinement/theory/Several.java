package ashlar.refinement.theory;

import ashlar.refinement.heap.Value;
import ashlar.refinement.lift.Known;
import ashlar.refinement.lift.Site;
import java.util.List;

/// Several sets of known methods as one; the first that knows a method answers.
public record Several(List<Known> all) implements Known {
    @Override
    public boolean knows(String owner, String name, String descriptor) {
        return all.stream().anyMatch(k -> k.knows(owner, name, descriptor));
    }

    @Override
    public boolean takesLoop(String key) {
        return all.stream().anyMatch(k -> k.takesLoop(key));
    }

    @Override
    public Value call(Site site, String owner, String name, String descriptor, List<Value> arguments) {
        String key = owner + "." + name + descriptor;                   // a loop's next round is a call, too
        return all.stream().filter(k -> k.knows(owner, name, descriptor) || k.takesLoop(key)).findFirst()
            .orElseThrow()
            .call(site, owner, name, descriptor, arguments);
    }
}

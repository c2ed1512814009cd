package ashlar.model.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which blocks to compile together: those that are reached from the first by jumps within the page.
final class Selection {
    /// The JVM compiles no method well that is much larger.
    private static final int MOST_INSTRUCTIONS = 64;

    private Selection() { }

    /// The offsets where the blocks begin, the first one first.
    static <P extends Processor> List<Integer> of(Code<P> code, int first) {
        Set<Integer> chosen = new LinkedHashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        int instructions = 0;
        while (!open.isEmpty() && instructions < MOST_INSTRUCTIONS) {
            int start = open.removeFirst();
            if (chosen.contains(start) || !code.isWhole(start)) continue;
            chosen.add(start);
            List<Integer> block = code.block(start);
            instructions += block.size();
            open.addAll(successors(code, block.getLast()));
        }
        return List.copyOf(chosen);
    }

    /// Where in the page control may go from the last instruction of a block: where it jumps first.
    static <P extends Processor> List<Integer> successors(Code<P> code, int last) {
        Step<P> step = code.step(last);
        List<Integer> successors = new ArrayList<>();
        if (step.jump() != 0) successors.add(Math.toIntExact(last + step.jump()));
        successors.add(last + step.length());
        successors.removeIf(o -> o < 0 || o >= Code.PAGE);
        return successors;
    }
}

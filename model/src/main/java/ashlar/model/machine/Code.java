package ashlar.model.machine;

import java.util.ArrayList;
import java.util.List;

/// The instructions of a page of RAM, as far as they have been decoded, by their offsets.
///
/// They are grouped into blocks: a block that begins at an offset goes on to the next instruction that ends
/// one, or to where the next group of [#GROUP] bytes begins. So where a block ends follows from any offset
/// in it.
final class Code<P extends Processor> {
    static final int PAGE = 4096;

    private static final int GROUP = 128;

    private final List<Step<P>> steps = new ArrayList<>(PAGE);
    final Region<P>[] regions;
    final int[] heat = new int[PAGE];
    boolean isStale;

    Code() {
        for (int i = 0; i < PAGE; i++) steps.add(null);
        regions = regions();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <P extends Processor> Region<P>[] regions() {
        return new Region[PAGE];
    }

    /// null if it is not decoded, or not wholly in the page.
    Step<P> step(int offset) {
        return steps.get(offset);
    }

    void put(int offset, Step<P> step) {
        steps.set(offset, step);
    }

    /// Whether the block of the instruction at offset ends with it.
    boolean isLast(int offset) {
        int next = offset + steps.get(offset).length();
        return steps.get(offset).endsBlock() || offset / GROUP != next / GROUP;
    }

    /// The offsets of the instructions from offset on to the end of the block, as far as they are decoded.
    List<Integer> block(int offset) {
        List<Integer> block = new ArrayList<>();
        for (int o = offset; o < PAGE && steps.get(o) != null; o += steps.get(o).length()) {
            block.add(o);
            if (isLast(o)) break;
        }
        return block;
    }

    /// Whether all of the block at offset is decoded.
    boolean isWhole(int offset) {
        List<Integer> block = block(offset);
        return !block.isEmpty() && isLast(block.getLast());
    }
}

package ashlar.proofs.sample;

import ashlar.spec.state.Capability;
import ashlar.spec.state.Capability.CNodeCap;
import ashlar.spec.state.Registers;
import ashlar.spec.state.Rights;
import ashlar.spec.state.SenderPayload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/// Random values of each kind, small and near the edges.
public record Choice(RandomGenerator random) {
    private static final long[] EDGES = {0, 1, 62, 63, 64, 65, 126, 127, 128, 191, 192, 254, 255};
    private static final Rights ALL = new Rights(true, true, true, true);
    private static final int LABEL_SHIFT = 12;

    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    public boolean either() {
        return random.nextBoolean();
    }

    public long below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// The members of list in another order.
    <T> List<T> shuffled(List<T> list) {
        List<T> rest = new ArrayList<>(list), order = new ArrayList<>();
        while (!rest.isEmpty()) order.add(rest.remove(random.nextInt(rest.size())));
        return order;
    }

    /// The members of set in the order of their addresses.
    static <T> List<T> sorted(Collection<T> set, ToLongFunction<T> address) {
        List<T> list = new ArrayList<>(set);
        list.sort(Comparator.comparingLong(address));
        return list;
    }

    /// Few, most of them where a word of the bitmap ends.
    public long priority() {
        return oneIn(4) ? below(256) : EDGES[random.nextInt(EDGES.length)];
    }

    public long badge() {
        return below(8);
    }

    public Rights rights() {
        return oneIn(2) ? ALL : new Rights(either(), either(), either(), either());
    }

    public SenderPayload payload() {
        return new SenderPayload(badge(), either(), either(), either());
    }

    /// A badge; for a CNode, a guard of few bits.
    public long dataFor(Capability cap) {
        return cap instanceof CNodeCap ? below(4) << 6 | below(4) : badge();
    }

    Registers registers() {
        return new Registers(badge(), messageInfo(), word(), word(), word(), word(), word(), word());
    }

    /// Of messages both shorter and longer than what registers hold.
    private long messageInfo() {
        long length = oneIn(8) ? below(128) : below(7);
        return oneIn(2) ? length : below(4) << LABEL_SHIFT | below(32) << 7 | length;
    }

    long word() {
        return oneIn(32) ? random.nextLong() : below(16);
    }
}

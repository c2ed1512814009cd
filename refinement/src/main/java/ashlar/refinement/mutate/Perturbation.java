package ashlar.refinement.mutate;

import ashlar.model.machine.Machine;
import java.util.List;
import java.util.SplittableRandom;

/// Arguments with a few words of memory changed: states that a sampler does not make.
final class Perturbation {
    private static final int MOST = 3;

    private Perturbation() { }

    /// Changes words of the machines among arguments, as seed decides.
    static void of(Object[] arguments, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Object a : arguments) {
            if (!(a instanceof Machine m)) continue;
            List<Long> addresses = List.copyOf(m.words().keySet());
            if (addresses.isEmpty()) continue;
            for (int i = random.nextInt(MOST); i >= 0; i--) {
                long at = addresses.get(random.nextInt(addresses.size()));
                m.store64(at, changed(m, at, addresses, random));
            }
        }
    }

    private static long changed(Machine m, long at, List<Long> addresses, SplittableRandom random) {
        long word = m.load64(at);
        return switch (random.nextInt(4)) {
            case 0  -> word ^ 1L << random.nextInt(Long.SIZE);
            case 1  -> word ^ 1L << random.nextInt(Byte.SIZE);
            case 2  -> m.load64(addresses.get(random.nextInt(addresses.size())));
            default -> 0;
        };
    }
}

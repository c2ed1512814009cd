package ashlar.refinement.mutate;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Does several things at a time, on threads that are meters.
final class Work implements AutoCloseable {
    private static final long STACK = 256L << 20;

    private final ExecutorService pool;

    /// @param jobs how many things at a time
    Work(int jobs) {
        pool = Executors.newFixedThreadPool(jobs, r -> new Meter(r, "mutate", STACK));
    }

    /// Does it to each of those; returns when all are done.
    <T> void each(Collection<T> those, Consumer<T> what) {
        List<Callable<Void>> all = those.stream().<Callable<Void>>map(t -> () -> {
            what.accept(t);
            return null;
        }).toList();
        try {
            for (Future<Void> f : pool.invokeAll(all)) f.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}

package ashlar.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.impl.kernel.Threads;
import ashlar.refinement.subset.Layer;
import ashlar.refinement.subset.Subset;
import ashlar.spec.state.State;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SubsetTest {
    private static Path folderOf(Class<?> c) throws URISyntaxException {
        return Path.of(c.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void the_specification_keeps_to_its_subset() throws URISyntaxException {
        assertThat(Subset.check(Layer.SPEC, folderOf(State.class))).isEmpty();
    }

    @Test
    void the_kernel_keeps_to_its_subset() throws URISyntaxException {
        assertThat(Subset.check(Layer.KERNEL, folderOf(Threads.class))).isEmpty();
    }
}

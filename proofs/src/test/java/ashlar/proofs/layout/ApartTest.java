package ashlar.proofs.layout;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.platform.Platform;
import ashlar.refinement.api.Claims;
import ashlar.refinement.api.Obligation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApartTest {
    private static final int TRIES = 3_000;

    static Stream<Method> obligations() {
        return Arrays.stream(Apart.class.getDeclaredMethods())
            .filter(m -> m.isAnnotationPresent(Obligation.class));
    }

    @ParameterizedTest
    @MethodSource("obligations")
    void claims_hold_of_random_addresses(Method obligation) throws IllegalAccessException {
        Random random = new Random(1);
        int held = 0;
        for (int i = 0; i < TRIES; i++) if (holds(obligation, random)) held++;
        assertThat(held).isPositive();
    }

    /// Whether the arguments are within what is assumed; fails if the claim is false of them.
    private static boolean holds(Method obligation, Random random) throws IllegalAccessException {
        Object[] arguments = new Object[obligation.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) arguments[i] = number(random);
        try {
            obligation.invoke(null, arguments);
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Claims.Assumed) return false;
            throw new AssertionError(Arrays.toString(arguments), e.getCause());
        }
    }

    /// An index, or an address in or below the kernel's data, more or less aligned.
    private static long number(Random random) {
        if (random.nextInt(4) == 0) return random.nextInt(6);
        long base = Platform.KERNEL_DATA + (random.nextBoolean() ? 0 : -4096);
        long offset = random.nextInt(4) == 0 ? random.nextInt(1 << 18) : random.nextInt(4096);
        return base + offset & -(8L << random.nextInt(9));
    }
}

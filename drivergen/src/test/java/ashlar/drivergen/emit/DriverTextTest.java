package ashlar.drivergen.emit;

import static ashlar.drivergen.emit.GeneratedDrivers.call;
import static ashlar.drivergen.emit.GeneratedDrivers.compiled;
import static ashlar.drivergen.emit.GeneratedDrivers.device;
import static ashlar.drivergen.emit.GeneratedDrivers.driver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ashlar.drivergen.simulate.Choices;
import ashlar.drivergen.simulate.Ram;
import ashlar.drivergen.simulate.Schedule;
import ashlar.drivergen.simulate.SimulatedBus;
import ashlar.drivergen.simulate.Simulator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverTextTest {
    @TempDir Path folder;

    private static Simulator adversary(String name, long seed) throws IOException {
        return new Simulator(device(name), new Ram(16), Schedule.ADVERSARIAL,
            Choices.random(new Random(seed)));
    }

    @Test void pl011_sends_in_order_however_slow_the_device_is() throws Exception {
        Class<?> pl011 = compiled("pl011", folder);
        for (int seed = 0; seed < 50; seed++) {
            Simulator device = adversary("pl011", seed);
            var bus = new SimulatedBus(device, Map.of("", 0x9000000L));
            assertThat(call(pl011, "init", bus, 0x9000000L, 13L, 1L)).isEqualTo(0L);
            for (char c : "hello, world".toCharArray())
                assertThat(call(pl011, "put", bus, 0x9000000L, (long) c)).isEqualTo(0L);
            finish(device, "shift");
            assertThat(device.stream("line")).as("seed " + seed).isEqualTo(codes("hello, world"));
            assertThat(device.violations()).as("seed " + seed).isEmpty();
        }
    }

    private static void finish(Simulator device, String step) {
        for (int i = 0; i < 100; i++) device.step(step);
    }

    private static List<Long> codes(String s) {
        return s.chars().mapToObj(c -> (long) c).toList();
    }

    @Test void ns16550_sends_and_receives() throws Exception {
        Class<?> uart = compiled("ns16550", folder);
        for (int seed = 0; seed < 50; seed++) {
            Simulator device = adversary("ns16550", seed);
            var bus = new SimulatedBus(device, Map.of("", 0x3f8L));
            assertThat(call(uart, "init", bus, 0x3f8L, 12L)).isEqualTo(0L);
            assertThat(call(uart, "ready", bus, 0x3f8L)).isEqualTo(false);
            device.environment("receive", 'x');
            assertThat(call(uart, "get", bus, 0x3f8L)).isEqualTo((long) 'x');
            assertThat(call(uart, "put", bus, 0x3f8L, 65L)).isEqualTo(0L);
            finish(device, "take");
            assertThat(device.stream("line")).containsExactly(65L);
            assertThat(device.violations()).as("seed " + seed).isEmpty();
        }
    }

    @Test void edu_computes() throws Exception {
        Class<?> edu = compiled("edu", folder);
        Simulator device = adversary("edu", 1);
        var bus = new SimulatedBus(device, Map.of("", 0L));
        assertThat(call(edu, "factorial", bus, 0L, 5L)).isEqualTo(120L);
        assertThat(device.violations()).isEmpty();
    }

    @Test void get_gives_up_after_a_while() throws Exception {
        Class<?> pl011 = compiled("pl011", folder);
        Simulator device = new Simulator(device("pl011"), new Ram(1), Schedule.LAZY, Choices.first());
        var bus = new SimulatedBus(device, Map.of("", 0L));
        assertThat((long) call(pl011, "get", bus, 0L)).isNegative();
    }

    @Test void code_has_names_and_promises_and_no_magic_numbers() throws IOException {
        assertThat(DriverText.c(device("pl011"), driver("pl011")).text())
            .contains("/// Promises in the end: line == ")
            .contains("write32(base + LCR_H, (uint32_t)(LCR_H_FEN | WORD_LENGTH_EIGHT << LCR_H_WLEN_SHIFT));")
            .contains("read32(base + CR) & ~CR_UARTEN)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl031", "pl061", "sp804", "ata"})
    void java_of_every_driver_compiles(String name) throws Exception {
        assertThat(compiled(name, folder).getMethods()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gcc,pl011", "gcc,ns16550", "gcc,pl031", "gcc,pl061", "gcc,sp804", "gcc,edu", "gcc,ata",
        "aarch64-linux-gnu-gcc,pl011", "aarch64-linux-gnu-gcc,ns16550", "aarch64-linux-gnu-gcc,pl031",
        "aarch64-linux-gnu-gcc,pl061", "aarch64-linux-gnu-gcc,sp804", "aarch64-linux-gnu-gcc,edu",
        "aarch64-linux-gnu-gcc,ata"})
    void c_compiles_without_warnings(String compiler, String name) throws Exception {
        if (!installed(compiler)) System.err.println("SKIPPED: " + compiler + " is not installed");
        assumeTrue(installed(compiler), compiler + " is not installed");
        DriverText.Written written = DriverText.c(device(name), driver(name));
        assertThat(written.complaints()).isEmpty();
        Path source = folder.resolve(name + ".c");
        Files.writeString(source, written.text());
        Process p = new ProcessBuilder(compiler, "-std=c11", "-O2", "-ffreestanding", "-Wall", "-Wextra",
            "-Wpedantic",
            "-Werror", "-Wmissing-prototypes", "-Wconversion", "-c", source.toString(), "-o",
            folder.resolve(name + ".o").toString()).redirectErrorStream(true).start();
        String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(p.waitFor()).as(said + written.text()).isZero();
    }

    private static boolean installed(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            if (Files.isExecutable(Path.of(folder, program))) return true;
        return false;
    }
}

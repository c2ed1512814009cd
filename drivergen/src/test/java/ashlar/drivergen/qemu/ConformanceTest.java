package ashlar.drivergen.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.check.Specifications;
import ashlar.drivergen.simulate.Possible;
import ashlar.drivergen.simulate.Ram;
import ashlar.drivergen.simulate.Simulator;
import ashlar.model.bus.Bus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What the descriptions tell, QEMU's devices do, but for the deviations that are listed.
class ConformanceTest {
    private static final Path DEVICES = Path.of("devices");
    private static final int ACCESSES = Integer.getInteger("drivers.accesses", 2_000);
    private static final String ARM = "qemu-system-aarch64";
    private static final String X86 = "qemu-system-x86_64";

    @Test void pl011_agrees_with_qemu() throws IOException {
        run(ARM, List.of("-M", "virt", "-serial", "null"), "pl011.dev", Map.of("", 0x9000000L), Qtest::memory);
    }

    @Test void pl031_agrees_with_qemu() throws IOException {
        run(ARM, List.of("-M", "virt"), "pl031.dev", Map.of("", 0x9010000L), Qtest::memory);
    }

    @Test void pl061_agrees_with_qemu() throws IOException {
        run(ARM, List.of("-M", "virt"), "pl061.dev", Map.of("", 0x9030000L), Qtest::memory);
    }

    @Test void sp804_agrees_with_qemu() throws IOException {
        run(ARM, List.of("-M", "versatilepb"), "sp804.dev", Map.of("", 0x101e2000L), Qtest::memory);
    }

    @Test void ns16550_agrees_with_qemu() throws IOException {
        run(X86, List.of("-M", "pc", "-serial", "null"), "ns16550.dev", Map.of("", 0x3f8L), Qtest::ports);
    }

    @Test void mc146818_agrees_with_qemu() throws IOException {
        run(X86, List.of("-M", "pc"), "mc146818.dev", Map.of("ports", 0x70L), Qtest::ports);
    }

    @Test void ata_agrees_with_qemu() throws IOException {
        run(X86, List.of("-M", "pc", "-drive", "if=ide,driver=null-co,size=1M,read-zeroes=on"), "ata.dev",
            Map.of("command", 0x1f0L, "control", 0x3f6L), Qtest::ports);
    }

    @Test void edu_agrees_with_qemu() throws IOException {
        run(X86, List.of("-M", "pc", "-device", "edu,addr=4"), "edu.dev", Map.of("", 0xfe000000L), q -> {
            long slot = 0x80002000L;
            q.ports().write32(0xcf8, slot | 0x10);
            q.ports().write32(0xcfc, 0xfe000000L);
            q.ports().write32(0xcf8, slot | 4);
            q.ports().write32(0xcfc, 7);
            return q.memory();
        });
    }

    private static void run(String program, List<String> arguments, String file, Map<String, Long> bases,
                            Function<Qtest, Bus> bus) throws IOException {
        if (!Qtest.installed(program)) System.err.println("SKIPPED: " + program + " is not installed, so " + file
            + " is not compared with QEMU");
        assumeTrue(Qtest.installed(program), program + " is not installed");
        Device device = Specifications.read(DEVICES.resolve(file)).specification().devices().getFirst();
        long seed = Long.getLong("drivers.seed", new Random().nextLong());
        Conformance conformance;
        try (var qemu = new Qtest(program, arguments)) {
            conformance = new Conformance(device, new Possible(device, new Ram(16), resting(device), start(device)),
                bus.apply(qemu), bases, Deviation.read(DEVICES.resolve("qemu-deviations.txt")), new Random(seed));
            conformance.start();
            for (int i = 0; i < ACCESSES; i++) conformance.access();
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nReplay: -Ddrivers.seed=" + seed, e);
        }
        System.out.println(file + ": " + conformance.reads() + " reads and " + conformance.writes() + " writes agree");
        assertThat(conformance.unseen()).as("deviations that QEMU does not show").isEmpty();
    }

    /// QEMU's clock stands still.
    private static Set<String> resting(Device device) {
        return switch (device.name()) {
            case "Sp804" -> Set.of("count1", "count2");
            case "Edu"   -> Set.of("copy");
            case "Pl031" -> Set.of("tick");
            default      -> Set.of();
        };
    }

    /// The world around, as QEMU has it.
    private static Consumer<Simulator> start(Device device) {
        return switch (device.name()) {
            case "Ns16550" -> s -> List.of("cts", "dsr", "dcd").forEach(line -> s.input(line, 1));
            default        -> _ -> { };
        };
    }
}

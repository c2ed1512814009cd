package ashlar.drivergen.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ashlar.drivergen.ast.Bus.Kind;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.check.Specifications;
import ashlar.drivergen.simulate.Possible;
import ashlar.drivergen.simulate.Ram;
import ashlar.drivergen.simulate.Simulator;
import ashlar.model.bus.Bus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the descriptions tell, QEMU's devices do, but for the deviations that are listed.
class ConformanceTest {
    private static final Path DEVICES = Path.of("devices");
    private static final int ACCESSES = Integer.getInteger("drivers.accesses", 2_000);

    /// Where QEMU has a device.
    record Target(String device, String program, List<String> arguments, Map<String, Long> bases) {
        static Target of(String line) {
            String[] words = line.strip().split("\\s+");
            List<String> arguments = Stream.of(words[2].split(",")).map(a -> a.replace('|', ',')).toList();
            Map<String, Long> bases = new HashMap<>();
            for (int i = 3; i < words.length; i++) {
                String[] base = words[i].split("=");
                bases.put(base[0].equals("-") ? "" : base[0], Long.decode(base[1]));
            }
            return new Target(words[0], words[1], arguments, bases);
        }

        @Override public String toString() {
            return device;
        }
    }

    static List<Target> targets() throws IOException {
        return Files.readAllLines(DEVICES.resolve("qemu-machines.txt")).stream()
            .filter(l -> !l.isBlank() && !l.startsWith("#")).map(Target::of).toList();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void device_agrees_with_qemu(Target target) throws IOException {
        if (!Qtest.installed(target.program)) System.err.println("SKIPPED: " + target.program
            + " is not installed, so " + target.device + " is not compared with QEMU");
        assumeTrue(Qtest.installed(target.program), target.program + " is not installed");
        Device device = Specifications.read(DEVICES.resolve(target.device.toLowerCase(Locale.ROOT) + ".dev"))
            .specification().devices().getFirst();
        long seed = Long.getLong("drivers.seed", new Random().nextLong());
        Conformance conformance;
        try (var qemu = new Qtest(target.program, target.arguments)) {
            conformance = new Conformance(device, new Possible(device, new Ram(16), resting(device),
                start(device)),
                bus(device, qemu), target.bases, Deviation.read(DEVICES.resolve("qemu-deviations.txt")),
                new Random(seed));
            conformance.start();
            for (int i = 0; i < ACCESSES; i++) conformance.access();
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nReplay: -Ddrivers.seed=" + seed, e);
        }
        System.out.println(target.device + ": " + conformance.reads() + " reads and " + conformance.writes()
            + " writes agree with QEMU");
        assertThat(conformance.unseen()).as("deviations that QEMU does not show").isEmpty();
    }

    private static Bus bus(Device device, Qtest qemu) {
        if (device.name().equals("Edu")) plugIn(qemu.ports());
        return device.buses().getFirst().kind() == Kind.PORT ? qemu.ports() : qemu.memory();
    }

    /// Gives the PCI device of slot 4 its address, and lets it answer.
    static void plugIn(Bus ports) {
        long slot = 0x80002000L;
        ports.write32(0xcf8, slot | 0x10);
        ports.write32(0xcfc, 0xfe000000L);
        ports.write32(0xcf8, slot | 4);
        ports.write32(0xcfc, 7);
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

package ashlar.drivergen.qemu;

import static ashlar.drivergen.emit.GeneratedDrivers.call;
import static ashlar.drivergen.emit.GeneratedDrivers.compiled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ashlar.model.bus.Bus;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Generated drivers, in Java, do their job on QEMU's devices.
class GeneratedOnQemuTest {
    private static final String ARM = "qemu-system-aarch64";
    private static final String X86 = "qemu-system-x86_64";

    @TempDir Path folder;

    private static void needs(String program) {
        if (!Qtest.installed(program)) System.err.println("SKIPPED: " + program + " is not installed");
        assumeTrue(Qtest.installed(program), program + " is not installed");
    }

    @Test void pl011_sends_characters() throws Exception {
        needs(ARM);
        Class<?> pl011 = compiled("pl011", folder);
        Path line = folder.resolve("line");
        try (var qemu = new Qtest(ARM, List.of("-M", "virt", "-serial", "file:" + line))) {
            Bus bus = qemu.memory();
            assertThat(call(pl011, "init", bus, 0x9000000L, 13L, 1L)).isEqualTo(0L);
            for (char c : "cut true".toCharArray())
                assertThat(call(pl011, "put", bus, 0x9000000L, (long) c)).isEqualTo(0L);
        }
        assertThat(line).hasContent("cut true");
    }

    @Test void ns16550_sends_characters() throws Exception {
        needs(X86);
        Class<?> uart = compiled("ns16550", folder);
        Path line = folder.resolve("line");
        try (var qemu = new Qtest(X86, List.of("-M", "pc", "-serial", "file:" + line))) {
            Bus bus = qemu.ports();
            assertThat(call(uart, "init", bus, 0x3f8L, 1L)).isEqualTo(0L);
            for (char c : "no mortar".toCharArray())
                assertThat(call(uart, "put", bus, 0x3f8L, (long) c)).isEqualTo(0L);
        }
        assertThat(line).hasContent("no mortar");
    }

    @Test void pl061_sets_outputs_in_a_mask() throws Exception {
        needs(ARM);
        Class<?> gpio = compiled("pl061", folder);
        try (var qemu = new Qtest(ARM, List.of("-M", "virt"))) {
            Bus bus = qemu.memory();
            call(gpio, "direction", bus, 0x9030000L, 0xffL);
            call(gpio, "put", bus, 0x9030000L, 0xffL, 0x55L);
            call(gpio, "put", bus, 0x9030000L, 0x0fL, 0x0aL);
            assertThat(call(gpio, "get", bus, 0x9030000L)).isEqualTo(0x5aL);
        }
    }

    @Test void edu_computes_a_factorial() throws Exception {
        needs(X86);
        Class<?> edu = compiled("edu", folder);
        try (var qemu = new Qtest(X86, List.of("-M", "pc", "-device", "edu,addr=4"))) {
            ConformanceTest.plugIn(qemu.ports());
            assertThat(call(edu, "factorial", qemu.memory(), 0xfe000000L, 5L)).isEqualTo(120L);
        }
    }

    @Test void ata_reads_sectors_of_the_image() throws Exception {
        needs(X86);
        Class<?> ata = compiled("ata", folder);
        byte[] image = new byte[1 << 20];
        new Random(1).nextBytes(image);
        Path disk = Files.write(folder.resolve("disk"), image);
        try (var qemu = new Qtest(X86, List.of("-M", "pc", "-drive", "if=ide,format=raw,file=" + disk))) {
            Bus bus = qemu.ports();
            for (long lba : new long[] {0, 1, 1000, 2047}) {
                assertThat(call(ata, "select", bus, 0x1f0L, lba)).isEqualTo(0L);
                var sector = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < 256; i++) sector.putShort((short) (long) call(ata, "word", bus, 0x1f0L));
                assertThat(sector.array()).as("sector " + lba)
                    .isEqualTo(Arrays.copyOfRange(image, (int) lba * 512, (int) lba * 512 + 512));
            }
        }
    }
}

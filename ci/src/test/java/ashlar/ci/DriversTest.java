package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DriversTest {
    @TempDir Path root;

    @BeforeEach void shipped() throws IOException {
        Path to = Files.createDirectories(root.resolve("drivergen/devices"));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("../drivergen/devices"))) {
            for (Path file : all) Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private Run drivers(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "drivers";
        System.arraycopy(args, 0, all, 1, args.length);
        return Run.of(root, new Tiny(), all);
    }

    @Test void list_shows_the_devices() {
        Run run = drivers("list");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Pl011").contains("uart").contains("compared with QEMU");
    }

    @Test void list_as_json_has_the_keys_that_are_promised() {
        JsonNode devices = Json.MAPPER.readTree(drivers("list", "--json", "-").out()).get("devices");
        assertThat(devices.size()).isGreaterThanOrEqualTo(8);
        assertThat(devices.get(0).propertyNames())
            .startsWith("device", "class", "proved", "bounded", "unknown", "qemu");
    }

    @Test void doc_writes_each_format() {
        assertThat(drivers("doc", "pl031").out()).startsWith("# Pl031");
        assertThat(drivers("doc", "pl031", "--as", "html").out()).startsWith("<!doctype html>");
        assertThat(drivers("doc", "pl031", "--as", "svd").out()).contains("<peripheral>");
        assertThat(drivers("doc", "pl031", "--as", "rdl").out()).contains("addrmap");
        assertThat(drivers("doc", "pl031", "--as", "pdf").status()).isEqualTo(2);
    }

    @Test void generate_writes_java_and_c() {
        Run run = drivers("generate", "pl031", "--out", root.resolve("made").toString());
        assertThat(run.status()).isZero();
        assertThat(root.resolve("made/Pl031Clock.java")).content()
            .contains("public static long read(Bus bus, long base)");
        assertThat(root.resolve("made/pl031_clock.c")).content()
            .contains("int64_t pl031_clock_read(uintptr_t base)");
        assertThat(drivers("generate", "pl031", "--lang", "ada").status()).isEqualTo(2);
        assertThat(drivers("generate", "mc146818").status()).isEqualTo(5);
    }

    @Test void unknown_device_is_bad_input_with_the_nearest_name() {
        Run run = drivers("doc", "pl0111");
        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err()).contains("pl011");
    }

    @Test void wrong_description_is_told_line_by_line() throws IOException {
        Path file = root.resolve("x.dev");
        Files.writeString(file, "device D { bus port size 1;\nregister A at 9 rw u9;\n}");
        Run run = drivers("doc", file.toString());
        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err().lines()).hasSize(2).allMatch(l -> l.startsWith(file + ":2:"));
    }

    @Test void import_counts_and_lists_what_is_lost() throws IOException {
        Path file = root.resolve("t.rdl");
        Files.writeString(file, "addrmap t { reg { field { hwset; } f; } r; };");
        Run run = drivers("import", file.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("register `r` at 0x0 rw u32");
        assertThat(run.err()).contains("no counterpart: ").contains("hwset")
            .contains("1 devices, 1 registers, 1 fields");
        JsonNode report = Json.MAPPER.readTree(drivers("import", file.toString(), "--json", "-").out());
        assertThat(report.get("fields").asInt()).isEqualTo(1);
        assertThat(report.at("/modes/rw").asInt()).isEqualTo(1);
    }

    @Test void malformed_import_is_bad_input() throws IOException {
        Path file = root.resolve("t.svd");
        Files.writeString(file, "<device><peripherals></device>");
        Run run = drivers("import", file.toString());
        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err()).contains("t.svd:1:");
        assertThat(drivers("import", root.resolve("none.svd").toString()).status()).isEqualTo(5);
    }
}

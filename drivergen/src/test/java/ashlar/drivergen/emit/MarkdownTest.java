package ashlar.drivergen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.check.Specifications;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static Device device(String name) throws IOException {
        return Specifications.read(Path.of("devices", name + ".dev")).specification().devices().getFirst();
    }

    @Test void registers_fields_rules_and_interrupts_are_told() throws IOException {
        assertThat(Markdown.of(device("pl011")))
            .contains("# Pl011: Arm PrimeCell UART (PL011)")
            .contains("| 0x18 | [FR](#fr) | 32 | ro | 0x0 |  | 3.3.3 Flag Register, UARTFR |")
            .contains("| 6:5 | wlen | rw | 0 | word length: 0 five, 1 six, 2 seven, 3 eight |")
            .contains("- `intr` is high while `MIS != 0` (2.8 UARTINTR)")
            .contains("- shift when ").contains("within 100000000 ns")
            .contains("- write LCR_H only when ");
    }

    @Test void page_holds_tables_and_links() throws IOException {
        assertThat(Html.page("Ns16550", Markdown.of(device("ns16550"))))
            .contains("<a href=\"#lcr\">LCR</a>").contains("<h3 id=\"lcr\">LCR</h3>")
                .contains("<th>address</th>")
            .contains("<td>not LCR.dlab</td>").doesNotContain("| ---");
    }
}

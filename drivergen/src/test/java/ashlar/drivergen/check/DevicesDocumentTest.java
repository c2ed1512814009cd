package ashlar.drivergen.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DevicesDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile("```dev\n(.*?)```", Pattern.DOTALL);

    static List<String> examples() throws IOException {
        Matcher m = EXAMPLE.matcher(Files.readString(Path.of("../docs/devices.md")));
        return m.results().map(r -> r.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_is_right(String example) throws IOException {
        boolean whole = example.startsWith("device") || example.startsWith("service");
        String bus = example.startsWith("bus ") ? "" : "bus memory size 0x1000;";
        String text = whole ? example : "device D { " + bus + "\n" + example + "}";
        assertThat(Specifications.parse("docs/devices.md", text, Path.of("devices")).complaints()).isEmpty();
    }
}

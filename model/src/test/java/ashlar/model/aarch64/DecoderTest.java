package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static final int WORDS = 2_000_000;

    /// One line of `assembly.txt`.
    private record Line(long address, int word, String text) {
        static Line of(String line) {
            String[] parts = line.split(" ", 3);
            return new Line(Long.parseLong(parts[0], 16), Integer.parseUnsignedInt(parts[1], 16), parts[2]);
        }

        Line disassembled() {
            return new Line(address, word, Decoder.decode(word).assembly(address));
        }
    }

    private static List<Line> lines() throws IOException {
        try (InputStream in = DecoderTest.class.getResourceAsStream("assembly.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return all.lines().filter(l -> !l.startsWith("#")).map(Line::of).toList();
        }
    }

    @Test
    void assembly_is_what_objdump_writes() throws IOException {
        assertThat(lines().stream().map(Line::disassembled)).containsExactlyElementsOf(lines());
    }

    @Test
    void every_word_decodes_and_has_a_text() {
        assertThat(new SplittableRandom(1).ints(WORDS).mapToObj(Decoder::decode))
            .noneMatch(i -> i.assembly(0).isBlank());
    }

    @Test
    void a_word_of_zeros_is_undefined() {
        assertThat(Decoder.decode(0)).isEqualTo(new Undefined(0));
        assertThat(new Rig().trap(0).exceptionClass()).isEqualTo(Trap.UNKNOWN);
    }

    @Test
    void unallocated_variants_are_undefined() {
        int addWithImm6Of32 = 0x0B028020;
        int andWithReservedMask = 0x1200FC20;
        int ldpswNonTemporal = 0x68400440;
        int fmovToHighOfSingle = 0x1EAF0020;
        int mulOf64BitLanes = 0x4EE29C20;
        assertThat(List.of(addWithImm6Of32, andWithReservedMask, ldpswNonTemporal, fmovToHighOfSingle,
            mulOf64BitLanes)) .allMatch(w -> Decoder.decode(w) instanceof Undefined);
    }
}

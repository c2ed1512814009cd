package ashlar.model.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ElfImageTest {
    private static final int HEADER = 64;
    private static final int SEGMENT = 56;
    private static final int DATA = HEADER + 2 * SEGMENT;

    /// An ELF file with two segments: code of 4 bytes at 0x400000, and data of 8 bytes, 4 of them in the
    /// file.
    /// @param change what is wrong with it
    private static byte[] file(Consumer<ByteBuffer> change) {
        byte[] file = new byte[DATA + 8];
        ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        b.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        b.putShort((short) 2).putShort((short) 183).putInt(1).putLong(0x400000).putLong(HEADER).putLong(0);
        b.putInt(0).putShort((short) HEADER).putShort((short) SEGMENT).putShort((short) 2);
        segment(b, 0, 5, DATA, 0x400000, 4, 4);
        segment(b, 1, 6, DATA + 4, 0x401000, 4, 8);
        b.putInt(DATA, 0xd4000001).putInt(DATA + 4, 7);
        change.accept(b);
        return file;
    }

    private static void segment(ByteBuffer b, int i, int flags, long offset, long address, long inFile,
        long size) {
        b.position(HEADER + i * SEGMENT);
        b.putInt(1).putInt(flags).putLong(offset).putLong(address).putLong(address).putLong(inFile);
        b.putLong(size).putLong(0x1000);
    }

    private static byte[] file() {
        return file(_ -> { });
    }

    /// The second segment with another address and size.
    private static byte[] file(long address, long size) {
        return file(b -> segment(b, 1, 6, DATA + 4, address, 4, size));
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatExceptionOfType(BadImage.class).isThrownBy(() -> ElfImage.of(file)).withMessage(message);
    }

    @Test void segments_are_read() throws BadImage {
        ElfImage image = ElfImage.of(file());
        assertThat(image.architecture()).isEqualTo(Architecture.AARCH64);
        assertThat(image.entry()).isEqualTo(0x400000);
        assertThat(image.segments()).hasSize(2);
        assertThat(image.segments().getFirst().executable()).isTrue();
        assertThat(image.segments().getFirst().writable()).isFalse();
        assertThat(image.segments().getLast().data()).containsExactly(7, 0, 0, 0);
        assertThat(image.segments().getLast().size()).isEqualTo(8);
        assertThat(image.start()).isEqualTo(0x400000);
        assertThat(image.end()).isEqualTo(0x401008);
    }

    @Test void other_files_are_refused() {
        assertRefused("#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII), "not an ELF file");
        assertRefused(new byte[0], "not an ELF file");
    }

    @Test void file_that_is_cut_off_is_refused() {
        assertRefused(Arrays.copyOf(file(), 40), "the ELF file is cut off or damaged");
        assertRefused(Arrays.copyOf(file(), DATA + 2),
            "the ELF file is cut off: a segment ends behind its end");
    }

    @Test void no_program_is_any_shorter_than_its_segments() {
        byte[] whole = file();
        for (int n = 0; n < whole.length; n++) {
            byte[] part = Arrays.copyOf(whole, n);
            assertThatExceptionOfType(BadImage.class).isThrownBy(() -> ElfImage.of(part));
        }
    }

    @Test void other_kinds_of_ELF_are_refused() {
        assertRefused(file(b -> b.put(4, (byte) 1)), "a 32-bit ELF file; 64 bits are needed");
        assertRefused(file(b -> b.putShort(16, (short) 3)),
            "not a statically linked program (ELF type 3, expected 2, EXEC)");
        assertRefused(file(b -> b.putShort(18, (short) 243)),
            "built for ELF machine 243, expected AArch64 (183) or x86-64 (62)");
    }

    @Test void segments_that_cannot_be_loaded_are_refused() {
        assertRefused(file(0x400003, 8), "two segments overlap at 0x400003");
        assertRefused(file(0x401000, 1L << 47),
            "a segment of 0x800000000000 bytes cannot be loaded to 0x401000");
        assertRefused(file(0x401000, 2), "a segment of 0x2 bytes cannot be loaded to 0x401000");
        assertRefused(file(b -> b.putShort(56, (short) 0)), "nothing to load: no segment of type LOAD");
    }

    @Test void entry_must_be_code() {
        assertRefused(file(b -> b.putLong(24, 0x401000)),
            "the entry point 0x401000 is in no executable segment");
    }
}

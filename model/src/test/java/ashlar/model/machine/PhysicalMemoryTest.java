package ashlar.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ashlar.model.device.Device;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhysicalMemoryTest {
    private static final long BASE = 0x4000_0000L;
    private static final long BYTES = 3 * PhysicalMemory.CHUNK;
    private static final Device SILENT = new Device() {
        @Override public long read(long offset, int bytes) {
            return 0;
        }

        @Override public void write(long offset, int bytes, long value) { }
    };

    private final PhysicalMemory memory = new PhysicalMemory(BASE, BYTES);

    @Test void ram_is_zero_until_stored_to() {
        assertThat(memory.load64(BASE + 8)).isZero();
        memory.store64(BASE + 8, -2);
        assertThat(memory.load64(BASE + 8)).isEqualTo(-2);
        assertThat(memory.load64(BASE + 16)).isZero();
    }

    @Test void first_and_last_byte_are_ram_and_those_beside_are_not() {
        assertThat(memory.isRam(BASE, BYTES)).isTrue();
        assertThat(memory.isRam(BASE, BYTES + 1)).isFalse();
        assertThat(memory.isRam(BASE + BYTES, 1)).isFalse();
        assertThat(memory.isRam(BASE - 1, 1)).isFalse();
        assertThat(memory.isRam(BASE + 8, -8)).isFalse();
    }

    @Test void load_outside_of_ram_is_refused() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> memory.load64(BASE - 8))
            .withMessage("no RAM at 0x3ffffff8");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
            .isThrownBy(() -> memory.store64(BASE + BYTES, 1));
    }

    @Test void data_may_lie_in_several_chunks() {
        byte[] data = new byte[PhysicalMemory.CHUNK + 16];
        data[0] = 1;
        data[7] = 2;
        data[data.length - 1] = 3;
        memory.write(BASE + PhysicalMemory.CHUNK - 8, data);
        assertThat(memory.load64(BASE + PhysicalMemory.CHUNK - 8)).isEqualTo(2L << 56 | 1);
        assertThat(memory.load64(BASE + 2 * PhysicalMemory.CHUNK)).isEqualTo(3L << 56);
        memory.clear(BASE + PhysicalMemory.CHUNK - 8, data.length);
        assertThat(memory.load64(BASE + PhysicalMemory.CHUNK - 8)).isZero();
        assertThat(memory.load64(BASE + 2 * PhysicalMemory.CHUNK)).isZero();
    }

    @Test void store_to_a_watched_page_is_told_once() {
        List<Long> told = new ArrayList<>();
        memory.setWatcher(told::add);
        assertThat(memory.watch(BASE + 0x1008)).isTrue();
        assertThat(memory.watch(BASE + 0x1010)).isFalse();
        memory.store64(BASE + 0x2000, 1);
        assertThat(told).isEmpty();
        memory.store64(BASE + 0x1ff8, 1);
        memory.store64(BASE + 0x1ff8, 2);
        assertThat(told).containsExactly(BASE + 0x1000);
        memory.watch(BASE + 0x2000);
        memory.clear(BASE + 0x1ff0, 0x20);
        memory.watch(BASE + 0x3000);
        memory.write(BASE + 0x2fff, new byte[2]);
        assertThat(told).containsExactly(BASE + 0x1000, BASE + 0x2000, BASE + 0x3000);
    }

    @Test void data_that_does_not_fit_is_refused() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
            .isThrownBy(() -> memory.write(BASE + BYTES - 4, new byte[5]))
            .withMessage("no RAM for 0x5 bytes at 0x405ffffc");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
            .isThrownBy(() -> memory.clear(BASE, BYTES + 1));
    }

    @Test void device_answers_at_its_addresses_only() {
        memory.attach(0x900_0000L, 0x1000, SILENT);
        assertThat(memory.device(0x900_0fffL)).isPresent();
        assertThat(memory.device(0x900_1000L)).isEmpty();
    }

    @Test void two_devices_at_one_address_are_refused() {
        memory.attach(0x900_0000L, 0x1000, SILENT);
        assertThatIllegalArgumentException().isThrownBy(() -> memory.attach(0x8ff_f000L, 0x2000, SILENT));
        assertThatIllegalArgumentException().isThrownBy(() -> memory.attach(0x900_0800L, 8, SILENT));
        assertThatIllegalArgumentException().isThrownBy(() -> memory.attach(BASE + 0x1000, 8, SILENT));
        memory.attach(0x900_1000L, 0x1000, SILENT);
    }

    @Test void memory_of_no_whole_pages_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhysicalMemory(BASE, 4097));
        assertThatIllegalArgumentException().isThrownBy(() -> new PhysicalMemory(4096, 4096));
        assertThatIllegalArgumentException().isThrownBy(() -> new PhysicalMemory(BASE, 0));
    }
}

package ashlar.model.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ashlar.model.device.Device;
import ashlar.model.machine.PhysicalMemory;
import ashlar.model.mmu.MemoryFault.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslatedMemoryTest {
    private static final long RAM = 0x4000_0000L;
    private static final long DEVICE = 0x900_0000L;

    private final PhysicalMemory memory = new PhysicalMemory(RAM, 4 << 20);
    private final Map<Long, Translation> pages = new HashMap<>();
    private final List<Long> stored = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final TranslatedMemory virtual = new TranslatedMemory(memory, this::walk);

    private Translation walk(long address, Access access) {
        for (int bits : List.of(12, 21)) {
            Translation t = pages.get(address >>> bits << bits);
            if (t != null && t.sizeBits() == bits && t.allows(access)) return t;
        }
        throw new MemoryFault(address, access);
    }

    private void map(long page, long physical) {
        pages.put(page, new Translation(physical, 12, true, true, true, false));
    }

    private void mapDevice(long page, boolean isDevice) {
        pages.put(page, new Translation(DEVICE, 12, true, true, false, isDevice));
        memory.attach(DEVICE, 4096, new Device() {
            @Override public long read(long offset, int bytes) {
                asked.add("read " + offset + " " + bytes);
                return offset + 1;
            }

            @Override public void write(long offset, int bytes, long value) {
                asked.add("write " + offset + " " + bytes + " " + value);
            }
        });
    }

    @Test void words_of_all_sizes_are_little_endian() {
        map(0x1000, RAM);
        virtual.store64(0x1003, 0x8877_6655_4433_2211L);
        assertThat(virtual.load8(0x1003)).isEqualTo(0x11);
        assertThat(virtual.load16(0x1004)).isEqualTo(0x3322);
        assertThat(virtual.load32(0x1007)).isEqualTo(0x8877_6655L);
        assertThat(virtual.load64(0x1003)).isEqualTo(0x8877_6655_4433_2211L);
        assertThat(virtual.fetch32(0x1003)).isEqualTo(0x4433_2211);
        assertThat(virtual.fetch8(0x100a)).isEqualTo(0x88);
    }

    @Test void narrow_stores_leave_what_is_beside() {
        map(0x1000, RAM);
        virtual.store64(0x1000, -1);
        virtual.store8(0x1001, 0x1aa);
        virtual.store16(0x1002, 0x1_bbcc);
        virtual.store32(0x1004, 0x1_1234_5678L);
        assertThat(virtual.load64(0x1000)).isEqualTo(0x1234_5678_bbcc_aaffL);
    }

    @Test void word_may_lie_in_two_pages() {
        map(0x1000, RAM + 0x5000);
        map(0x2000, RAM);
        virtual.store64(0x1ffd, 0x8877_6655_4433_2211L);
        assertThat(virtual.load64(0x1ffd)).isEqualTo(0x8877_6655_4433_2211L);
        assertThat(memory.load64(RAM)).isEqualTo(0x88_7766_5544L);
        virtual.store16(0x1fff, 0xbeef);
        assertThat(virtual.load16(0x1fff)).isEqualTo(0xbeef);
        virtual.store32(0x1ffe, 0x0123_4567);
        assertThat(virtual.load32(0x1ffe)).isEqualTo(0x0123_4567);
    }

    @Test void store_into_a_page_that_is_not_there_changes_nothing() {
        map(0x1000, RAM);
        assertThatExceptionOfType(MemoryFault.class).isThrownBy(() -> virtual.store64(0x1ffc, -1))
            .matches(f -> f.address() == 0x2000 && f.access() == Access.WRITE);
        assertThat(memory.load64(RAM + 0xff8)).isZero();
    }

    @Test void translation_stays_until_it_is_invalidated() {
        map(0x1000, RAM);
        virtual.store64(0x1000, 1);
        map(0x1000, RAM + 0x1000);
        assertThat(virtual.load64(0x1000)).isZero();            // reads have not used the old one
        virtual.store64(0x1000, 2);
        assertThat(memory.load64(RAM)).isEqualTo(2);
        virtual.invalidatePage(0x1000, 0);
        virtual.store64(0x1000, 3);
        assertThat(memory.load64(RAM + 0x1000)).isEqualTo(3);
    }

    @Test void address_spaces_are_told_apart() {
        map(0x1000, RAM);
        virtual.store64(0x1000, 1);
        virtual.setSpace(7);
        map(0x1000, RAM + 0x1000);
        virtual.store64(0x1000, 2);
        virtual.setSpace(0);
        virtual.store64(0x1000, 3);
        assertThat(memory.load64(RAM)).isEqualTo(3);
        virtual.invalidateSpace(7);
        virtual.store64(0x1000, 4);
        assertThat(memory.load64(RAM)).isEqualTo(4);
        virtual.invalidateSpace(0);
        virtual.store64(0x1000, 5);
        assertThat(memory.load64(RAM + 0x1000)).isEqualTo(5);
    }

    @Test void address_spaces_of_large_numbers_are_told_apart() {
        map(0x1000, RAM);
        virtual.store64(0x1000, 1);
        virtual.setSpace(0x800);
        map(0x1000, RAM + 0x1000);
        virtual.store64(0x1000, 2);
        assertThat(memory.load64(RAM + 0x1000)).isEqualTo(2);
    }

    @Test void large_page_is_invalidated_as_a_whole() {
        pages.put(0x20_0000L, new Translation(RAM, 21, true, true, true, false));
        virtual.store64(0x20_0000, 1);
        virtual.store64(0x20_5000, 1);
        pages.put(0x20_0000L, new Translation(RAM + 0x20_0000, 21, true, true, true, false));
        virtual.invalidatePage(0x20_9000, 0);
        virtual.store64(0x20_0000, 2);
        virtual.store64(0x20_5000, 2);
        assertThat(memory.load64(RAM)).isEqualTo(1);
        assertThat(memory.load64(RAM + 0x20_5000)).isEqualTo(2);
    }

    @Test void invalidate_all_forgets_all() {
        map(0x1000, RAM);
        assertThat(virtual.fetchAddress(0x1004)).isEqualTo(RAM + 4);
        map(0x1000, RAM + 0x1000);
        virtual.invalidateAll();
        assertThat(virtual.fetchAddress(0x1004)).isEqualTo(RAM + 0x1004);
    }

    @Test void watched_page_tells_of_the_next_store_only() {
        map(0x1000, RAM);
        map(0x2000, RAM + 0x1000);
        virtual.store64(0x1000, 1);
        memory.setWatcher(stored::add);
        virtual.watch(RAM);
        virtual.store64(0x2000, 1);
        assertThat(stored).isEmpty();
        virtual.store8(0x1fff, 2);
        virtual.store64(0x1000, 3);
        assertThat(stored).containsExactly(RAM);
        assertThat(memory.load64(RAM)).isEqualTo(3);
    }

    @Test void device_is_asked_each_time() {
        mapDevice(0x1000, true);
        assertThat(virtual.load32(0x1004)).isEqualTo(5);
        assertThat(virtual.load32(0x1004)).isEqualTo(5);
        virtual.store16(0x1008, 9);
        assertThat(asked).containsExactly("read 4 4", "read 4 4", "write 8 2 9");
    }

    @Test void unaligned_access_to_device_memory_faults() {
        mapDevice(0x1000, true);
        assertThat(catchThrowableOfType(MemoryFault.class, () -> virtual.load32(0x1002)).reason())
            .isEqualTo(Reason.ALIGNMENT);
        assertThat(catchThrowableOfType(MemoryFault.class, () -> virtual.store32(0x1002, 1)).reason())
            .isEqualTo(Reason.ALIGNMENT);
        assertThat(asked).isEmpty();
    }

    @Test void unaligned_access_to_a_device_in_other_memory_is_taken_apart() {
        mapDevice(0x1000, false);
        assertThat(virtual.load16(0x1001)).isEqualTo(0x302);
        virtual.store16(0x1001, 0xabcd);
        assertThat(asked).containsExactly("read 2 1", "read 1 1", "write 1 1 205", "write 2 1 171");
    }

    @Test void access_where_nothing_answers_is_an_external_fault() {
        map(0x1000, 0x100_0000L);
        assertThat(catchThrowableOfType(MemoryFault.class, () -> virtual.load8(0x1000)).reason())
            .isEqualTo(Reason.EXTERNAL);
        assertThat(catchThrowableOfType(MemoryFault.class, () -> virtual.store8(0x1000, 1)).reason())
            .isEqualTo(Reason.EXTERNAL);
    }
}

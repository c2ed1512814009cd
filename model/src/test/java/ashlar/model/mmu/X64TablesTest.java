package ashlar.model.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ashlar.model.machine.PhysicalMemory;
import ashlar.model.mmu.MemoryFault.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class X64TablesTest {
    private static final long ROOT = 0;
    private static final long LEVEL1 = 0x1000;
    private static final long LEVEL2 = 0x2000;
    private static final long LEVEL3 = 0x3000;
    private static final long FRAME = 0x8_0000;

    private static final long PRESENT = 1;
    private static final long WRITABLE = 2;
    private static final long USER = 4;
    private static final long ACCESSED = 1 << 5;
    private static final long DIRTY = 1 << 6;
    private static final long LARGE = 1 << 7;
    private static final long NO_EXECUTE = 1L << 63;
    private static final long ALL = PRESENT | WRITABLE | USER;

    private final PhysicalMemory memory = new PhysicalMemory(0, 1 << 20);
    private final X64Tables tables = new X64Tables(memory);

    @BeforeEach void chain() {
        tables.setRoot(ROOT);
        memory.store64(ROOT + 8, LEVEL1 | ALL);
        memory.store64(LEVEL1 + 16, LEVEL2 | ALL);
        memory.store64(LEVEL2 + 24, LEVEL3 | ALL);
    }

    private static long address(long l0, long l1, long l2, long l3) {
        return l0 << 39 | l1 << 30 | l2 << 21 | l3 << 12;
    }

    private MemoryFault fault(long address, Access access) {
        return catchThrowableOfType(MemoryFault.class, () -> tables.walk(address, access));
    }

    @Test void small_page_is_found_at_the_last_level() {
        memory.store64(LEVEL3 + 32, FRAME | ALL);
        assertThat(tables.walk(address(1, 2, 3, 4) + 5, Access.READ))
            .isEqualTo(new Translation(FRAME, 12, true, true, true, false));
    }

    @Test void large_pages_are_found_above_it() {
        memory.store64(LEVEL2 + 40, 0x20_0000L | ALL | LARGE);
        memory.store64(LEVEL1 + 48, 0x4000_0000L | ALL | LARGE | NO_EXECUTE);
        assertThat(tables.walk(address(1, 2, 5, 4), Access.READ).sizeBits()).isEqualTo(21);
        assertThat(tables.walk(address(1, 6, 5, 4), Access.READ))
            .isEqualTo(new Translation(0x4000_0000L, 30, true, true, false, false));
    }

    @Test void walk_marks_what_it_used() {
        memory.store64(LEVEL3 + 32, FRAME | ALL);
        tables.walk(address(1, 2, 3, 4), Access.READ);
        assertThat(memory.load64(ROOT + 8)).isEqualTo(LEVEL1 | ALL | ACCESSED);
        assertThat(memory.load64(LEVEL3 + 32)).isEqualTo(FRAME | ALL | ACCESSED);
        tables.walk(address(1, 2, 3, 4), Access.WRITE);
        assertThat(memory.load64(LEVEL3 + 32)).isEqualTo(FRAME | ALL | ACCESSED | DIRTY);
    }

    @Test void absent_entry_faults() {
        assertThat(fault(address(1, 2, 3, 4), Access.WRITE))
            .extracting(MemoryFault::reason, MemoryFault::level)
            .containsExactly(Reason.TRANSLATION, 3);
    }

    @Test void each_level_must_allow_a_write() {
        memory.store64(LEVEL3, FRAME | ALL);
        memory.store64(LEVEL1 + 16, LEVEL2 | PRESENT | USER);
        assertThat(tables.walk(address(1, 2, 3, 0), Access.READ).writable()).isFalse();
        assertThat(fault(address(1, 2, 3, 0), Access.WRITE).reason()).isEqualTo(Reason.PERMISSION);
    }

    @Test void each_level_must_be_for_users() {
        memory.store64(LEVEL3, FRAME | ALL);
        memory.store64(ROOT + 8, LEVEL1 | PRESENT | WRITABLE);
        assertThat(fault(address(1, 2, 3, 0), Access.READ).reason()).isEqualTo(Reason.PERMISSION);
    }

    @Test void any_level_may_forbid_to_execute() {
        memory.store64(LEVEL3, FRAME | ALL);
        memory.store64(LEVEL2 + 24, LEVEL3 | ALL | NO_EXECUTE);
        assertThat(fault(address(1, 2, 3, 0), Access.EXECUTE).reason()).isEqualTo(Reason.PERMISSION);
    }

    @Test void address_between_the_halves_is_not_canonical() {
        assertThat(fault(0x8000_0000_0000L, Access.READ).reason()).isEqualTo(Reason.NOT_CANONICAL);
        assertThat(fault(-1L << 47, Access.READ).reason()).isEqualTo(Reason.TRANSLATION);
    }

    @Test void reserved_bits_fault() {
        memory.store64(ROOT + 16, LEVEL1 | ALL | LARGE);
        memory.store64(LEVEL2 + 40, 0x20_2000L | ALL | LARGE);
        memory.store64(LEVEL3, FRAME | ALL | 1L << 50);
        assertThat(fault(address(2, 0, 0, 0), Access.READ).reason()).isEqualTo(Reason.RESERVED_BIT);
        assertThat(fault(address(1, 2, 5, 0), Access.READ).reason()).isEqualTo(Reason.RESERVED_BIT);
        assertThat(fault(address(1, 2, 3, 0), Access.READ).reason()).isEqualTo(Reason.RESERVED_BIT);
    }
}

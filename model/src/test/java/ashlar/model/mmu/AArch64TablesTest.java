package ashlar.model.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ashlar.model.machine.PhysicalMemory;
import ashlar.model.mmu.MemoryFault.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AArch64TablesTest {
    private static final long RAM = 0x4000_0000L;
    private static final long ROOT = RAM;
    private static final long LEVEL1 = RAM + 0x1000;
    private static final long LEVEL2 = RAM + 0x2000;
    private static final long LEVEL3 = RAM + 0x3000;
    private static final long FRAME = RAM + 0x8_0000;

    private static final long TABLE = 3;
    private static final long PAGE = 3 | 1 << 6 | 1 << 10;
    private static final long BLOCK = 1 | 1 << 6 | 1 << 10;
    private static final long READ_ONLY = 1 << 7;
    private static final long EXECUTE_NEVER = 1L << 54;
    private static final long DEVICE = 1 << 2;

    private final PhysicalMemory memory = new PhysicalMemory(RAM, 1 << 20);
    private final AArch64Tables tables = new AArch64Tables(memory, 1 << 1);

    @BeforeEach void chain() {
        tables.setRoot(ROOT);
        memory.store64(ROOT + 8, LEVEL1 | TABLE);
        memory.store64(LEVEL1 + 16, LEVEL2 | TABLE);
        memory.store64(LEVEL2 + 24, LEVEL3 | TABLE);
    }

    /// The address with these indices on the four levels.
    private static long address(long l0, long l1, long l2, long l3) {
        return l0 << 39 | l1 << 30 | l2 << 21 | l3 << 12;
    }

    private MemoryFault fault(long address, Access access) {
        return catchThrowableOfType(MemoryFault.class, () -> tables.walk(address, access));
    }

    @Test void small_page_is_found_at_the_last_level() {
        memory.store64(LEVEL3 + 32, FRAME | PAGE);
        Translation t = tables.walk(address(1, 2, 3, 4) + 0x123, Access.WRITE);
        assertThat(t).isEqualTo(new Translation(FRAME, 12, true, true, true, false));
        assertThat(t.of(address(1, 2, 3, 4) + 0x123)).isEqualTo(FRAME + 0x123);
    }

    @Test void block_of_2_MiB_is_found_at_level_2() {
        memory.store64(LEVEL2 + 40, 0x8020_0000L | BLOCK | DEVICE);
        assertThat(tables.walk(address(1, 2, 5, 7) + 9, Access.READ))
            .isEqualTo(new Translation(0x8020_0000L, 21, true, true, true, true));
    }

    @Test void block_of_1_GiB_is_found_at_level_1() {
        memory.store64(LEVEL1 + 48, 0x1_4000_0000L | BLOCK | READ_ONLY);
        assertThat(tables.walk(address(1, 6, 5, 7), Access.READ))
            .isEqualTo(new Translation(0x1_4000_0000L, 30, true, false, true, false));
    }

    @Test void empty_entry_faults_at_its_level() {
        assertThat(fault(address(0, 0, 0, 0), Access.READ))
            .extracting(MemoryFault::reason, MemoryFault::level)
            .containsExactly(Reason.TRANSLATION, 0);
        assertThat(fault(address(1, 0, 0, 0), Access.READ).level()).isEqualTo(1);
        assertThat(fault(address(1, 2, 0, 0), Access.READ).level()).isEqualTo(2);
        assertThat(fault(address(1, 2, 3, 0), Access.READ).level()).isEqualTo(3);
    }

    @Test void block_where_none_can_be_is_no_translation() {
        memory.store64(ROOT + 16, FRAME | BLOCK);
        memory.store64(LEVEL3 + 8, FRAME | BLOCK);
        assertThat(fault(address(2, 0, 0, 0), Access.READ).reason()).isEqualTo(Reason.TRANSLATION);
        assertThat(fault(address(1, 2, 3, 1), Access.READ).reason()).isEqualTo(Reason.TRANSLATION);
    }

    @Test void page_without_access_flag_faults() {
        memory.store64(LEVEL3, FRAME | PAGE & ~(1 << 10));
        assertThat(fault(address(1, 2, 3, 0), Access.READ).reason()).isEqualTo(Reason.ACCESS_FLAG);
    }

    @Test void read_only_page_is_not_written() {
        memory.store64(LEVEL3, FRAME | PAGE | READ_ONLY);
        assertThat(tables.walk(address(1, 2, 3, 0), Access.READ).writable()).isFalse();
        assertThat(fault(address(1, 2, 3, 0), Access.WRITE))
            .extracting(MemoryFault::reason, MemoryFault::level)
            .containsExactly(Reason.PERMISSION, 3);
    }

    @Test void page_of_the_kernel_is_not_read() {
        memory.store64(LEVEL3, FRAME | PAGE & ~(1 << 6));
        assertThat(fault(address(1, 2, 3, 0), Access.READ).reason()).isEqualTo(Reason.PERMISSION);
    }

    @Test void execute_never_page_is_not_executed() {
        memory.store64(LEVEL3, FRAME | PAGE | EXECUTE_NEVER);
        assertThat(fault(address(1, 2, 3, 0), Access.EXECUTE).reason()).isEqualTo(Reason.PERMISSION);
        assertThat(tables.walk(address(1, 2, 3, 0), Access.WRITE).executable()).isFalse();
    }

    @Test void tables_limit_what_is_below_them() {
        memory.store64(LEVEL2 + 24, LEVEL3 | TABLE | 1L << 62 | 1L << 60);
        memory.store64(LEVEL3, FRAME | PAGE);
        assertThat(tables.walk(address(1, 2, 3, 0), Access.READ))
            .isEqualTo(new Translation(FRAME, 12, true, false, false, false));
    }

    @Test void upper_half_has_no_translations() {
        assertThat(fault(0xffff_8000_0000_0000L, Access.READ).level()).isZero();
        assertThat(fault(1L << 48, Access.READ).reason()).isEqualTo(Reason.TRANSLATION);
    }

    @Test void table_outside_of_memory_is_an_external_fault() {
        memory.store64(ROOT, 0x10_0000L | TABLE);
        assertThat(fault(0, Access.READ))
            .extracting(MemoryFault::reason, MemoryFault::level)
            .containsExactly(Reason.EXTERNAL, 1);
    }
}

package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ashlar.model.machine.Core;
import ashlar.model.machine.PhysicalMemory;
import ashlar.model.mmu.Access;
import ashlar.model.mmu.MemoryFault;
import ashlar.model.mmu.TranslatedMemory;
import ashlar.model.mmu.Translation;
import org.junit.jupiter.api.Test;

class CoreTest {
    private static final long RAM = 0x4000_0000L;
    private static final long CODE = 0x40_0000L;
    private static final long END = 1 << 20;

    private static final int SVC = 0xD400_0001;
    private static final int ADD_X0_X0_X1 = 0x8B01_0000;
    private static final int ADD_X0_X0_X0 = 0x8B00_0000;
    private static final int SUBS_X1_X1_1 = 0xF100_0421;
    private static final int BACK_2_UNLESS_ZERO = 0x54FF_FFC1;
    private static final int STR_W2_X3 = 0xB900_0062;
    private static final int BACK_3_UNLESS_ZERO = 0x54FF_FFA1;
    private static final int STR_X1_X3_PLUS_8 = 0xF800_8461;
    private static final int B_NEXT_PAGE = 0x1400_0400;
    private static final int NOP = 0xD503_201F;

    private final PhysicalMemory physical = new PhysicalMemory(RAM, 1 << 20);
    private final TranslatedMemory memory = new TranslatedMemory(physical, CoreTest::walk);
    private final Cpu cpu = new Cpu(memory, Permissions.all());
    private final Core<Cpu> core = new Core<>(cpu, Interpreter::decode, memory, physical);

    private static Translation walk(long address, Access access) {
        if (address < CODE || address >= CODE + END) throw new MemoryFault(address, access);
        return new Translation(RAM + (address - CODE & -4096), 12, true, true, true, false);
    }

    private void program(long address, int... words) {
        for (int i = 0; i < words.length; i++) memory.store32(address + 4L * i, words[i]);
        cpu.pc = CODE;
    }

    private Trap runToTrap() {
        return catchThrowableOfType(Trap.class, () -> core.run(Long.MAX_VALUE));
    }

    @Test void loop_runs_until_it_traps() {
        program(CODE, ADD_X0_X0_X1, SUBS_X1_X1_1, BACK_2_UNLESS_ZERO, SVC);
        cpu.x[1] = 1000;
        assertThat(runToTrap().exceptionClass()).isEqualTo(Trap.SVC);
        assertThat(cpu.x[0]).isEqualTo(500_500);
        assertThat(cpu.pc).isEqualTo(CODE + 12);
        assertThat(core.executed()).isEqualTo(3000);
    }

    @Test void loop_that_runs_long_counts_the_same() {
        program(CODE, ADD_X0_X0_X1, SUBS_X1_X1_1, BACK_2_UNLESS_ZERO, SVC);
        cpu.x[1] = 100_000;
        assertThat(runToTrap().exceptionClass()).isEqualTo(Trap.SVC);
        assertThat(cpu.x[0]).isEqualTo(5_000_050_000L);
        assertThat(cpu.pc).isEqualTo(CODE + 12);
        assertThat(core.executed()).isEqualTo(300_000);
    }

    @Test void long_run_ends_at_its_limit_exactly() {
        program(CODE, ADD_X0_X0_X1, SUBS_X1_X1_1, BACK_2_UNLESS_ZERO, SVC);
        cpu.x[1] = 100_000;
        for (long limit = 30_000; limit < 30_007; limit++) {
            core.run(limit);
            assertThat(core.executed()).isEqualTo(limit);
            assertThat(cpu.pc).isEqualTo(CODE + 4 * (limit % 3));
        }
    }

    @Test void fault_in_a_long_run_leaves_its_instruction_undone() {
        program(CODE, STR_X1_X3_PLUS_8, SUBS_X1_X1_1, BACK_2_UNLESS_ZERO, SVC);
        cpu.x[1] = 1 << 20;
        cpu.x[3] = CODE + 4096;
        MemoryFault f = catchThrowableOfType(MemoryFault.class, () -> core.run(Long.MAX_VALUE));
        long stores = (END - 4096) / 8;
        assertThat(f.address()).isEqualTo(CODE + END);
        assertThat(core.executed()).isEqualTo(3 * stores);
        assertThat(cpu.pc).isEqualTo(CODE);
        assertThat(cpu.x[1]).isEqualTo((1 << 20) - stores);
        assertThat(cpu.x[3]).isEqualTo(CODE + END);
    }

    @Test void code_that_a_long_run_stores_to_runs_changed() {
        program(CODE, ADD_X0_X0_X1, STR_W2_X3, SUBS_X1_X1_1, BACK_3_UNLESS_ZERO, SVC);
        cpu.x[1] = 100_000;
        cpu.x[3] = CODE + 0x1000;
        core.run(4 * 50_000);
        cpu.x[2] = NOP;
        cpu.x[3] = CODE;
        long before = cpu.x[0];
        runToTrap();
        assertThat(cpu.x[0]).isEqualTo(before + 50_000);
        assertThat(core.executed()).isEqualTo(400_000);
    }

    @Test void run_ends_at_its_limit() {
        program(CODE, ADD_X0_X0_X1, SUBS_X1_X1_1, BACK_2_UNLESS_ZERO, SVC);
        cpu.x[1] = 1000;
        core.run(7);
        assertThat(core.executed()).isEqualTo(7);
        assertThat(cpu.pc).isEqualTo(CODE + 4);
        core.run(8);
        assertThat(cpu.pc).isEqualTo(CODE + 8);
    }

    @Test void stored_code_is_what_runs() {
        program(CODE, STR_W2_X3, ADD_X0_X0_X1, SVC);
        cpu.x[0] = 5;
        cpu.x[1] = 1;
        cpu.x[2] = NOP;
        cpu.x[3] = CODE + 4;
        core.run(2);
        assertThat(cpu.x[0]).isEqualTo(5);
        cpu.pc = CODE;
        cpu.x[2] = ADD_X0_X0_X0;
        runToTrap();
        assertThat(cpu.x[0]).isEqualTo(10);
    }

    @Test void code_that_the_kernel_changes_runs_changed() {
        program(CODE, ADD_X0_X0_X1, SVC);
        cpu.x[1] = 3;
        runToTrap();
        physical.store64(RAM, (long) SVC << 32 | NOP);
        cpu.pc = CODE;
        runToTrap();
        assertThat(cpu.x[0]).isEqualTo(3);
    }

    @Test void branch_leads_to_another_page() {
        program(CODE, B_NEXT_PAGE);
        program(CODE + 4096, ADD_X0_X0_X1, SVC);
        cpu.x[1] = 3;
        runToTrap();
        assertThat(cpu.x[0]).isEqualTo(3);
        assertThat(cpu.pc).isEqualTo(CODE + 4100);
    }

    @Test void code_goes_on_across_the_end_of_a_page() {
        program(CODE + 4092, ADD_X0_X0_X1, ADD_X0_X0_X1, SVC);
        cpu.pc = CODE + 4092;
        cpu.x[1] = 3;
        runToTrap();
        assertThat(cpu.x[0]).isEqualTo(6);
    }

    @Test void what_is_not_mapped_is_not_executed() {
        cpu.pc = CODE + END;
        MemoryFault f = catchThrowableOfType(MemoryFault.class, () -> core.run(1));
        assertThat(f.access()).isEqualTo(Access.EXECUTE);
        assertThat(cpu.pc).isEqualTo(CODE + END);
        assertThat(core.executed()).isZero();
    }

    @Test void unaligned_pc_traps() {
        cpu.pc = CODE + 2;
        assertThat(runToTrap().exceptionClass()).isEqualTo(Trap.PC_ALIGNMENT);
    }
}

package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class BranchTest {
    private static final int CBZ_W0_8 = 0x34000040;
    private static final int TBNZ_X0_63_BACK_4 = 0xB7FFFFE0;
    private static final int BL_8 = 0x94000002;
    private static final int BLR_X30 = 0xD63F03C0;
    private static final int RET = 0xD65F03C0;
    private static final int NOP = 0xD503201F;
    private static final int ISB = 0xD5033FDF;

    @Test
    void cbz_looks_at_32_bits() {
        assertThat(new Rig().x(0, 1L << 32).run(CBZ_W0_8).cpu.pc).isEqualTo(Rig.PC + 8);
    }

    @Test
    void cbz_not_taken_goes_on() {
        assertThat(new Rig().x(0, 1).run(CBZ_W0_8).cpu.pc).isEqualTo(Rig.PC + 4);
    }

    @Test
    void tbnz_goes_back() {
        assertThat(new Rig().x(0, -1).run(TBNZ_X0_63_BACK_4).cpu.pc).isEqualTo(Rig.PC - 4);
    }

    @Test
    void bl_links() {
        Cpu cpu = new Rig().run(BL_8).cpu;
        assertThat(cpu.pc).isEqualTo(Rig.PC + 8);
        assertThat(cpu.x[30]).isEqualTo(Rig.PC + 4);
    }

    @Test
    void blr_through_the_link_register_goes_where_it_was() {
        Cpu cpu = new Rig().x(30, Ram.START).run(BLR_X30).cpu;
        assertThat(cpu.pc).isEqualTo(Ram.START);
        assertThat(cpu.x[30]).isEqualTo(Rig.PC + 4);
    }

    @Test
    void an_unaligned_pc_traps_when_it_is_executed() {
        Cpu cpu = new Rig().x(30, Ram.START + 2).run(RET).cpu;
        Trap trap = catchThrowableOfType(Trap.class, () -> Interpreter.step(cpu));
        assertThat(trap.exceptionClass()).isEqualTo(Trap.PC_ALIGNMENT);
        assertThat(trap.address()).isEqualTo(Ram.START + 2);
    }

    @Test
    void hints_and_barriers_go_on() {
        assertThat(new Rig().run(NOP).run(ISB).cpu.pc).isEqualTo(Rig.PC + 8);
    }
}

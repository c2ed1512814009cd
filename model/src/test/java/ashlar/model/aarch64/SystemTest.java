package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemTest {
    private static final int SVC_7 = 0xD40000E1;
    private static final int BRK_3 = 0xD4200060;
    private static final int HLT_1 = 0xD4400020;
    private static final int HVC_0 = 0xD4000002;
    private static final int ERET = 0xD69F03E0;
    private static final int MSR_FPCR_X0 = 0xD51B4400;
    private static final int MSR_TPIDR_X0 = 0xD51BD040;
    private static final int MRS_X0_TPIDR = 0xD53BD040;
    private static final int MRS_X0_CNTVCT = 0xD53BE040;
    private static final int MRS_X0_CTR = 0xD53B0020;
    private static final int MRS_X0_DCZID = 0xD53B00E0;
    private static final int MRS_X0_MIDR = 0xD5380000;
    private static final int DC_ZVA_X0 = 0xD50B7420;
    private static final int DC_CVAC_X0 = 0xD50B7A20;
    private static final Permissions NONE = new Permissions(false, false, false, false, false);

    @Test
    void svc_traps_with_its_number() {
        Rig rig = new Rig();
        assertThat(rig.trap(SVC_7).syndrome()).isEqualTo(0x5600_0007L);
        assertThat(rig.cpu.pc).isEqualTo(Rig.PC);
    }

    @Test
    void brk_traps_with_its_number() {
        assertThat(new Rig().trap(BRK_3).syndrome()).isEqualTo(0xF200_0003L);
    }

    @Test
    void what_is_for_higher_levels_is_undefined() {
        assertThat(new Rig().trap(HLT_1).syndrome()).isEqualTo(0x0200_0000L);
        assertThat(new Rig().trap(HVC_0).syndrome()).isEqualTo(0x0200_0000L);
        assertThat(new Rig().trap(ERET).syndrome()).isEqualTo(0x0200_0000L);
        assertThat(new Rig().trap(MRS_X0_MIDR).syndrome()).isEqualTo(0x0200_0000L);
    }

    @Test
    void fpcr_keeps_only_the_bits_it_has() {
        assertThat(new Rig().x(0, -1).run(MSR_FPCR_X0).cpu.fpcr).isEqualTo(0x07C8_0000L);
    }

    @Test
    void tpidr_is_read_as_written() {
        assertThat(new Rig().x(0, -2).run(MSR_TPIDR_X0).x(0, 0).run(MRS_X0_TPIDR).cpu.x[0]).isEqualTo(-2);
    }

    @Test
    void the_counter_is_read_if_permitted() {
        Rig rig = new Rig();
        rig.cpu.virtualCount = 77;
        assertThat(rig.run(MRS_X0_CNTVCT).cpu.x[0]).isEqualTo(77);
    }

    @Test
    void the_counter_traps_if_not_permitted() {
        assertThat(new Rig(NONE).trap(MRS_X0_CNTVCT).syndrome()).isEqualTo(0x6200_0000L | 0x34_F801);
    }

    @Test
    void the_cache_type_traps_if_not_permitted() {
        assertThat(new Rig(NONE).trap(MRS_X0_CTR).exceptionClass()).isEqualTo(Trap.SYSTEM_REGISTER);
    }

    @Test
    void dczid_tells_whether_blocks_may_be_zeroed() {
        assertThat(new Rig().run(MRS_X0_DCZID).cpu.x[0]).isEqualTo(4);
        assertThat(new Rig(NONE).run(MRS_X0_DCZID).cpu.x[0]).isEqualTo(20);
    }

    @Test
    void cache_operations_trap_if_not_permitted() {
        assertThat(new Rig(NONE).x(0,
            Ram.START).trap(DC_ZVA_X0).exceptionClass()).isEqualTo(Trap.SYSTEM_REGISTER);
        assertThat(new Rig(NONE).x(0,
            Ram.START).trap(DC_CVAC_X0).exceptionClass()).isEqualTo(Trap.SYSTEM_REGISTER);
    }

    @Test
    void cleaning_what_is_not_there_faults() {
        assertThat(new Rig().x(0, Ram.END).fault(DC_CVAC_X0).address()).isEqualTo(Ram.END);
    }
}

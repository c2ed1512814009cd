package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorTest {
    private static final int ADD_V0_4S = 0x4EA28420;
    private static final int CMEQ_V0_16B_ZERO = 0x4E209820;
    private static final int ADDV_B0_16B = 0x4E31B820;
    private static final int UMAXP_V0_16B = 0x6E22A420;
    private static final int SHRN_V0_8B_4 = 0x0F0C8420;
    private static final int SQADD_V0_8H = 0x4E620C20;
    private static final int MUL_V0_4S_V2_S1 = 0x4FA28020;
    private static final int SMULL_V0_4S = 0x0E62C020;
    private static final int ZIP1_V0_8H = 0x4E423820;
    private static final int EXT_V0_16B_3 = 0x6E021820;
    private static final int TBL_V0_TWO = 0x4E032020;
    private static final int MOVI_V0_AB = 0x4F05E560;
    private static final int UMOV_W0_B15 = 0x0E1F3C20;
    private static final int INS_D1_D0 = 0x6E180420;
    private static final int FCMGT_V0_4S = 0x6EA2E420;
    private static final int FRECPE_S0 = 0x5EA1D820;
    private static final int UDOT_V0_4S = 0x6E829420;
    private static final int CNT_V0_8B = 0x0E205820;
    private static final long QC = 1L << 27;

    @Test
    void lanes_do_not_carry_into_each_other() {
        Cpu cpu = new Rig().v(1, 0xFFFF_FFFFL, 0).v(2, 1, 0).run(ADD_V0_4S).cpu;
        assertThat(cpu.qLow(0)).isZero();
    }

    @Test
    void a_comparison_fills_lanes() {
        Cpu cpu = new Rig().v(1, 0x0100L, -1).run(CMEQ_V0_16B_ZERO).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(0xFFFF_FFFF_FFFF_00FFL);
        assertThat(cpu.qHigh(0)).isZero();
    }

    @Test
    void addv_sums_all_lanes() {
        Cpu cpu = new Rig().v(1, 0x0102_0304_0506_0708L, 0xFF).run(ADDV_B0_16B).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(36 + 0xFF & 0xFF);
    }

    @Test
    void pairs_come_from_both_operands() {
        Cpu cpu = new Rig().v(1, 0x0201, 0).v(2, 0x0403, 0).run(UMAXP_V0_16B).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(2);
        assertThat(cpu.qHigh(0)).isEqualTo(4);
    }

    @Test
    void shrn_narrows_to_the_lower_half() {
        Cpu cpu = new Rig().v(0, -1, -1).v(1, 0xFF0, 0x1230).run(SHRN_V0_8B_4).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(0x0000_0023_0000_00FFL);
        assertThat(cpu.qHigh(0)).isZero();
    }

    @Test
    void sqadd_saturates_and_says_so() {
        Cpu cpu = new Rig().v(1, 0x7FFF, 0).v(2, 1, 0).run(SQADD_V0_8H).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(0x7FFF);
        assertThat(cpu.fpsr).isEqualTo(QC);
    }

    @Test
    void sqadd_without_saturation_says_nothing() {
        assertThat(new Rig().v(1, 0x7FFE, 0).v(2, 1, 0).run(SQADD_V0_8H).cpu.fpsr).isZero();
    }

    @Test
    void one_element_multiplies_all() {
        Cpu cpu = new Rig().v(1, 2L << 32 | 1, 3).v(2, 10L << 32, 0).run(MUL_V0_4S_V2_S1).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(20L << 32 | 10);
        assertThat(cpu.qHigh(0)).isEqualTo(30);
    }

    @Test
    void smull_widens_with_sign() {
        Cpu cpu = new Rig().v(1, 0xFFFF, 0).v(2, 3, 0).run(SMULL_V0_4S).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(-3 & 0xFFFF_FFFFL);
    }

    @Test
    void zip_interleaves() {
        Cpu cpu = new Rig().v(1, 0x0003_0001L, 0).v(2, 0x0004_0002L, 0).run(ZIP1_V0_8H).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(0x0004_0003_0002_0001L);
    }

    @Test
    void ext_takes_bytes_from_both() {
        Cpu cpu = new Rig().v(1, 0, 0x0807_0605_0403_0201L).v(2, 0xFF, 0).run(EXT_V0_16B_3).cpu;
        assertThat(cpu.qHigh(0)).isEqualTo(0x0000_FF08_0706_0504L);
    }

    @Test
    void a_table_gives_zero_beyond_its_end() {
        Cpu cpu = new Rig().v(1, 7, 0).v(2, 9, 0).v(3, 0x2010_00L, 0).run(TBL_V0_TWO).cpu;
        assertThat(cpu.qLow(0) & 0xFF_FFFF).isEqualTo(0x00_0907);
    }

    @Test
    void movi_fills_all_bytes() {
        assertThat(new Rig().run(MOVI_V0_AB).cpu.qHigh(0)).isEqualTo(0xABAB_ABAB_ABAB_ABABL);
    }

    @Test
    void umov_takes_one_element() {
        assertThat(new Rig().v(1, 0, 0xFE00_0000_0000_0000L).run(UMOV_W0_B15).cpu.x[0]).isEqualTo(0xFE);
    }

    @Test
    void ins_keeps_the_other_elements() {
        Cpu cpu = new Rig().v(0, 1, 2).v(1, 3, 4).run(INS_D1_D0).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(1);
        assertThat(cpu.qHigh(0)).isEqualTo(3);
    }

    @Test
    void a_nan_is_greater_than_nothing() {
        Cpu cpu = new Rig().v(1, 0x7FC0_0000L, 0x3F80_0000L).run(FCMGT_V0_4S).cpu;
        assertThat(cpu.qLow(0)).isZero();
        assertThat(cpu.qHigh(0)).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void an_estimate_has_eight_bits() {
        assertThat(new Rig().v(1, 0x4000_0000L, 0).run(FRECPE_S0).cpu.qLow(0)).isEqualTo(0x3EFF_8000L);
    }

    @Test
    void udot_adds_four_products() {
        Cpu cpu = new Rig().v(0, 1, 0).v(1, 0x0403_0201L, 0).v(2, 0xFF01_0101L, 0).run(UDOT_V0_4S).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(1 + 1 + 2 + 3 + 4 * 255);
    }

    @Test
    void cnt_of_half_a_register_clears_the_other_half() {
        Cpu cpu = new Rig().v(0, -1, -1).v(1, 0x0F01, -1).run(CNT_V0_8B).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(0x0401);
        assertThat(cpu.qHigh(0)).isZero();
    }
}

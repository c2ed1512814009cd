package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntegerTest {
    private static final int ADDS_X0_X1_X2 = 0xAB020020;
    private static final int SUBS_W0_W1_W2 = 0x6B020020;
    private static final int ADD_SP_SP_16 = 0x910043FF;
    private static final int CMP_X1_1 = 0xF100043F;
    private static final int SBCS_X0_X1_X2 = 0xFA020020;
    private static final int AND_X0_X1_MASK = 0x92089C20;
    private static final int BICS_X0_X1_X2_LSR_4 = 0xEA621020;
    private static final int MOVK_X0_1234_LSL_32 = 0xF2C24680;
    private static final int MOVN_W0_0 = 0x12800000;
    private static final int SBFX_X0_X1_8_8 = 0x93483C20;
    private static final int BFI_X0_X1_4_8 = 0xB37C1C20;
    private static final int SDIV_X0_X1_X2 = 0x9AC20C20;
    private static final int UDIV_W0_W1_W2 = 0x1AC20820;
    private static final int SMULH_X0_X1_X2 = 0x9B427C20;
    private static final int UMADDL_X0_W1_W2_X3 = 0x9BA20C20;
    private static final int LSL_W0_W1_W2 = 0x1AC22020;
    private static final int CRC32B_W0_W1_W2 = 0x1AC24020;
    private static final int CSNEG_X0_X1_X2_EQ = 0xDA820420;
    private static final int CCMP_X1_5_4_EQ = 0xFA450824;

    @Test
    void adds_sets_carry_and_zero() {
        Cpu cpu = new Rig().x(1, -1).x(2, 1).run(ADDS_X0_X1_X2).cpu;
        assertThat(cpu.x[0]).isZero();
        assertThat(cpu.nzcv()).isEqualTo(0x6000_0000L);
    }

    @Test
    void adds_sets_overflow_and_negative() {
        Cpu cpu = new Rig().x(1, Long.MAX_VALUE).x(2, 1).run(ADDS_X0_X1_X2).cpu;
        assertThat(cpu.nzcv()).isEqualTo(0x9000_0000L);
    }

    @Test
    void subs_of_32_bits_clears_the_upper_half() {
        Cpu cpu = new Rig().x(1, 0xFFFF_FFFF_0000_0000L).x(2, 1).run(SUBS_W0_W1_W2).cpu;
        assertThat(cpu.x[0]).isEqualTo(0xFFFF_FFFFL);
        assertThat(cpu.nzcv()).isEqualTo(0x8000_0000L);
    }

    @Test
    void add_immediate_writes_the_stack_pointer() {
        Rig rig = new Rig();
        rig.cpu.sp = 0x1000;
        assertThat(rig.run(ADD_SP_SP_16).cpu.sp).isEqualTo(0x1010);
    }

    @Test
    void cmp_writes_no_register() {
        Cpu cpu = new Rig().x(1, 0).run(CMP_X1_1).cpu;
        assertThat(cpu.x[31]).isZero();
        assertThat(cpu.sp).isZero();
        assertThat(cpu.nzcv()).isEqualTo(0x8000_0000L);
    }

    @Test
    void sbcs_takes_one_more_without_carry() {
        Cpu cpu = new Rig().x(1, 5).x(2, 3).run(SBCS_X0_X1_X2).cpu;
        assertThat(cpu.x[0]).isEqualTo(1);
    }

    @Test
    void and_takes_a_repeated_mask() {
        assertThat(new Rig().x(1, -1).run(AND_X0_X1_MASK).cpu.x[0]).isEqualTo(0xFF00_FF00_FF00_FF00L);
    }

    @Test
    void bics_inverts_the_shifted_operand() {
        Cpu cpu = new Rig().x(1, -1).x(2, -1).run(BICS_X0_X1_X2_LSR_4).cpu;
        assertThat(cpu.x[0]).isEqualTo(0xF000_0000_0000_0000L);
        assertThat(cpu.n).isTrue();
    }

    @Test
    void movk_keeps_the_rest() {
        assertThat(new Rig().x(0, -1).run(MOVK_X0_1234_LSL_32).cpu.x[0]).isEqualTo(0xFFFF_1234_FFFF_FFFFL);
    }

    @Test
    void movn_of_32_bits_clears_the_upper_half() {
        assertThat(new Rig().run(MOVN_W0_0).cpu.x[0]).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void sbfx_extends_the_sign() {
        assertThat(new Rig().x(1, 0x8000).run(SBFX_X0_X1_8_8).cpu.x[0]).isEqualTo(-128);
    }

    @Test
    void bfi_keeps_what_is_around() {
        assertThat(new Rig().x(0, -1).x(1, 0).run(BFI_X0_X1_4_8).cpu.x[0]).isEqualTo(~0xFF0L);
    }

    @Test
    void sdiv_of_the_least_by_minus_one_is_the_least() {
        assertThat(new Rig().x(1, Long.MIN_VALUE).x(2,
            -1).run(SDIV_X0_X1_X2).cpu.x[0]).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void division_by_zero_is_zero() {
        assertThat(new Rig().x(0, 9).x(1, 7).run(UDIV_W0_W1_W2).cpu.x[0]).isZero();
    }

    @Test
    void smulh_gives_the_upper_half() {
        assertThat(new Rig().x(1, Long.MIN_VALUE).x(2, 4).run(SMULH_X0_X1_X2).cpu.x[0]).isEqualTo(-2);
    }

    @Test
    void umaddl_widens_without_sign() {
        Cpu cpu = new Rig().x(1, -1).x(2, -1).x(3, 2).run(UMADDL_X0_W1_W2_X3).cpu;
        assertThat(cpu.x[0]).isEqualTo(0xFFFF_FFFE_0000_0003L);
    }

    @Test
    void a_shift_by_register_counts_modulo_the_width() {
        assertThat(new Rig().x(1, 1).x(2, 33).run(LSL_W0_W1_W2).cpu.x[0]).isEqualTo(2);
    }

    @Test
    void crc32_of_one_byte() {
        Cpu cpu = new Rig().x(1, 0xFFFF_FFFFL).x(2, 'a').run(CRC32B_W0_W1_W2).cpu;
        assertThat(cpu.x[0]).isEqualTo(~0xE8B7BE43 & 0xFFFF_FFFFL);
    }

    @Test
    void csneg_negates_if_the_condition_does_not_hold() {
        assertThat(new Rig().x(1, 1).x(2, 2).run(CSNEG_X0_X1_X2_EQ).cpu.x[0]).isEqualTo(-2);
    }

    @Test
    void ccmp_takes_its_own_flags_if_the_condition_does_not_hold() {
        assertThat(new Rig().x(1, 9).run(CCMP_X1_5_4_EQ).cpu.nzcv()).isEqualTo(0x4000_0000L);
    }

    @Test
    void ccmp_compares_if_the_condition_holds() {
        Rig rig = new Rig().x(1, 9);
        rig.cpu.z = true;
        assertThat(rig.run(CCMP_X1_5_4_EQ).cpu.nzcv()).isEqualTo(0x2000_0000L);
    }
}

package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloatTest {
    private static final int FADD_D0_D1_D2 = 0x1E622820;
    private static final int FMUL_H0_H1_H2 = 0x1EE20820;
    private static final int FDIV_D0_D1_D2 = 0x1E621820;
    private static final int FSQRT_D0_D1 = 0x1E61C020;
    private static final int FMADD_D0_D1_D2_D3 = 0x1F420C20;
    private static final int FCMP_D1_D2 = 0x1E622020;
    private static final int FCMPE_D1_D2 = 0x1E622030;
    private static final int FMIN_D0_D1_D2 = 0x1E625820;
    private static final int FMINNM_D0_D1_D2 = 0x1E627820;
    private static final int FCVTZS_W0_D1 = 0x1E780020;
    private static final int SCVTF_S0_X1 = 0x9E220020;
    private static final int FCVT_S0_D1 = 0x1E624020;
    private static final int FRINTX_D0_D1 = 0x1E674020;
    private static final int FMOV_D0_1_5 = 0x1E6F1000;
    private static final long NAN = 0x7FF8_0000_0000_0000L;
    private static final long SIGNALLING = 0x7FF0_0000_0000_0005L;
    private static final long ROUND_UP = 1L << 22;
    private static final long INVALID = 1;
    private static final long DIVIDE_BY_ZERO = 2;
    private static final long INEXACT = 16;
    private static final long INPUT_DENORMAL = 128;

    private static Rig with(double a, double b) {
        return new Rig().v(1, Rig.bits(a), -1).v(2, Rig.bits(b), -1);
    }

    @Test
    void a_scalar_result_clears_the_rest() {
        Cpu cpu = with(1.5, 2).v(0, -1, -1).run(FADD_D0_D1_D2).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(Rig.bits(3.5));
        assertThat(cpu.qHigh(0)).isZero();
        assertThat(cpu.fpsr).isZero();
    }

    @Test
    void rounding_follows_fpcr_and_tells_inexact() {
        Rig rig = with(1, 0x1p-60);
        rig.cpu.fpcr = ROUND_UP;
        rig.run(FADD_D0_D1_D2);
        assertThat(rig.cpu.qLow(0)).isEqualTo(Rig.bits(Math.nextUp(1.0)));
        assertThat(rig.cpu.fpsr).isEqualTo(INEXACT);
    }

    @Test
    void the_first_signalling_nan_wins_and_becomes_quiet() {
        Cpu cpu = new Rig().v(1, NAN, 0).v(2, SIGNALLING, 0).run(FADD_D0_D1_D2).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(SIGNALLING | 1L << 51);
        assertThat(cpu.fpsr).isEqualTo(INVALID);
    }

    @Test
    void the_default_nan_mode_forgets_which_nan_it_was() {
        Rig rig = new Rig().v(1, NAN | 9, 0).v(2, 0, 0);
        rig.cpu.fpcr = 1L << 25;
        assertThat(rig.run(FADD_D0_D1_D2).cpu.qLow(0)).isEqualTo(NAN);
    }

    @Test
    void denormals_are_flushed_if_asked_for() {
        Rig rig = new Rig().v(1, 5, 0).v(2, Long.MIN_VALUE | 5, 0);
        rig.cpu.fpcr = 1L << 24;
        rig.run(FADD_D0_D1_D2);
        assertThat(rig.cpu.qLow(0)).isZero();
        assertThat(rig.cpu.fpsr).isEqualTo(INPUT_DENORMAL);
    }

    @Test
    void halves_multiply() {
        assertThat(new Rig().v(1, 0x3E00, 0).v(2, 0x4000,
            0).run(FMUL_H0_H1_H2).cpu.qLow(0)).isEqualTo(0x4200);
    }

    @Test
    void division_by_zero_is_infinite() {
        Cpu cpu = with(-1, 0).run(FDIV_D0_D1_D2).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(Rig.bits(Double.NEGATIVE_INFINITY));
        assertThat(cpu.fpsr).isEqualTo(DIVIDE_BY_ZERO);
    }

    @Test
    void roots_are_rounded_once() {
        assertThat(with(2, 0).run(FSQRT_D0_D1).cpu.qLow(0)).isEqualTo(Rig.bits(Math.sqrt(2)));
    }

    @Test
    void a_negative_number_has_no_root() {
        Cpu cpu = with(-2, 0).run(FSQRT_D0_D1).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(NAN);
        assertThat(cpu.fpsr).isEqualTo(INVALID);
    }

    @Test
    void fmadd_rounds_once() {
        double a = 1 + 0x1p-52;
        Cpu cpu = with(a, a).v(3, Rig.bits(-1), 0).run(FMADD_D0_D1_D2_D3).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(Rig.bits(Math.fma(a, a, -1)));
    }

    @Test
    void a_quiet_nan_is_unordered() {
        Cpu cpu = new Rig().v(1, NAN, 0).run(FCMP_D1_D2).cpu;
        assertThat(cpu.nzcv()).isEqualTo(0x3000_0000L);
        assertThat(cpu.fpsr).isZero();
    }

    @Test
    void fcmpe_takes_offence_at_a_quiet_nan() {
        assertThat(new Rig().v(1, NAN, 0).run(FCMPE_D1_D2).cpu.fpsr).isEqualTo(INVALID);
    }

    @Test
    void fmin_of_zeros_is_the_negative_one() {
        assertThat(with(0.0, -0.0).run(FMIN_D0_D1_D2).cpu.qLow(0)).isEqualTo(Rig.bits(-0.0));
    }

    @Test
    void fminnm_prefers_a_number_to_a_quiet_nan() {
        assertThat(with(Double.NaN, 4).run(FMINNM_D0_D1_D2).cpu.qLow(0)).isEqualTo(Rig.bits(4));
    }

    @Test
    void conversion_to_an_integer_saturates() {
        Cpu cpu = with(-3e9, 0).run(FCVTZS_W0_D1).cpu;
        assertThat(cpu.x[0]).isEqualTo(0x8000_0000L);
        assertThat(cpu.fpsr).isEqualTo(INVALID);
    }

    @Test
    void conversion_from_an_integer_rounds_to_even() {
        Cpu cpu = new Rig().x(1, (1L << 24) + 1).run(SCVTF_S0_X1).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(Float.floatToRawIntBits(0x1p24f));
        assertThat(cpu.fpsr).isEqualTo(INEXACT);
    }

    @Test
    void narrowing_keeps_the_top_of_a_nan() {
        Cpu cpu = new Rig().v(1, 0xFFF8_0000_2000_0000L, 0).run(FCVT_S0_D1).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(0xFFC0_0001L);
    }

    @Test
    void frintx_tells_that_it_rounded() {
        Cpu cpu = with(2.5, 0).run(FRINTX_D0_D1).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(Rig.bits(2));
        assertThat(cpu.fpsr).isEqualTo(INEXACT);
    }

    @Test
    void fmov_expands_its_immediate() {
        assertThat(new Rig().run(FMOV_D0_1_5).cpu.qLow(0)).isEqualTo(Rig.bits(1.5));
    }
}

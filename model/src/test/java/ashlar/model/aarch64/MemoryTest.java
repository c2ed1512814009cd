package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.model.mmu.Access;
import ashlar.model.mmu.MemoryFault;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final int LDR_X0_X1_8_PRE = 0xF8408C20;
    private static final int LDRSW_X0_X1_X2_LSL_2 = 0xB8A27820;
    private static final int LDRSB_W0_X1 = 0x39C00020;
    private static final int STRH_W0_X1_W2_SXTW = 0x7822C820;
    private static final int LDP_X0_X1_X2_16_PRE = 0xA9C10440;
    private static final int STP_X0_X1_X2 = 0xA9000440;
    private static final int STP_Q0_Q1_X2 = 0xAD000440;
    private static final int LDR_X0_LITERAL_16 = 0x58000080;
    private static final int DC_ZVA_X0 = 0xD50B7420;
    private static final int LD1_V0_X1_POST = 0x4CDF7020;
    private static final int LD4_V0_X1 = 0x4C400820;
    private static final int ST2_V0_X1 = 0x0C008020;
    private static final long DATA = Ram.START + 0x800;

    @Test
    void pre_index_writes_back() {
        Rig rig = new Rig().x(1, DATA);
        rig.ram.put(DATA + 8, 42);
        Cpu cpu = rig.run(LDR_X0_X1_8_PRE).cpu;
        assertThat(cpu.x[0]).isEqualTo(42);
        assertThat(cpu.x[1]).isEqualTo(DATA + 8);
    }

    @Test
    void a_load_that_faults_writes_nothing_back() {
        Rig rig = new Rig().x(0, 7).x(1, Ram.END - 8);
        MemoryFault fault = rig.fault(LDR_X0_X1_8_PRE);
        assertThat(fault.address()).isEqualTo(Ram.END);
        assertThat(rig.cpu.x[0]).isEqualTo(7);
        assertThat(rig.cpu.x[1]).isEqualTo(Ram.END - 8);
        assertThat(rig.cpu.pc).isEqualTo(Rig.PC);
    }

    @Test
    void ldrsw_extends_the_sign_and_scales_the_offset() {
        Rig rig = new Rig().x(1, DATA).x(2, 3);
        rig.ram.put(DATA + 12, 0x8000_0000L);
        assertThat(rig.run(LDRSW_X0_X1_X2_LSL_2).cpu.x[0]).isEqualTo((long) Integer.MIN_VALUE);
    }

    @Test
    void ldrsb_to_32_bits_clears_the_upper_half() {
        Rig rig = new Rig().x(1, DATA);
        rig.ram.put(DATA, 0x80);
        assertThat(rig.run(LDRSB_W0_X1).cpu.x[0]).isEqualTo(0xFFFF_FF80L);
    }

    @Test
    void strh_takes_a_negative_offset() {
        Rig rig = new Rig().x(0, 0x12345).x(1, DATA).x(2, 0xFFFF_FFFEL).run(STRH_W0_X1_W2_SXTW);
        assertThat(rig.ram.load32(DATA - 2)).isEqualTo(0x2345);
    }

    @Test
    void a_pair_that_faults_in_its_second_half_loads_nothing() {
        Rig rig = new Rig().x(0, 7).x(1, 8).x(2, Ram.END - 24);
        assertThat(rig.fault(LDP_X0_X1_X2_16_PRE).address()).isEqualTo(Ram.END);
        assertThat(rig.cpu.x[0]).isEqualTo(7);
        assertThat(rig.cpu.x[1]).isEqualTo(8);
        assertThat(rig.cpu.x[2]).isEqualTo(Ram.END - 24);
    }

    @Test
    void a_pair_that_faults_in_its_second_half_stores_nothing() {
        Rig rig = new Rig().x(0, 1).x(1, 2).x(2, Ram.READ_ONLY - 8);
        MemoryFault fault = rig.fault(STP_X0_X1_X2);
        assertThat(fault.address()).isEqualTo(Ram.READ_ONLY);
        assertThat(fault.access()).isEqualTo(Access.WRITE);
        assertThat(rig.ram.load64(Ram.READ_ONLY - 8)).isZero();
    }

    @Test
    void a_pair_of_vectors_that_faults_stores_nothing() {
        Rig rig = new Rig().v(0, 1, 2).v(1, 3, 4).x(2, Ram.READ_ONLY - 24);
        assertThat(rig.fault(STP_Q0_Q1_X2).address()).isEqualTo(Ram.READ_ONLY);
        assertThat(rig.ram.load64(Ram.READ_ONLY - 24)).isZero();
    }

    @Test
    void what_cannot_be_read_cannot_be_written() {
        MemoryFault fault = new Rig().x(2, Ram.START - 8).fault(STP_X0_X1_X2);
        assertThat(fault.address()).isEqualTo(Ram.START - 8);
        assertThat(fault.access()).isEqualTo(Access.WRITE);
    }

    @Test
    void a_literal_is_relative_to_the_pc() {
        Rig rig = new Rig();
        rig.ram.put(Rig.PC + 16, 99);
        assertThat(rig.run(LDR_X0_LITERAL_16).cpu.x[0]).isEqualTo(99);
    }

    @Test
    void dc_zva_clears_an_aligned_block() {
        Rig rig = new Rig().x(0, DATA + 5);
        rig.ram.put(DATA - 8, -1);
        rig.ram.put(DATA + 56, -1);
        rig.ram.put(DATA + 64, -1);
        rig.run(DC_ZVA_X0);
        assertThat(rig.ram.load64(DATA - 8)).isEqualTo(-1);
        assertThat(rig.ram.load64(DATA + 56)).isZero();
        assertThat(rig.ram.load64(DATA + 64)).isEqualTo(-1);
    }

    @Test
    void ld1_moves_its_base_on() {
        Rig rig = new Rig().x(1, DATA);
        rig.ram.put(DATA + 8, 5);
        Cpu cpu = rig.run(LD1_V0_X1_POST).cpu;
        assertThat(cpu.qHigh(0)).isEqualTo(5);
        assertThat(cpu.x[1]).isEqualTo(DATA + 16);
    }

    @Test
    void ld4_deals_elements_out_in_turn() {
        Rig rig = new Rig().x(1, DATA);
        rig.ram.put(DATA, 2L << 32 | 1);
        rig.ram.put(DATA + 8, 4L << 32 | 3);
        rig.ram.put(DATA + 16, 6L << 32 | 5);
        Cpu cpu = rig.run(LD4_V0_X1).cpu;
        assertThat(cpu.qLow(0)).isEqualTo(5L << 32 | 1);
        assertThat(cpu.qLow(1)).isEqualTo(6L << 32 | 2);
        assertThat(cpu.qLow(3)).isEqualTo(4);
    }

    @Test
    void st2_interleaves_registers() {
        Rig rig = new Rig().v(0, 0x0402L, 0).v(1, 0x0503L, 0).x(1, DATA).run(ST2_V0_X1);
        assertThat(rig.ram.load64(DATA)).isEqualTo(0x0504_0302L);
    }
}

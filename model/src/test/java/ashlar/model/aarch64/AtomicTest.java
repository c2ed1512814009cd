package ashlar.model.aarch64;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AtomicTest {
    private static final int LDXR_X0_X1 = 0xC85F7C20;
    private static final int STXR_W2_X0_X1 = 0xC8027C20;
    private static final int CLREX = 0xD5033F5F;
    private static final int LDAR_W0_X1 = 0x88DFFC20;
    private static final int CAS_X0_X3_X1 = 0xC8A07C23;
    private static final int CASP_X0_X1_X2_X3_X4 = 0x48207C82;
    private static final int LDSMAX_W0_W2_X1 = 0xB8204022;
    private static final int SWPB_W0_W2_X1 = 0x38208022;
    private static final long DATA = Ram.START + 0x800;

    @Test
    void store_exclusive_succeeds_after_load_exclusive() {
        Rig rig = new Rig().x(1, DATA).run(LDXR_X0_X1).x(0, 9).run(STXR_W2_X0_X1);
        assertThat(rig.cpu.x[2]).isZero();
        assertThat(rig.ram.load64(DATA)).isEqualTo(9);
    }

    @Test
    void store_exclusive_succeeds_once() {
        Rig rig = new Rig().x(1, DATA).run(LDXR_X0_X1).run(STXR_W2_X0_X1).x(0, 9).run(STXR_W2_X0_X1);
        assertThat(rig.cpu.x[2]).isEqualTo(1);
        assertThat(rig.ram.load64(DATA)).isZero();
    }

    @Test
    void store_exclusive_fails_elsewhere() {
        Rig rig = new Rig().x(1, DATA).run(LDXR_X0_X1).x(1, DATA + 8).run(STXR_W2_X0_X1);
        assertThat(rig.cpu.x[2]).isEqualTo(1);
    }

    @Test
    void store_exclusive_fails_after_clrex() {
        Rig rig = new Rig().x(1, DATA).run(LDXR_X0_X1).run(CLREX).run(STXR_W2_X0_X1);
        assertThat(rig.cpu.x[2]).isEqualTo(1);
    }

    @Test
    void load_acquire_must_be_aligned() {
        Trap trap = new Rig().x(1, DATA + 2).trap(LDAR_W0_X1);
        assertThat(trap.syndrome()).isEqualTo(0x9200_0021L);
        assertThat(trap.address()).isEqualTo(DATA + 2);
    }

    @Test
    void cas_stores_if_equal() {
        Rig rig = new Rig().x(0, 0).x(1, DATA).x(3, 7).run(CAS_X0_X3_X1);
        assertThat(rig.ram.load64(DATA)).isEqualTo(7);
    }

    @Test
    void cas_loads_if_different() {
        Rig rig = new Rig().x(0, 1).x(1, DATA).x(3, 7);
        rig.ram.put(DATA, 5);
        rig.run(CAS_X0_X3_X1);
        assertThat(rig.cpu.x[0]).isEqualTo(5);
        assertThat(rig.ram.load64(DATA)).isEqualTo(5);
    }

    @Test
    void casp_compares_both() {
        Rig rig = new Rig().x(0, 0).x(1, 1).x(2, 8).x(3, 9).x(4, DATA).run(CASP_X0_X1_X2_X3_X4);
        assertThat(rig.cpu.x[1]).isZero();
        assertThat(rig.ram.load64(DATA)).isZero();
    }

    @Test
    void ldsmax_compares_with_sign() {
        Rig rig = new Rig().x(0, -1).x(1, DATA).run(LDSMAX_W0_W2_X1);
        assertThat(rig.ram.load32(DATA)).isZero();
    }

    @Test
    void swpb_exchanges_a_byte() {
        Rig rig = new Rig().x(0, 0x1FF).x(1, DATA);
        rig.ram.put(DATA, 0x1234);
        rig.run(SWPB_W0_W2_X1);
        assertThat(rig.cpu.x[2]).isEqualTo(0x34);
        assertThat(rig.ram.load64(DATA)).isEqualTo(0x12FF);
    }
}

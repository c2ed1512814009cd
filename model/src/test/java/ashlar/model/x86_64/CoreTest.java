package ashlar.model.x86_64;

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
    private static final long CODE = 0x40_0000L;
    private static final long END = 1 << 20;

    private static final int[] ADD_RAX_RCX = {0x48, 0x01, 0xc8};
    private static final int[] DEC_RCX = {0x48, 0xff, 0xc9};
    private static final int[] BACK_8_UNLESS_ZERO = {0x75, 0xf8};
    private static final int[] BACK_11_UNLESS_ZERO = {0x75, 0xf5};
    private static final int[] STORE_DX_AT_RDI = {0x66, 0x89, 0x17};
    private static final int[] SYSCALL = {0x0f, 0x05};
    private static final long XOR_EAX_EAX = 0xc031;

    private final PhysicalMemory physical = new PhysicalMemory(0, 1 << 20);
    private final TranslatedMemory memory = new TranslatedMemory(physical, CoreTest::walk);
    private final Cpu cpu = new Cpu(memory, new Stopped());
    private final Core<Cpu> core = new Core<>(cpu, Interpreter::decode, memory, physical);

    private static Translation walk(long address, Access access) {
        if (address < CODE || address >= CODE + END) throw new MemoryFault(address, access);
        return new Translation(address - CODE & -4096, 12, true, true, true, false);
    }

    /// A processor without a clock, of no kind.
    private static final class Stopped extends Surroundings {
        @Override public long cpuid(long leaf, long subleaf, int register) {
            return 0;
        }

        @Override public long timeStamp() {
            return 0;
        }

        @Override public long processor() {
            return 0;
        }
    }

    private void program(long address, int[]... instructions) {
        long at = address;
        for (int[] bytes : instructions) for (int b : bytes) memory.store8(at++, b);
        cpu.pc = address;
    }

    private Trap runToTrap() {
        return catchThrowableOfType(Trap.class, () -> core.run(Long.MAX_VALUE));
    }

    @Test void loop_counts_the_same_however_long_it_runs() {
        for (long rounds : new long[] {10, 100_000}) {
            program(CODE, ADD_RAX_RCX, DEC_RCX, BACK_8_UNLESS_ZERO, SYSCALL);
            cpu.r[Cpu.RAX] = 0;
            cpu.r[Cpu.RCX] = rounds;
            long before = core.executed();
            runToTrap();
            assertThat(cpu.r[Cpu.RAX]).isEqualTo(rounds * (rounds + 1) / 2);
            assertThat(cpu.pc).isEqualTo(CODE + 8);
            assertThat(core.executed() - before).isEqualTo(3 * rounds);
        }
    }

    @Test void instruction_may_lie_in_two_pages() {
        program(CODE + 4093, ADD_RAX_RCX, ADD_RAX_RCX, SYSCALL);
        program(CODE + 4094, new int[] {0x01, 0xc8}, ADD_RAX_RCX, SYSCALL);
        program(CODE + 4091, new int[] {0x90, 0x90}, ADD_RAX_RCX, DEC_RCX, SYSCALL);
        cpu.r[Cpu.RCX] = 4;
        runToTrap();
        assertThat(cpu.r[Cpu.RAX]).isEqualTo(4);
        assertThat(cpu.pc).isEqualTo(CODE + 4099);
    }

    @Test void stored_code_runs_at_once() {
        program(CODE, STORE_DX_AT_RDI, ADD_RAX_RCX, DEC_RCX, BACK_11_UNLESS_ZERO, SYSCALL);
        cpu.r[Cpu.RCX] = 100_000;
        cpu.r[Cpu.RDI] = CODE + 0x1000;
        core.run(4 * 50_000);
        assertThat(cpu.pc).isEqualTo(CODE);
        cpu.r[Cpu.RDX] = XOR_EAX_EAX;
        cpu.r[Cpu.RDI] = CODE + 4;                  // add rax, rcx becomes rex.w xor eax, eax
        memory.store8(CODE + 3, 0x48);
        runToTrap();
        assertThat(cpu.r[Cpu.RAX]).isZero();
        assertThat(core.executed()).isEqualTo(400_000);
    }

    @Test void fault_leaves_its_instruction_undone() {
        program(CODE, STORE_DX_AT_RDI, SYSCALL);
        cpu.r[Cpu.RDI] = CODE + END;
        MemoryFault f = catchThrowableOfType(MemoryFault.class, () -> core.run(10));
        assertThat(f.access()).isEqualTo(Access.WRITE);
        assertThat(cpu.pc).isEqualTo(CODE);
        assertThat(core.executed()).isZero();
    }
}

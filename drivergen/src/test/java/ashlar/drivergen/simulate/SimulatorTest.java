package ashlar.drivergen.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.drivergen.ast.Device;
import ashlar.drivergen.check.Specifications;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static Simulator simulator(String file, Schedule schedule) throws IOException {
        Device device = Specifications.read(Path.of("devices", file)).specification().devices().getFirst();
        return new Simulator(device, new Ram(4096), schedule, Choices.first());
    }

    private static Simulator of(String items) throws IOException {
        var read = Specifications.parse("x.dev", "device D { bus port size 16;\n" + items + "\n}",
            Path.of("."));
        assertThat(read.complaints()).isEmpty();
        return new Simulator(read.specification().devices().getFirst(), new Ram(64), Schedule.LAZY,
            Choices.first());
    }

    @Test void character_reaches_the_line() throws IOException {
        Simulator pl011 = simulator("pl011.dev", Schedule.EAGER);
        pl011.write("", 0x30, 32, 0x301);
        pl011.write("", 0, 32, 'A');
        assertThat(pl011.stream("line")).containsExactly(65L);
        assertThat(pl011.read("", 0x18, 32)).isEqualTo(0x90);
        assertThat(pl011.violations()).isEmpty();
    }

    @Test void writing_a_full_fifo_is_a_violation_with_its_line() throws IOException {
        Simulator pl011 = simulator("pl011.dev", Schedule.LAZY);
        pl011.write("", 0x30, 32, 0x301);
        pl011.write("", 0, 32, 'A');
        pl011.write("", 0, 32, 'B');
        assertThat(pl011.violations()).singleElement().asString()
            .matches(".*pl011.dev:\\d+:\\d+: 3.3.1: what is written to a full FIFO is lost");
    }

    @Test void received_character_interrupts_until_it_is_read() throws IOException {
        Simulator pl011 = simulator("pl011.dev", Schedule.EAGER);
        pl011.write("", 0x30, 32, 0x301);
        pl011.write("", 0x38, 32, 0x10);
        assertThat(pl011.environment("receive", 'x')).isTrue();
        assertThat(pl011.interrupt("intr")).isTrue();
        assertThat(pl011.read("", 0, 32)).isEqualTo('x');
        assertThat(pl011.interrupt("intr")).isFalse();
    }

    @Test void banks_are_selected_by_their_guards() throws IOException {
        Simulator uart = simulator("ns16550.dev", Schedule.EAGER);
        uart.write("", 3, 8, 0x80);
        uart.write("", 0, 8, 0x55);
        uart.write("", 3, 8, 0x03);
        uart.write("", 0, 8, 0x41);
        uart.write("", 3, 8, 0x83);
        assertThat(uart.read("", 0, 8)).isEqualTo(0x55);
        assertThat(uart.stream("line")).containsExactly(0x41L);
    }

    @Test void indexed_registers_are_reached_through_two_ports() throws IOException {
        Simulator rtc = simulator("mc146818.dev", Schedule.LAZY);
        rtc.write("ports", 0, 8, 0x20);
        rtc.write("ports", 1, 8, 0x5a);
        rtc.write("ports", 0, 8, 0x21);
        rtc.write("ports", 1, 8, 0xa5);
        rtc.write("ports", 0, 8, 0x20);
        assertThat(rtc.read("ports", 1, 8)).isEqualTo(0x5a);
        assertThat(rtc.violations()).isEmpty();
    }

    @Test void masked_data_changes_outputs_only() throws IOException {
        Simulator gpio = simulator("pl061.dev", Schedule.LAZY);
        gpio.write("", 0x400, 32, 0x0f);
        gpio.write("", 0x3c << 2, 32, 0xff);
        assertThat(gpio.read("", 0x3fc, 32)).isEqualTo(0x0c);
    }

    @Test void operands_are_sampled_when_the_command_is_written() throws IOException {
        Simulator ata = simulator("ata.dev", Schedule.LAZY);
        ata.write("command", 6, 8, 0x40);
        ata.write("command", 1, 8, 0x02);
        ata.write("command", 7, 8, 0xef);
        ata.write("command", 1, 8, 0x82);
        assertThat(ata.violations()).as("written while busy").hasSize(1);
        assertThat(ata.step("set")).isTrue();
        assertThat(ata.word("writeCache")).isEqualTo(1);
    }

    @Test void all_write_effects() throws IOException {
        Simulator s = of("""
            register A at 0 rw u8 reset 0x0f one clears;
            register B at 1 rw u8 reset 0x0f one sets;
            register C at 2 rw u8 reset 0x0f one toggles;
            register E at 3 rw u8 reset 0x0f zero clears;
            register F at 4 rw u8 reset 0x0f zero sets;
            register G at 5 rw u8 reset 0x0f zero toggles;
            register H at 6 rw u8 reset 0x0f write clears;
            register I at 7 rw u8 reset 0x0f write sets;
            register J at 8 rw once u8 reset 0x0f;
            """);
        for (int i = 0; i < 9; i++) s.write("", i, 8, 0x33);
        s.write("", 8, 8, 0);
        long[] values = new long[9];
        for (int i = 0; i < 9; i++) values[i] = s.read("", i, 8);
        assertThat(values).containsExactly(0x0c, 0x3f, 0x3c, 0x03, 0xcf, 0xc3, 0x00, 0xff, 0x33);
    }

    @Test void read_effects_come_after_the_value_is_taken() throws IOException {
        Simulator s = of("""
            register A at 0 rw u8 reset 0xf0 { x : [7:4] read clears; y : [3:0] read sets; }
            """);
        assertThat(s.read("", 0, 8)).isEqualTo(0xf0);
        assertThat(s.read("", 0, 8)).isEqualTo(0x0f);
    }

    @Test void policies_of_fields_are_checked() throws IOException {
        Simulator s = of("register A at 0 rw u8 reset 0x40 others preserve { z : [0] mbz; o : [1] mb1; }");
        s.write("", 0, 8, 0x42);
        assertThat(s.violations()).isEmpty();
        s.write("", 0, 8, 0x01);
        assertThat(s.violations()).extracting(Violation::what).containsExactly(
            "A is preserve, and 0x1 is written", "A.z is mbz, and 0x1 is written",
                "A.o is mb1, and 0x1 is written");
    }

    @Test void dma_copies_through_shared_memory() throws IOException {
        Device edu = Specifications.read(Path.of("devices/edu.dev")).specification().devices().getFirst();
        var ram = new Ram(4096);
        ram.store8(100, 7);
        var s = new Simulator(edu, ram, Schedule.EAGER, Choices.first());
        copy(s, 100, 0x40000, 1);
        copy(s, 0x40000, 200, 3);
        assertThat(ram.load8(200)).isEqualTo(7);
        assertThat(s.violations()).isEmpty();
    }

    private static void copy(Simulator edu, long from, long to, long command) {
        edu.write("", 0x80, 64, from);
        edu.write("", 0x88, 64, to);
        edu.write("", 0x90, 64, 1);
        edu.write("", 0x98, 64, command);
    }

    @Test void same_seed_gives_the_same_run_and_adversaries_may_wait() throws IOException {
        assertThat(busy(1)).isEqualTo(busy(1));
        boolean waited = false;
        for (int seed = 0; seed < 20; seed++) waited |= busy(seed) != 0;
        assertThat(waited).isTrue();
    }

    private static long busy(long seed) throws IOException {
        Device device = Specifications.read(Path.of("devices/pl011.dev")).specification().devices()
            .getFirst();
        var s = new Simulator(device, new Ram(1), Schedule.ADVERSARIAL, Choices.random(new Random(seed)));
        s.write("", 0x30, 32, 0x301);
        s.write("", 0, 32, 'A');
        return s.read("", 0x18, 32) & 8;
    }

    @Test void layouts_are_read_and_written_in_shared_memory() throws IOException {
        Simulator s = of("""
            register GO at 0 wo u8;
            register BASE at 8 rw u64;
            layout Entry aligned 8 { address : u32; flags : u16 { next : [0]; } length : u16; }
            shared ring : Entry[4] at BASE owner driver;
            publish ring by GO after store barrier;
            state last : bool;
            on write GO { last = ring[GO].flags.next; ring[GO].length = 5; give ring[GO] to driver; }
            """);
        s.write("", 8, 64, 16);
        s.write("", 0, 8, 1);
        assertThat(s.word("last")).isZero();
        assertThat(s.violations()).isEmpty();
    }
}

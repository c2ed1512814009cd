package ashlar.drivergen.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Place;
import ashlar.drivergen.ast.Policy;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.Register;
import ashlar.drivergen.ast.WriteEffect;
import ashlar.drivergen.check.Specifications;
import ashlar.drivergen.emit.DeviceText;
import ashlar.drivergen.emit.Svd;
import ashlar.drivergen.emit.SystemRdl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
    @TempDir Path folder;

    private Imported rdl(String text) throws IOException, BadFile {
        Path file = folder.resolve("x.rdl");
        Files.writeString(file, text);
        return RdlReader.read(file);
    }

    private static Imported svd(String peripherals) throws IOException, BadFile {
        String text = "<device><name>D</name><size>32</size><peripherals>\n" + peripherals
            + "\n</peripherals></device>";
        return SvdReader.read("x.svd", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Register register(Imported imported, String name) {
        return imported.devices().getFirst().register(name).orElseThrow();
    }

    /// What was imported is a description without complaints, and reading it gives the same again.
    private static void assertIsRight(Imported imported) throws IOException {
        for (Device d : imported.devices()) {
            String text = DeviceText.of(d);
            Specifications.Read read = Specifications.parse("out.dev", text, Path.of("."));
            assertThat(read.complaints()).as(text).isEmpty();
            assertThat(DeviceText.of(read.specification().devices().getFirst())).isEqualTo(text);
        }
    }

    private static final String TIMER = """
        <peripheral><name>TIMER0</name><baseAddress>0x40000000</baseAddress>
          <interrupt><name>T0</name><value>8</value></interrupt>
          <registers>
            <register><name>CTRL</name><addressOffset>0</addressOffset><resetValue>0x21</resetValue>
              <fields>
                <field><name>EN</name><bitOffset>0</bitOffset><bitWidth>1</bitWidth></field>
                <field><name>MODE</name><bitRange>[2:1]</bitRange>
                  <enumeratedValues>
                    <enumeratedValue><name>ONE</name><value>0</value></enumeratedValue>
                    <enumeratedValue><name>MANY</name><value>#1x</value></enumeratedValue>
                  </enumeratedValues></field>
                <field><name>FLAG</name><lsb>5</lsb><msb>5</msb><access>read-only</access>
                  <readAction>clear</readAction></field>
                <field><name>IRQ%s</name><dim>2</dim><dimIncrement>1</dimIncrement><dimIndex>A,B</dimIndex>
                  <bitOffset>8</bitOffset><modifiedWriteValues>oneToClear</modifiedWriteValues></field>
              </fields></register>
            <register><name>BUF[%s]</name><dim>4</dim><dimIncrement>4</dimIncrement>
              <addressOffset>0x10</addressOffset>
            </register>
            <register><name>RBR</name><addressOffset>0x30</addressOffset><access>read-only</access></register>
            <register><name>DLL</name><addressOffset>0x30</addressOffset>
              <alternateRegister>RBR</alternateRegister>
            </register>
            <cluster><name>CH%s</name><dim>2</dim><dimIncrement>0x10</dimIncrement>
              <addressOffset>0x40</addressOffset>
              <register><name>CNT</name><addressOffset>4</addressOffset></register></cluster>
          </registers></peripheral>
        <peripheral derivedFrom="TIMER0"><name>TIMER1</name><baseAddress>0x40001000</baseAddress></peripheral>
        """;

    @Test void svd_is_imported_with_its_modes() throws IOException, BadFile {
        Imported imported = svd(TIMER);
        assertIsRight(imported);
        assertThat(imported.devices()).hasSize(2);
        assertThat(imported.registers()).isEqualTo(12);
        Register ctrl = register(imported, "CTRL");
        assertThat(ctrl.resetValue()).isEqualTo(0x21);
        assertThat(ctrl.field("FLAG").orElseThrow().onRead()).isEqualTo(ReadEffect.CLEARS);
        assertThat(ctrl.field("IRQB").orElseThrow().onWrite()).isEqualTo(WriteEffect.ONE_CLEARS);
        assertThat(register(imported, "BUF").count()).isEqualTo(4);
        assertThat(register(imported, "CH1_CNT").offset()).isEqualTo(0x54);
        assertThat(imported.modes()).containsEntry("ro, read clears", 2).containsEntry("rw, one clears", 4);
    }

    @Test void svd_lists_what_has_no_counterpart() throws IOException, BadFile {
        assertThat(svd(TIMER).lost()).anySatisfy(l -> assertThat(l).contains("interrupt T0 is number 8"))
            .anySatisfy(l -> assertThat(l).contains("its value MANY is `#1x`"))
            .anySatisfy(l -> assertThat(l).contains("TIMER0.DLL: when it is at its address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<peripheral><name>P</name><registers><register><name>R</name></register></registers></peripheral>",
        "<peripheral derivedFrom='Q'><name>P</name></peripheral>",
        "<peripheral><name>P</name><registers><register><name>R</name><addressOffset>4x</addressOffset>"
            + "</register></registers></peripheral>",
        "<peripheral><name>P</name><registers><register><name>R</name><addressOffset>4</addressOffset>"
            + "<access>sometimes</access></register></registers></peripheral>",
        "<peripheral><name>P</peripheral>",
    })
    void malformed_svd_is_told_with_its_place(String peripheral) {
        assertThatThrownBy(() -> svd(peripheral)).isInstanceOf(BadFile.class)
            .hasMessageMatching("x.svd:\\d+:\\d+: .*; expected: .*");
    }

    private static final String UART = """
        /* a test */
        device uart lsbfirst (addr base, io ports) "A test" {
          constants parity "Parity" { none = 0b00 "no"; odd = 1; even = 2; };
          regtype status "Status" { busy 1 ro "busy"; _ 3 mbz; ok 1 mb1; err 1 rwzc; _ 2 rsvd; seen 24 rc; };
          space indirect(index) valuewise "Behind an index";
          register st addr(base, 0x0) "Status" type(status);
          register ctl rw addr(base, 0x10 + 4) "Control" { par 2 type(parity); ie 1 rw1c; n 13; };
          regarray buf rw addr(base, 0x20) [4; 8] "Buffers" type(uint32);
          register cmd wo io(ports, 3) "Command" { c 8; };
          register alt wo also io(ports, 3) "Alternative" { d 8; };
          register far rw indirect(5) "Far" type(uint16);
          register lock rwl addr(base, 0x50) "Locked" type(uint8);
          register cp noaddr(x) "Nowhere" { a 8; };
        };
        """;

    @Test void mackerel_is_imported_with_its_modes() throws IOException, BadFile {
        Imported imported = Mackerel.read("x.dev", UART);
        assertIsRight(imported);
        Register st = register(imported, "st");
        assertThat(st.bits()).isEqualTo(32);
        assertThat(st.field("err").orElseThrow().onWrite()).isEqualTo(WriteEffect.ZERO_CLEARS);
        assertThat(st.field("ok").orElseThrow().policy()).isEqualTo(Policy.MUST_BE_ONE);
        assertThat(st.field("seen").orElseThrow().onRead()).isEqualTo(ReadEffect.CLEARS);
        assertThat(register(imported, "ctl").offset()).isEqualTo(0x14);
        assertThat(register(imported, "ctl").field("par").orElseThrow().type().name()).isEqualTo("parity");
        assertThat(register(imported, "buf").stride()).isEqualTo(8);
        assertThat(register(imported, "cmd").access()).isEqualTo(Access.WO);
    }

    @Test void mackerel_lists_what_has_no_counterpart() throws BadFile {
        assertThat(Mackerel.read("x.dev", UART).lost())
            .anySatisfy(l -> assertThat(l).contains("space indirect: how it is reached"))
            .anySatisfy(l -> assertThat(l).contains("lock: rwl: what locks it"))
            .anySatisfy(l -> assertThat(l).contains("cp: it has no address"))
            .anySatisfy(l -> assertThat(l).contains("uart.alt: when it is at its address"));
    }

    @Test void most_significant_field_comes_first_if_the_device_says_so() throws BadFile {
        Imported imported = Mackerel.read("x.dev",
            "device d msbfirst (addr base) { register r addr(base, 0) { high 4; low 4; }; };");
        assertThat(register(imported, "r").field("high").orElseThrow().low()).isEqualTo(4);
    }

    @Test void malformed_mackerel_is_told_with_its_place() {
        assertThatThrownBy(() -> Mackerel.read("x.dev",
            "device d (addr base) {\n register r addr(bass, 0) { x 8 };\n};"))
            .isInstanceOf(BadFile.class).hasMessageContaining("x.dev:2:33: `}` cannot stand here");
        assertThatThrownBy(() -> Mackerel.read("x.dev",
            "device d (addr base) {\n register r addr(bass, 0) { x 8; };\n};"))
            .isInstanceOf(BadFile.class).hasMessageContaining("x.dev:2:13: `bass` is neither an argument");
    }

    private static final String MAP = """
        `define WIDTH 32
        enum mode_e { off = 2'd0 { desc = "Off"; }; on = 2'd1; };
        reg ctl_r #(longint unsigned N = 4, longint unsigned L[] = '{2, 3}) {
          regwidth = `WIDTH;
          default sw = rw;
          field { desc = "enable"; } en = 0;
          field { encode = mode_e; } mode[L[0]] = 2'd1;
          field { sw = r; onread = rclr; hwset; } flag[8:8];
          field { onwrite = woclr; } irq[N + 8 : 9] = 0;
        };
        addrmap top {
          name = "Top";
          ctl_r a;
          ctl_r #(.N(8)) b[3] @0x10 += 8;
          regfile { ctl_r x; reg { field { sw = rw1; } f[32]; } y; } rf[2] @ 0x100;
          external mem { mementries = 16; memwidth = 32; } m @ 0x1000;
          reg { field { sw = w; } v[8]; regwidth = 8; } c %= 4;
          reg { field {} z; } absent;
          a.irq->onwrite = wzc;
          a.en->reset = 1'b1;
          absent->ispresent = false;
        };
        """;

    @Test void systemrdl_is_imported_with_parameters_and_overrides() throws IOException, BadFile {
        Imported imported = rdl(MAP);
        assertIsRight(imported);
        assertThat(register(imported, "a").resetValue()).isEqualTo(3);
        assertThat(register(imported, "a").field("irq").orElseThrow().onWrite())
            .isEqualTo(WriteEffect.ZERO_CLEARS);
        assertThat(register(imported, "b").field("irq").orElseThrow().onWrite())
            .isEqualTo(WriteEffect.ONE_CLEARS);
        assertThat(register(imported, "b").field("irq").orElseThrow().high()).isEqualTo(16);
        assertThat(register(imported, "b").stride()).isEqualTo(8);
        assertThat(register(imported, "rf_1_y").offset()).isEqualTo(0x10c);
        assertThat(register(imported, "rf_1_y").field("f").orElseThrow().access().once()).isTrue();
        assertThat(register(imported, "m").count()).isEqualTo(16);
        assertThat(register(imported, "c").offset()).isEqualTo(0x1040);
        assertThat(imported.devices().getFirst().register("absent")).isEmpty();
        assertThat(imported.lost()).singleElement().asString().contains("flag: hwset");
    }

    @Test void systemrdl_addressing_modes() throws IOException, BadFile {
        assertThat(offsets("compact")).containsExactly(0L, 4L, 12L);
        assertThat(offsets("regalign")).containsExactly(0L, 8L, 16L);
        assertThat(offsets("fullalign")).containsExactly(0L, 8L, 128L);
    }

    private List<Long> offsets(String mode) throws IOException, BadFile {
        RdlNode top = new RdlNode(new Place("x", 1, 1), "addrmap", "t");
        top.properties.put("addressing", new RdlValues.Word(mode));
        for (long width : List.of(32L, 64L, 32L)) {
            var r = new RdlNode(top.place, "reg", "r");
            r.properties.put("regwidth", width);
            r.properties.put("accesswidth", 32L);
            if (top.children.size() == 2) r.dimensions = List.of(20L);
            top.children.add(r);
        }
        RdlPlacement.place(top);
        return top.children.stream().map(c -> c.offset).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "addrmap t { reg { field f; } r @; };",
        "addrmap t { nothing r; };",
        "addrmap t { reg { field {} f; } r; r.g->sw = r; };",
        "reg r { field {} f; };",
        "addrmap t {\n <% foreach %>\n};",
        "`include \"missing.rdl\"",
        "`ifdef X\naddrmap t { };",
        "addrmap t #(longint unsigned N) { reg { field {} f[N]; } r; };",
    })
    void malformed_systemrdl_is_told_with_its_place(String text) {
        assertThatThrownBy(() -> rdl(text)).isInstanceOf(BadFile.class)
            .hasMessageMatching("(?s).*x.rdl:\\d+:\\d+: .*; expected: .*");
    }

    @Test void included_files_are_read_and_complaints_name_them() throws IOException {
        Files.writeString(folder.resolve("part.rdl"), "reg r_t {\n  field {} f;\n  = 3;\n};\n");
        assertThatThrownBy(() -> rdl("`include \"part.rdl\"\naddrmap t { r_t r; };"))
            .isInstanceOf(BadFile.class)
            .hasMessageContaining("part.rdl:3:");
    }

    @Test void exports_come_back_as_they_were() throws IOException, BadFile {
        Device pl031 = Specifications.read(Path.of("devices/pl031.dev")).specification().devices().getFirst();
        Imported svd = SvdReader.read("x.svd",
            new ByteArrayInputStream(Svd.of(pl031).text().getBytes(StandardCharsets.UTF_8)));
        Imported rdl = rdl(SystemRdl.of(pl031).text());
        for (Register r : pl031.registers()) {
            assertThat(register(svd, r.name()).offset()).isEqualTo(r.offset());
            assertThat(register(svd, r.name()).access()).isEqualTo(r.access());
            assertThat(register(svd, r.name()).resetValue()).isEqualTo(r.resetValue());
            assertThat(register(rdl, r.name()).offset()).isEqualTo(r.offset());
            assertThat(register(rdl, r.name()).resetValue()).isEqualTo(r.resetValue());
        }
    }

    @Test void all_shipped_devices_can_be_exported() throws IOException, BadFile {
        for (String name : List.of("pl011", "pl061", "ns16550", "sp804", "edu", "ata", "mc146818")) {
            Device d = Specifications.read(Path.of("devices/" + name + ".dev")).specification().devices()
                .getFirst();
            assertIsRight(SvdReader.read("x.svd",
                new ByteArrayInputStream(Svd.of(d).text().getBytes(StandardCharsets.UTF_8))));
            assertIsRight(rdl(SystemRdl.of(d).text()));
        }
    }
}

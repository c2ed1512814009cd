package ashlar.drivergen.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecificationsTest {
    private static final String LCR = "register LCR at 3 rw u8 { dlab : [7]; }";

    private static List<String> complaints(String text) throws IOException {
        return Specifications.parse("x.dev", text, Path.of("devices")).complaints().stream()
            .map(Complaint::toString).toList();
    }

    /// In a device with a port bus; the items begin in line 2.
    private static List<String> inDevice(String items) throws IOException {
        return complaints("device D { bus port size 16;\n" + items + "\n}");
    }

    @Test void shipped_descriptions_are_right() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("devices"), "*.dev")) {
            for (Path file : files) assertThat(Specifications.read(file).complaints()).as(file.toString())
                .isEmpty();
        }
    }

    @Test void nothing_is_lost_after_the_first_error() throws IOException {
        assertThat(inDevice("""
            register A at 0 rw u8 reset 256;
            register B at rw u8;
            state s : u9 = B.x;
            register C at 1 ro u12;
            step go when A.y within 3 weeks { s = missing; }
            """)).containsExactly(
            "x.dev:2:29: the reset value does not fit into 8 bits; expected: 0 to 255",
            "x.dev:3:15: `rw` cannot stand here; expected: a value",
            "x.dev:3:20: `;` cannot stand here; expected: a value",
            "x.dev:5:20: no bus carries u12; expected: u8, u16, u32 or u64",
            "x.dev:6:16: A has no field `y`; expected: one of ",
            "x.dev:6:27: `weeks` is not a unit of time; expected: ns, us, ms or s",
            "x.dev:6:39: `missing` is not declared; expected: a name of this device, or a variable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "register A at 0 rw u8 { x : [3:0]; y : [4:3]; } | `y` overlaps another field of A",
        "register A at 0 rw u8 { x : [3:0]; x : [4]; } | A has two fields `x`",
        "register A at 0 rw u8 { x : [8]; } | bit 8 is out of range",
        "register A at 0 rw u8 { x : [1:2]; } | the low bit stands above the high one",
        "register A at 0 rw u8 { x : [1:0] u3; } | `u3` has 3 bits, [1:0] has 2",
        "register A at 0 ro u8 { x : [0] rw; } | `x` is rw in a register that is ro",
        "register A at 0 ro u8 { x : [0] one clears; } | `x` is never written, and `one clears` cannot be",
        "register A at 0 wo u8 { x : [0] read clears; } | `x` is never read, and `read clears` cannot be",
        "register A at 0 rw u8; register B at 0 rw u8; | B lies where A is (line 2)",
        "register A at 15 rw u8; register B at 16 rw u8; | B ends at 0x11, behind its bus",
        "register A at 0 rw u8 write acts; | no rule tells how writing A acts",
        "register A at 0 ro u8; on write A { } | A is ro: it is never written",
        "register A at other:0 rw u8; | there is no bus `other`",
        "state q : queue<u8>[4]; state s : u8 = q; | `q` is queue<u8>[4]",
        "state s : u8; step go { s = s + 256; } | 256 does not fit into 8 bits",
        "state s : u8; state t : u16; step go { t = s; } | 8 bits; expected: 16 bits, as u16(...) makes it",
        "state s : u8; state t : u16; step go { s = t; } | 16 bits; expected: 8 bits, as [7:0] cuts it",
        "state s : u8; state s : u8; | `s` is declared already",
        "state s : u8; step go { t = 1; } | `t` is not declared",
        "define f() : u8 = g(); define g() : u8 = f(); | f needs itself",
        "action a() { b(); } action b() { a(); } | a needs itself",
        "register A at 0 rw u8; always A = 1; | A is computed, so what is written to it is lost",
        "register A at 0 ro u8; always A = A + 1; | A needs itself",
        "register A at 0 ro u8; always A = 1; step go { A = 2; } | A is computed (line 2)",
        "state q : queue<u8>[4]; step go when pop(q) == 1 { } | asking must not take anything from `q`",
        "interrupt i = any; | a condition cannot rest on `any`",
        "layout L { a : u8; b : u32; } | `b` lies at byte 1, off its own alignment",
        "state s : bool; step go { let x = old(s); } | there is no earlier state here",
        "state s : bool; step go { s = written; } | nothing is written here",
        "enum E : u2 { a = 0, b = 4 } | 4 does not fit into 2 bits",
        "enum E : u2 { a = 0, a = 1 } | `a` repeats a name or a value",
        "enum E : u2 { a = 0 } state s : E = E.c; | E has no value `c`; expected: one of a",
        "state s : u8; step go { if s { } } | this has 8 bits; expected: 1 bit",
        "state s : u8; step go { give s to driver; } | `s` is not shared",
        "state s : u8; step go { return; } | `return` stands outside of a driver's body",
        "class toaster; | `toaster` is not a class of devices",
    })
    void wrong_item_is_complained_of(String item, String complaint) throws IOException {
        assertThat(inDevice(item)).anySatisfy(c -> assertThat(c).startsWith("x.dev:").contains(complaint));
    }

    @Test void banked_registers_may_share_an_address_if_their_guards_exclude_each_other() throws IOException {
        assertThat(inDevice(LCR
            + "register A at 0 rw u8 when LCR.dlab; register B at 0 rw u8 when not LCR.dlab;"))
            .isEmpty();
    }

    @Test void guards_that_can_be_true_together_are_complained_of() throws IOException {
        assertThat(inDevice(LCR
            + "register A at 0 rw u8 when LCR.dlab; register B at 0 rw u8 when LCR != 0;"))
            .singleElement().asString().contains("B and A (line 2) can be at their address together");
    }

    @Test void one_register_may_be_read_where_another_is_written() throws IOException {
        assertThat(inDevice("register A at 0 ro u8; register B at 0 wo u8;")).isEmpty();
    }

    @Test void mistyped_name_is_told_with_the_nearest_one() throws IOException {
        assertThat(inDevice("state fifo : queue<u8>[4]; step go when empty(fifi) { }")).singleElement()
            .asString()
            .contains("`fifi` is not declared").contains("perhaps fifo");
    }

    @Test void words_of_the_language_may_be_names_of_fields_and_rules() throws IOException {
        assertThat(inDevice("register A at 0 rw u8 { read : [0]; size : [1]; }"
            + "step write when A.read { A.size = 1; }"))
            .isEmpty();
    }

    @Test void driver_must_give_every_operation_of_its_service() throws IOException {
        assertThat(complaints("""
            service S { operation f(x : u8) : u8; operation g(); }
            device D { bus port size 1; register A at 0 ro u8; register B at 0 wo u8; }
            driver D provides S {
              operation f(x : u16) : u8 { body { write A = 1; update B { } return read B; } }
            }
            """)).satisfiesExactly(
            c -> assertThat(c).contains("x.dev:3:19: the operation `g` of S is missing"),
            c -> assertThat(c).contains("x.dev:4:13: parameters, result or errors of `f` differ"),
            c -> assertThat(c).contains("x.dev:4:44: `A` cannot be written"),
            c -> assertThat(c).contains("x.dev:4:51: B cannot be read, and so not updated"),
            c -> assertThat(c).contains("x.dev:4:76: B cannot be read"));
    }

    @Test void writing_back_what_acts_is_complained_of() throws IOException {
        assertThat(complaints("""
            service S { operation f(); }
            device D { bus port size 1; register A at 0 rw u8 { x : [0]; y : [1] one clears; } }
            driver D provides S { operation f() { body { update A { x = 1; } } } }
            """)).singleElement().asString().contains("acts on its field `y` (one clears)");
    }

    @Test void holes_stand_in_bodies_only() throws IOException {
        assertThat(complaints("""
            service S { operation f(); }
            device D { bus port size 1; register A at 0 rw u8; }
            driver D provides S { operation f() { body { write A = ??; ... } } }
            """)).isEmpty();
        assertThat(inDevice("state s : u8; step go { s = ??; }")).singleElement().asString()
            .contains("`??` stands outside of a driver's body");
    }

    @Test void early_end_is_told() throws IOException {
        assertThat(complaints("device D {")).singleElement().asString()
            .contains("x.dev:1:11: the file ends too early");
    }
}

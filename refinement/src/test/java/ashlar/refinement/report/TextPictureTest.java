package ashlar.refinement.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPictureTest {
    @Test void specification_stands_beside_kernel_and_changes_are_marked() {
        assertThat(TextPicture.lines("Ipc.send", Samples.UNLINK, 110, false)).containsSequence(
            "                          spec                            kernel",
            "before   ep 80000400      Receiving [80001400, 80001800]  RECV  head 80001400  tail 80001800",
            "         80001400 state   BlockedOnReceive(80000400)      BLOCKED_ON_RECEIVE",
            "         80001000 state   Running                         RUNNING",
            "after  * ep 80000400      Receiving [80001800]            RECV  head 80001800  tail 80001800",
            "       * 80001400 state   Running                         RUNNING",
            "         80001800 epPrev  (none: first in queue)          80001400",
            "         all else as before",
            "       * changed");
    }

    @Test void lines_keep_to_the_width() {
        assertThat(TextPicture.lines("Ipc.send", Samples.UNLINK, 70, false))
            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(70));
    }

    @Test void colours_only_if_asked_for() {
        assertThat(TextPicture.lines("A.a", Samples.UNLINK, 110, false).toString()).doesNotContain("\u001b");
        assertThat(TextPicture.lines("A.a", Samples.UNLINK, 110, true).toString()).contains("\u001b[31m");
    }
}

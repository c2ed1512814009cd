package ashlar.proofs.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Random instructions in random states do the same in the interpreter and in `qemu-aarch64`.
/// `-Disa.cases=N` sets how many, `-Disa.seed=N` which, `-Disa.family=TEXT` of which encoding classes.
class Aarch64AgreesWithQemuTest {
    private static final int BATCH = 256;
    private static final int MAX_REPORTS = Integer.getInteger("isa.reports", 20);
    private static final List<String> QEMU = List.of("qemu-aarch64", "-cpu", "cortex-a76");

    private final List<String> reports = new ArrayList<>();

    private record Case(Aarch64Family family, Aarch64State before, Aarch64State after) { }

    @Test
    void random_instructions_agree_with_qemu() {
        if (!QemuProcess.exists(QEMU.getFirst())) {
            System.err.println("SKIPPED: " + QEMU.getFirst()
                + " is not installed; A64 is not compared with QEMU");
            abort(QEMU.getFirst() + " is not installed");
        }
        long seed = Long.getLong("isa.seed", 20_260_101);
        int cases = Integer.getInteger("isa.cases", 50_000);
        Aarch64Cases source = new Aarch64Cases(seed, System.getProperty("isa.family", ""));
        try (QemuProcess qemu = QemuProcess.start(QEMU, "/isa/aarch64-runner.elf")) {
            for (int done = 0; done < cases && reports.size() < MAX_REPORTS; done += BATCH) compare(source,
                qemu);
        }
        System.out.printf("A64: %,d cases compared with %s%n", cases, QEMU.getFirst());
        assertThat(reports).as("differences; -Disa.seed=%d", seed).isEmpty();
    }

    private void compare(Aarch64Cases source, QemuProcess qemu) {
        List<Case> batch = new ArrayList<>();
        while (batch.size() < BATCH) draw(source, batch.size()).ifPresent(batch::add);
        byte[] request = new byte[8 + BATCH * Aarch64State.BYTES];
        ByteBuffer out = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN).putLong(BATCH);
        batch.forEach(c -> c.before().write(out));
        byte[] bytes = qemu.ask(request, BATCH * Aarch64State.BYTES);
        ByteBuffer answer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int slot = 0; slot < BATCH; slot++) compare(batch.get(slot), Aarch64State.read(answer), slot);
    }

    private void compare(Case c, Aarch64State theirs, int slot) {
        if (!Aarch64Run.differences(c.after(), theirs).isEmpty() && reports.size() < MAX_REPORTS)
            reports.add(Aarch64Run.report(c.family().name(), c.before(), c.after(), theirs, slot));
    }

    private static Optional<Case> draw(Aarch64Cases source, int slot) {
        Aarch64Family family = source.family();
        Aarch64State before = source.draw(family, slot);
        return Aarch64Run.run(before, slot).map(after -> new Case(family, before, after));
    }
}

package ashlar.proofs.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ashlar.model.x86_64.Instruction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random instructions in random states, on the model and in QEMU's user-mode emulator.
class X86AgreesWithQemuTest {
    private static final int BATCH = 10_000;
    private static final long SEED = 20_260_101;

    @Test
    void instructions_agree_with_qemu() throws IOException {
        boolean isInstalled = X86Emulator.isInstalled();
        if (!isInstalled) System.err.println("SKIPPED: no " + X86Emulator.QEMU
            + ", instructions are not compared");
        assumeTrue(isInstalled);
        long seed = Long.getLong("isa.seed", SEED);
        try (X86Emulator qemu = X86Emulator.qemu()) {
            assertThat(compare(qemu, Integer.getInteger("isa.cases", 50_000), seed)).isEmpty();
        }
    }

    /// Reports the first differences, one a class of instruction.
    static List<String> compare(X86Emulator emulator, int cases, long seed) throws IOException {
        X86Model model = new X86Model();
        X86Generator generator = new X86Generator(new Random(seed), model);
        Map<String, String> reports = new HashMap<>();
        for (int done = 0; done < cases; done += BATCH) {
            List<X86Case> batch = new ArrayList<>();
            List<X86State> mine = new ArrayList<>();
            while (batch.size() < Math.min(BATCH, cases - done)) {
                X86Case c = generator.next(batch.size());
                Optional<X86State> s = model.run(c, batch.size());
                if (s.isEmpty()) continue;
                batch.add(c);
                mine.add(s.get());
            }
            List<X86State> theirs = emulator.run(batch);
            for (int i = 0; i < batch.size(); i++) report(reports, model, batch.get(i), i, mine.get(i),
                theirs.get(i));
        }
        List<String> lines = new ArrayList<>(reports.values());
        if (!lines.isEmpty()) lines.addFirst("-Disa.seed=" + seed);
        return lines;
    }

    private static void report(Map<String, String> reports, X86Model model, X86Case c, int slot,
        X86State mine,
                               X86State theirs) {
        List<String> differences = mine.differences(theirs);
        Instruction i = model.decode(c, slot);
        if (differences.isEmpty() || X86Differences.areKnown(i, mine, theirs)) return;
        String assembly = i.assembly(X86Model.pc(slot));
        String name = assembly.split(" ", -1)[0];
        if (reports.containsKey(name)) return;
        StringBuilder s = new StringBuilder(assembly).append("   ");
        for (byte b : c.code) s.append("%02x ".formatted(b));
        s.append('\n').append(before(c));
        differences.forEach(d -> s.append("\n  ").append(d));
        reports.put(name, s.toString());
    }

    private static String before(X86Case c) {
        StringBuilder s = new StringBuilder("  before");
        for (int i = 0; i < 16; i++) s.append(" r%d=%x".formatted(i, c.r[i]));
        s.append("\n  flags=%x mxcsr=%x".formatted(c.flags, c.fx().getInt(24)));
        for (int i = 0; i < 16; i++)
            s.append(" x%d=%016x_%016x".formatted(i, c.fx().getLong(168 + 16 * i),
                c.fx().getLong(160 + 16 * i)));
        return s.append("\n  memory=").append(X86State.hex(c.memory)).toString();
    }
}

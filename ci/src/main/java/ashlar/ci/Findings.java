package ashlar.ci;

import ashlar.ci.Findings.Finding.State;
import com.microsoft.z3.Version;
import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sosy_lab.java_smt.solvers.bitwuzla.api.BitwuzlaNative;

/// What Ashlar finds on this machine.
final class Findings {
    private static final String Z3 = "4.14.1";
    private static final String Z3_USE = "proves; without it nothing is proved";
    private static final long MIB = 1 << 20;

    /// One thing that Ashlar uses.
    record Finding(String what, State state, String found, String use) {
        enum State {
            THERE, MISSING, WRONG;

            String text() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    private final Setting setting;

    Findings(Setting setting) {
        this.setting = setting;
    }

    List<Finding> all() throws IOException {
        return List.of(
            new Finding("JDK", State.THERE, Runtime.version() + " of " + System.getProperty("java.vendor")
                + " in " + System.getProperty("java.home"), "compiles and runs everything"),
            z3(),
            solver("cvc5", Findings::cvc5),
            solver("Bitwuzla", Findings::bitwuzla),
            programs("QEMU system", "boots the same images, to compare the machine with",
                "qemu-system-aarch64", "qemu-system-x86_64"),
            programs("QEMU user", "runs single instructions, to compare the interpreters with",
                "qemu-aarch64", "qemu-x86_64"),
            programs("AArch64 gcc", "compiles test programs and generated drivers", "aarch64-linux-gnu-gcc"),
            programs("x86-64 gcc", "compiles test programs and generated drivers",
                "x86_64-linux-gnu-gcc", "gcc"),
            new Finding("cores", State.THERE, Integer.toString(Runtime.getRuntime().availableProcessors()),
                "obligations that are checked at a time (check --jobs)"),
            new Finding("memory", State.THERE, "%d MiB, of which the heap may take %d MiB"
                .formatted(memory() / MIB, Runtime.getRuntime().maxMemory() / MIB), "terms, and the solver"),
            cache());
    }

    private static Finding z3() {
        Finding found = solver("Z3", Version::getFullVersion);
        return found.state == State.MISSING ? new Finding("Z3", State.WRONG, found.found, Z3_USE)
            : z3(found.found);
    }

    /// @param version what the library that is loaded says of itself
    static Finding z3(String version) {
        return version.matches("(Z3 )?" + Pattern.quote(Z3) + "\\b.*")
            ? new Finding("Z3", State.THERE, version, Z3_USE)
            : new Finding("Z3", State.WRONG, version + " is loaded, and Ashlar is built with " + Z3
                + ": another libz3 stands before its own", Z3_USE);
    }

    private static Finding solver(String name, Supplier<String> version) {
        String use = "second opinion on each proof (check --cross-check)";
        try {
            return new Finding(name, State.THERE, version.get(), use);
        } catch (LinkageError | RuntimeException e) {
            return new Finding(name, State.MISSING, "not loaded: " + e, use);
        }
    }

    private static String cvc5() {
        return new io.github.cvc5.Solver(new io.github.cvc5.TermManager()).getVersion();
    }

    private static String bitwuzla() {
        String library = System.getProperty("ashlar.bitwuzla", "");
        if (library.isEmpty()) throw new UnsatisfiedLinkError("ashlar.bitwuzla does not name its library");
        System.load(library);
        return BitwuzlaNative.version();
    }

    private static Finding programs(String what, String use, String... names) {
        List<String> found = Arrays.stream(names).flatMap(n -> onPath(n).stream()).toList();
        return found.isEmpty() ? new Finding(what, State.MISSING, "no " + String.join(", no ", names), use)
            : new Finding(what, State.THERE, String.join(", ", found), use);
    }

    private static Optional<String> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
            .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).map(Path::toString).findFirst();
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private Finding cache() throws IOException {
        long files = 0;
        long bytes = 0;
        if (Files.exists(setting.memory())) {
            try (Stream<Path> all = Files.walk(setting.memory())) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files++;
                    bytes += Files.size(file);
                }
            }
        }
        String size = "%d files, %.1f MiB in %s".formatted(files, (double) bytes / MIB, setting.memory());
        return new Finding("cache", State.THERE, size, "earlier verdicts; may be removed at any time");
    }
}

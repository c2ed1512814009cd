package ashlar.ci;

import ashlar.refinement.mutate.Mutant;
import ashlar.refinement.mutate.Tested;
import ashlar.refinement.mutate.Tested.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Has PIT run the kernel's tests against mutants, as Maven configures it.
/// @param root the project's folder
record TestJudge(Path root) {
    private static final String REPORT = "mutations.xml";
    private static final Pattern METHOD = Pattern.compile("\\[(?:method|property):([^(\\]]+)");

    /// Runs PIT; takes minutes.
    /// @param classes   names of the classes with the mutants, `pkg.Class`; * stands for any characters
    /// @param operators names of PIT's operators and groups
    /// @param threads   mutants at a time
    /// @throws BadInput if PIT does not come to an end, as with a test that fails without any mutant
    /// @return what the tests say of each mutant that PIT made, by the mutant's id
    Map<String, Tested> judge(List<String> classes, List<String> operators, int threads) throws IOException {
        Path folder = Files.createDirectories(root.resolve("target/ashlar/pit"));
        Files.deleteIfExists(folder.resolve(REPORT));
        Path log = folder.resolve("pit.log");
        List<String> command = List.of(root.resolve("mvnw").toString(), "-pl", "impl", "-am",
            "-Dmaven.test.skip.exec=true", "-Dsolver.tests.skip=true", "package",
            "org.pitest:pitest-maven:mutationCoverage", "-DtargetClasses=" + String.join(",", classes),
            "-Dmutators=" + String.join(",", operators), "-Dthreads=" + threads,
            "-DreportsDirectory=" + folder);
        var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
            .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int status = run(builder);
        Path report = folder.resolve(REPORT);
        if (status != 0 || !Files.exists(report)) throw new BadInput("PIT failed; its output is in " + log);
        return read(report);
    }

    private static int run(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /// What a report of PIT's in XML says, by the mutants' ids.
    static Map<String, Tested> read(Path report) throws IOException {
        try {
            NodeList mutations = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(report.toFile()).getElementsByTagName("mutation");
            Map<String, Tested> verdicts = new HashMap<>();
            for (int i = 0; i < mutations.getLength(); i++) {
                var mutation = (Element) mutations.item(i);
                outcome(mutation.getAttribute("status")).ifPresent(outcome ->
                    verdicts.put(id(mutation), new Tested(outcome, test(text(mutation, "killingTest")))));
            }
            return verdicts;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + ": " + e.getMessage(), e);
        }
    }

    /// Empty where tests say nothing.
    private static Optional<Outcome> outcome(String status) {
        return switch (status) {
            case "KILLED", "MEMORY_ERROR", "RUN_ERROR" -> Optional.of(Outcome.KILLED);
            case "TIMED_OUT"                           -> Optional.of(Outcome.TIMED_OUT);
            case "SURVIVED", "EQUIVALENT"              -> Optional.of(Outcome.SURVIVED);
            case "NO_COVERAGE"                         -> Optional.of(Outcome.NO_COVERAGE);
            default                                    -> Optional.empty();
        };
    }

    private static String id(Element mutation) {
        return Mutant.id(text(mutation, "mutatedClass"), text(mutation, "mutatedMethod"),
            text(mutation, "methodDescription"), Integer.parseInt(text(mutation, "index")),
            text(mutation, "mutator"));
    }

    private static String text(Element mutation, String tag) {
        NodeList found = mutation.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    /// `Class.method` of what PIT calls a test.
    private static String test(String name) {
        String test = name.replaceFirst("\\.\\[engine:.*", "");
        Matcher method = METHOD.matcher(name);
        String simple = test.substring(test.lastIndexOf('.') + 1);
        return method.find() ? simple + "." + method.group(1) : simple;
    }
}

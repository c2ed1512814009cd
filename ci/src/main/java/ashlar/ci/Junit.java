package ashlar.ci;

import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import ashlar.refinement.report.Report;
import ashlar.refinement.report.TextPicture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Results as JUnit XML: obligations are test cases, in one suite a kind.
final class Junit {
    private static final int WIDTH = 140;

    private final XMLStreamWriter xml;
    private final KnownUnknowns accepted;

    private Junit(XMLStreamWriter xml, KnownUnknowns accepted) {
        this.xml = xml;
        this.accepted = accepted;
    }

    static void write(Path file, List<Result> results, KnownUnknowns accepted, double seconds)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            new Junit(xml, accepted).suites(results, seconds);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private void suites(List<Result> results, double seconds) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        counts("ashlar", results, seconds);
        for (var kind : results.stream().map(Result::kind).distinct().sorted().toList()) {
            List<Result> those = results.stream().filter(r -> r.kind() == kind).toList();
            xml.writeCharacters("\n  ");
            xml.writeStartElement("testsuite");
            counts(kind.text(), those, those.stream().mapToDouble(Result::seconds).sum());
            for (Result r : those) testCase(r);
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void counts(String name, List<Result> results, double seconds) throws XMLStreamException {
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(results.size()));
        for (String outcome : List.of("failure", "error", "skipped"))
            xml.writeAttribute(outcome.equals("skipped") ? outcome : outcome + "s",
                Long.toString(results.stream().filter(r -> outcome(r).equals(outcome)).count()));
        xml.writeAttribute("time", seconds(seconds));
    }

    private String outcome(Result r) {
        return switch (r.verdict()) {
            case Verdict.Proved()                     -> "";
            case Verdict.Failed _, Verdict.Faulty _   -> "error";
            case Verdict.Unknown _, Verdict.Bounded _ -> accepted.has(r.id()) ? "skipped" : "failure";
            default                                   -> "failure";
        };
    }

    private void testCase(Result r) throws XMLStreamException {
        int dot = r.id().indexOf('.');
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", dot < 0 ? r.kind().text() : r.id().substring(0, dot));
        xml.writeAttribute("name", r.id().substring(dot + 1));
        xml.writeAttribute("time", seconds(r.seconds()));
        if (!outcome(r).isEmpty()) {
            xml.writeStartElement(outcome(r));
            xml.writeAttribute("message", message(r));
            if (r.verdict() instanceof Verdict.Refuted(var ce))
                xml.writeCharacters(String.join("\n", TextPicture.lines(r.id(), ce, WIDTH, false)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String message(Result r) {
        return r.verdict().text() + ": " + (r.verdict() instanceof Verdict.Refuted(var ce) ? ce.broken()
            : Report.reason(r.verdict()));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}

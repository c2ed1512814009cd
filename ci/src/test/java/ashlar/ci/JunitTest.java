package ashlar.ci;

import static org.assertj.core.api.Assertions.assertThat;

import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class JunitTest {
    @TempDir Path folder;

    @Test void obligations_are_test_cases_in_a_suite_of_their_kind() throws Exception {
        Path file = folder.resolve("out.xml");
        Junit.write(file, List.of(result("A.a", Kind.REFINES, new Verdict.Proved()),
            result("A.b", Kind.LEMMA, new Verdict.Unknown("1 < 2 & \"x\"")),
            result("A.c", Kind.LEMMA, new Verdict.Unknown("hard")),
            result("A.d", Kind.LEMMA, new Verdict.Failed("A.java:1: a float"))),
            new KnownUnknowns(Map.of("A.c", "a reason")), 3);
        Element all = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
            .getDocumentElement();
        assertThat(all.getAttribute("tests") + all.getAttribute("failures") + all.getAttribute("errors")
            + all.getAttribute("skipped")).isEqualTo("4111");
        assertThat(all.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        Element failure = (Element) all.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("unknown: 1 < 2 & \"x\"");
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("b");
    }

    private static Result result(String id, Kind kind, Verdict verdict) {
        return new Result(id, kind, "", "A.java", verdict, 0.5, 1, 1, 1, false, true, "", List.of(),
            List.of(), "");
    }
}

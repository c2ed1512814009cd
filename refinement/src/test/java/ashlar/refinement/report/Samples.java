package ashlar.refinement.report;

import ashlar.refinement.api.Counterexample;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Row;
import ashlar.refinement.api.Verdict;
import ashlar.refinement.check.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Results of a made-up run.
final class Samples {
    static final Counterexample UNLINK = new Counterexample("SendRefines.java:27  prove(related(t, m))",
        "endpointRelated > queueRelated, t = 80001800:  epPrev(m, 80001800) is 80001400, must be NULL",
        List.of("3 threads, 1 endpoint; nothing smaller fails",
            "blocking false  badge 7  canGrant false  canGrantReply false  isCall false  thread 80001000"),
        List.of(
            new Row("before", "ep 80000400", "Receiving [80001400, 80001800]",
                "RECV  head 80001400  tail 80001800", false),
            new Row("before", "80001400 state", "BlockedOnReceive(80000400)", "BLOCKED_ON_RECEIVE", false),
            new Row("before", "80001000 state", "Running", "RUNNING", false),
            new Row("after", "ep 80000400", "Receiving [80001800]",
                "RECV  head 80001800  tail 80001800", true),
            new Row("after", "80001400 state", "Running", "RUNNING", true),
            new Row("after", "80001000 state", "Running", "RUNNING", false),
            new Row("after", "80001800 epPrev", "(none: first in queue)", "80001400", false)),
        List.of("spec    Ipc.send: Receiving > deliver",
            "kernel  sendIPC: RECV > unlink: prev == NULL, next != NULL"), 0x3f9c);

    private Samples() { }

    static Result result(String id, Kind kind, Verdict verdict, String... uses) {
        return new Result(id, kind, "the <claim> of " + id, "ashlar/proofs/Made.java", verdict, 1.25, 7, 40,
            3, false, true, "", List.of(), List.of(uses), "");
    }

    static List<Result> results() {
        return List.of(
            result("Ipc.call", Kind.REFINES, new Verdict.Proved(), "Ipc.send", "Queue.append"),
            result("Ipc.send", Kind.REFINES, new Verdict.Refuted(UNLINK), "Queue.append", "Queue.remove"),
            result("Ipc.send_is_total", Kind.TOTAL, new Verdict.Proved(), "Queue.append"),
            result("Queue.append", Kind.LEMMA, new Verdict.Proved()),
            result("Queue.remove", Kind.LEMMA, new Verdict.Unknown("time is up at Queue.java:3")),
            result("Words.count", Kind.LEMMA, new Verdict.Bounded("k ≤ 4")),
            result("Words.slice", Kind.LEMMA, new Verdict.Vacuous()),
            result("Words.shift", Kind.LAYOUT, new Verdict.Failed("Words.java:7: a float")));
    }

    static Report report() {
        return new Report("Made up", Instant.parse("2026-01-02T03:04:05Z"), 12.5, results(),
            Map.of("Ipc.send", "static void send() {\n    prove(1 < 2);\n}"), List.of("A last word."));
    }
}

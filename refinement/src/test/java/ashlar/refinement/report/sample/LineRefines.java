package ashlar.refinement.report.sample;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;
import static ashlar.refinement.report.sample.LineRelation.related;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Obligation;
import ashlar.refinement.report.sample.line.Line;
import ashlar.refinement.report.sample.line.LineOps;
import ashlar.refinement.report.sample.line.LinePtr;
import ashlar.refinement.report.sample.line.Lines;
import ashlar.refinement.report.sample.line.Order;
import ashlar.refinement.report.sample.line.Person;

/// What is claimed of the kernel.
final class LineRefines {
    private LineRefines() { }

    @Obligation
    static void leave_refines_leave(Line s, Machine m, Person who) {
        assume(related(s, m) && Lines.isWaiting(s, who));
        s = Lines.leave(s, who);
        LineOps.leave(m, who.addr());
        prove(related(s, m));
    }

    @Obligation
    static void serve_refines_serve(Line s, Machine m) {
        assume(related(s, m));
        s = Lines.serve(s);
        LineOps.leave(m, LinePtr.head(m));
        prove(related(s, m));
    }

    @Obligation
    static void clear_refines_serveAll(Line s, Machine m) {
        assume(related(s, m));
        s = Lines.serveAll(s);
        LineOps.clear(m);
        prove(related(s, m));
    }

    @Obligation
    static void length_refines_length(Line s, Machine m) {
        assume(related(s, m));
        prove(LineOps.length(m) == Lines.length(s.people()));
    }

    @Obligation
    static void isWaiting_refines_isWaiting(Line s, Machine m, Person who, boolean really) {
        assume(related(s, m) && really);
        prove(LineOps.isWaiting(m, who.addr()) == Lines.isWaiting(s, who));
        prove(!Lines.isWaiting(s, who));
    }

    @Obligation
    static void share_refines_nothing(Line s, Machine m, long amount, Order order) {
        assume(related(s, m) && order.count() > 0);
        prove(LineOps.share(m, amount) >= 0);
    }

    @Obligation
    static void nobody_waits(Line s, Person who) {
        prove(Lines.isWaiting(s, who));
    }

    @Obligation
    static void related_is_related(Line s, Machine m) {
        assume(related(s, m));
        prove(related(s, m));
    }

    @Obligation
    static void wait_refines_nothing(Line s, Machine m) {
        assume(related(s, m));
        LineOps.wait(m);
    }

    @Obligation
    static void greet_refines_nothing(Line s, Machine m) {
        assume(related(s, m) && !s.people().isEmpty());
        LineOps.greet(m);
    }
}

package ashlar.proofs.sample;

import ashlar.spec.state.Ref;
import ashlar.spec.state.SchedulerAction.ChooseNew;
import ashlar.spec.state.SchedulerAction.ResumeCurrent;
import ashlar.spec.state.SchedulerAction.SwitchTo;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.thread.Threads;
import java.util.List;

/// Who runs, who is to run next, and who waits for the processor.
final class Scheduling {
    private final Choice choice;
    private final Objects objects;
    private State s;

    private Scheduling(Choice choice, Objects objects, State s) {
        this.choice = choice;
        this.objects = objects;
        this.s = s;
    }

    /// s, in which no thread is in a ready queue, with a current thread and a decision about the next.
    static State in(State s, Choice choice, Objects objects) {
        var scheduling = new Scheduling(choice, objects, s);
        if (!choice.oneIn(8)) scheduling.chooseCurrent();
        scheduling.decide();
        for (Ref<Tcb> t : choice.shuffled(objects.threads())) scheduling.place(t);
        return scheduling.s;
    }

    /// A runnable thread in most cases.
    private void chooseCurrent() {
        List<Ref<Tcb>> runnable = objects.threads().stream().filter(this::isRunnable).toList();
        var current = choice.of(runnable.isEmpty() || choice.oneIn(8) ? objects.threads() : runnable);
        s = withDomain(current, s.domain()).withCurrent(current);
    }

    private boolean isRunnable(Ref<Tcb> t) {
        return s.thread(t).state().isRunnable();
    }

    /// Only a current thread that is runnable, or idle, may be resumed.
    private void decide() {
        List<Ref<Tcb>> candidates = objects.threads().stream()
            .filter(t -> isRunnable(t) && s.thread(t).domain() == s.domain()
                && (!t.equals(s.current()) || choice.oneIn(8))).toList();
        boolean mayResume = isRunnable(s.current()) || s.current().equals(s.idle());
        if (mayResume && !choice.oneIn(3)) s = s.withAction(new ResumeCurrent());
        else if (!candidates.isEmpty() && choice.either())
            s = s.withAction(new SwitchTo(choice.of(candidates)));
        else s = s.withAction(new ChooseNew());
    }

    /// Queues t if it is runnable; the candidate, and a current thread that makes room, sometimes.
    private void place(Ref<Tcb> t) {
        if (!isRunnable(t)) return;
        boolean isCandidate = s.action() instanceof SwitchTo(var next) && next.equals(t);
        boolean isFree = isCandidate || t.equals(s.current());
        if (t.equals(s.current()) && (s.action() instanceof ResumeCurrent || outranksCurrent(t))) return;
        if (isFree && choice.either()) return;
        if (!isCandidate) giveWay(t);
        s = Threads.enqueue(s, t);
    }

    private boolean outranksCurrent(Ref<Tcb> t) {
        return !(s.action() instanceof ChooseNew) && s.thread(t).domain() == s.domain()
            && (s.current().equals(s.idle()) || s.thread(t).priority() > s.thread(s.current()).priority());
    }

    /// Sees to it that t does not rank above the current thread before there is a new choice.
    private void giveWay(Ref<Tcb> t) {
        if (!outranksCurrent(t)) return;
        if (s.current().equals(s.idle()) || choice.oneIn(4)) s = withDomain(t, (s.domain() + 1) % 16);
        else s = s.withThread(t, s.thread(t).withPriority(lower(s.thread(s.current()).priority())));
    }

    /// The same priority, or one below.
    private long lower(long priority) {
        return choice.either() ? priority : Math.min(priority, choice.priority());
    }

    private State withDomain(Ref<Tcb> t, long domain) {
        Tcb tcb = s.thread(t);
        return s.withThread(t, new Tcb(tcb.state(), tcb.bound(), domain, tcb.priority(), tcb.maxPriority(),
            tcb.timeSlice(), tcb.registers()));
    }
}

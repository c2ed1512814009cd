package ashlar.refinement.report;

import ashlar.refinement.report.Event.Claim;
import java.util.ArrayList;
import java.util.List;

/// The ways that specification and kernel took: which functions that change the state called which.
/// `kernel: EndpointOps.sendIPC > (unlink, possibleSwitchTo)`.
final class Path {
    private final OnTrial onTrial;
    private final String obligations;

    private Path(OnTrial onTrial, String obligations) {
        this.onTrial = onTrial;
        this.obligations = obligations;
    }

    /// One line for each run that obligation made.
    static List<String> of(Call obligation, OnTrial onTrial) {
        Path path = new Path(onTrial, obligation.function().packageName());
        return path.runs(obligation).stream().map(path::line).distinct().toList();
    }

    /// What the obligation calls, itself or by functions beside it, that is no predicate.
    private List<Call> runs(Call caller) {
        List<Call> runs = new ArrayList<>();
        int assumed = lastAssumption(caller.events());
        for (int i = 0; i < caller.events().size(); i++) {
            if (!(caller.events().get(i) instanceof Call c) || c.function().isPredicate()) continue;
            if (c.function().packageName().equals(obligations)) runs.addAll(runs(c));
            else if (i > assumed || isChange(c)) runs.add(c);
        }
        return runs;
    }

    private static int lastAssumption(List<Event> events) {
        int i = events.size() - 1;
        while (i >= 0 && !(events.get(i) instanceof Claim(var word) && word.equals("assume"))) i--;
        return i;
    }

    private String line(Call run) {
        String inner = inner(run);
        return (onTrial.has(run.function()) ? "kernel: " : "spec: ") + run.function().shortName()
            + (inner.isEmpty() ? "" : " > " + inner);
    }

    /// Whether a call stores to memory, or makes a state of another.
    private boolean isChange(Call c) {
        Function f = c.function();
        if (onTrial.has(f)) return !onTrial.isAccessor(f) && c.stores();
        if (f.isPredicate() || c.arguments().isEmpty() || f.isLambda()) return false;
        Object from = c.arguments().getFirst();
        return from instanceof Record && c.result() != null && c.result().getClass() == from.getClass();
    }

    private String inner(Call call) {
        List<String> names = counted(changes(call).stream().map(c -> nested(c, call)).toList());
        return names.size() > 1 ? "(" + String.join(", ", names) + ")" : String.join("", names);
    }

    private String nested(Call call, Call caller) {
        String inner = inner(call);
        boolean isNear = call.function().owner().equals(caller.function().owner());
        String name = isNear ? call.function().name() : call.function().shortName();
        return name + (inner.isEmpty() ? "" : " > " + inner);
    }

    /// The calls in call that change the state; where it calls itself, those of both.
    private List<Call> changes(Call call) {
        List<Call> changes = new ArrayList<>();
        for (Call c : call.calls()) {
            boolean isPart = c.function().isLambda() || c.function().equals(call.function());
            if (isPart) changes.addAll(changes(c));
            else if (isChange(c)) changes.add(c);
        }
        return changes;
    }

    private static List<String> counted(List<String> names) {
        List<String> counted = new ArrayList<>();
        for (int i = 0; i < names.size();) {
            int j = i;
            while (j < names.size() && names.get(j).equals(names.get(i))) j++;
            String name = names.get(i);
            if (j - i > 1) name = (name.contains(" ") ? "(" + name + ")" : name) + " ×" + (j - i);
            counted.add(name);
            i = j;
        }
        return counted;
    }
}

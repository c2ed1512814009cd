package ashlar.refinement.report;

import ashlar.refinement.report.Event.Claim;
import ashlar.refinement.report.Event.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which part of a claim is false.
/// @param chain the predicates and bodies of lambdas that are false, each called by the one before it; empty
///              if the claim calls no predicate that is
/// @param last  what the last of them did; if there is none, what the function did that makes the claim
record Blame(List<Call> chain, List<Event> last) {
    /// @param obligation a call that ended with a broken claim
    static Blame of(Call obligation) {
        List<Event> last = claimed(unfinished(obligation));
        List<Call> chain = new ArrayList<>();
        Optional<Call> next = culprit(last);
        while (next.isPresent()) {
            chain.add(next.get());
            last = next.get().events();
            next = culprit(last).filter(c -> c.function().packageName()
                .equals(chain.getFirst().function().packageName()));
        }
        return new Blame(chain, last);
    }

    /// The outermost predicate that is false, if it is one that makes the claim so.
    Optional<Call> root() {
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getFirst());
    }

    /// The function that makes the claim: it, or one that it calls, has not returned.
    private static Call unfinished(Call call) {
        Optional<Call> inner = call.calls().reversed().stream().findFirst().filter(c -> !c.hasReturned());
        return inner.map(Blame::unfinished).orElse(call);
    }

    /// What the function that makes a claim did since it made the one before.
    private static List<Event> claimed(Call call) {
        List<Event> events = call.events();
        int end = events.size();
        while (end > 0 && !(events.get(end - 1) instanceof Claim)) end--;
        int start = Math.max(0, end - 1);
        while (start > 0 && !(events.get(start - 1) instanceof Claim)) start--;
        return events.subList(start, Math.max(start, end - 1));
    }

    /// The call that ended events, if it is of a predicate that is false.
    private static Optional<Call> culprit(List<Event> events) {
        if (events.isEmpty() || !(events.getLast() instanceof Call c) || !c.isFalsePredicate())
            return Optional.empty();
        return isOneOfManyFalse(events, c) ? Optional.empty() : Optional.of(c);
    }

    /// Of what holds for all elements the last one tried is to blame; of what holds for none, all are.
    private static boolean isOneOfManyFalse(List<Event> events, Call last) {
        return last.function().isLambda() && events.reversed().stream().skip(1)
            .anyMatch(e -> e instanceof Call c && c.function().equals(last.function())
                && c.isFalsePredicate());
    }

    /// `related > queueRelated, t = 80001800: TcbPtr.epPrev(80001800) is 80001400, must be 0`.
    String text(OnTrial onTrial) {
        String names = chain.stream().map(Call::function).filter(f -> !f.isLambda()).map(Function::name)
            .collect(Collectors.joining(" > "));
        List<String> parts = new ArrayList<>();
        if (!names.isEmpty()) parts.add(names);
        for (Call c : chain) if (c.function().isLambda()) parts.addAll(Arguments.named(c));
        return String.join(", ", parts) + (parts.isEmpty() ? "" : ": ") + detail(onTrial);
    }

    private String detail(OnTrial onTrial) {
        Optional<Call> read = onTrial.last(last);
        if (!last.isEmpty() && last.getLast() instanceof Comparison c) return comparison(read, c, onTrial);
        if (!last.isEmpty() && last.getLast() instanceof Call c && c.function().isPredicate()
            && (read.isEmpty() || read.get() != c)) {
            String said = is(c, onTrial);
            return read.isEmpty() ? said : is(read.get(), onTrial) + ", " + said;
        }
        if (read.isPresent()) return is(read.get(), onTrial);
        return chain.isEmpty() || chain.getLast().function().isLambda() ? "false"
            : is(chain.getLast(), onTrial);
    }

    private static String comparison(Optional<Call> read, Comparison c, OnTrial onTrial) {
        String is = c.isEqual() ? " must not be " : " is not ";
        if (read.isEmpty()) return Words.of(c.left()) + is + Words.of(c.right());
        Object value = onTrial.asNumber(read.get().result());
        boolean isLeft = c.left().equals(value);
        if (!isLeft && !c.right().equals(value))
            return is(read.get(), onTrial) + ", and " + Words.of(c.left()) + is + Words.of(c.right());
        if (c.isEqual()) return is(read.get(), onTrial) + ", must not be";
        Object other = isLeft ? c.right() : c.left();
        return Arguments.call(read.get()) + " is " + onTrial.value(read.get(), value, other) + ", must be "
            + onTrial.value(read.get(), other, value);
    }

    private static String is(Call c, OnTrial onTrial) {
        return Arguments.call(c) + " is " + onTrial.value(c, onTrial.asNumber(c.result()), c.result());
    }
}

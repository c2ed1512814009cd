package ashlar.proofs.lockstep;

import ashlar.impl.api.Syscall;
import ashlar.model.machine.Machine;
import ashlar.proofs.refines.Calls;
import ashlar.spec.state.Slot;
import ashlar.spec.syscall.Answer;
import ashlar.spec.syscall.Answer.CapFault;
import ashlar.spec.syscall.Answer.Done;
import ashlar.spec.syscall.Answer.Refused;
import ashlar.spec.syscall.Event;
import java.util.Optional;

/// Whole system calls, from the entry to the thread that runs next.
final class SystemCalls {
    private SystemCalls() { }

    /// The current thread makes any system call through any capability.
    static Optional<Operation> call(Draw draw) {
        if (!draw.mayCall()) return Optional.empty();
        int number = -1 - (int) draw.choice().below(8);
        Slot slot = draw.choice().oneIn(16) ? draw.pick().slot()
            : draw.pick().slot(at -> Draw.isForIpc(draw.s().capability(at)));
        Event event = Calls.event(number, draw.s().capability(slot));
        return Optional.of(new Operation(event + " through " + slot, s -> {
            var outcome = ashlar.spec.syscall.Syscall.callKernel(s, event);
            return new Operation.Answered(outcome.state(), ofSpec(outcome.answer()));
        }, m -> ofKernel(m, Syscall.callKernel(m, number, slot.addr()))));
    }

    private static Object ofSpec(Answer answer) {
        return switch (answer) {
            case Done()                -> Answers.ACCEPTED;
            case Refused(var error)    -> error;
            case CapFault(var failure) -> failure;
        };
    }

    private static Object ofKernel(Machine m, int outcome) {
        return outcome == Syscall.CAP_FAULT ? Errors.lookupFailure(m) : Answers.of(m, outcome);
    }
}

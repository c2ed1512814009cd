package ashlar.proofs.lockstep;

import ashlar.impl.api.SyscallError;
import ashlar.model.machine.Machine;
import ashlar.spec.state.Result;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;

/// Whether a request is accepted, and if not, why.
final class Answers {
    static final String ACCEPTED = "accepted";

    private Answers() { }

    static Object of(Result<?, ?> result) {
        return switch (result) {
            case Ok<?, ?> _           -> ACCEPTED;
            case Err<?, ?>(var error) -> error;
        };
    }

    static Object of(Machine m, int error) {
        return error == SyscallError.NO_ERROR ? ACCEPTED : Errors.of(m, error);
    }
}

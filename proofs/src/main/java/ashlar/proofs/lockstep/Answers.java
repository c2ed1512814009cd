package ashlar.proofs.lockstep;

import ashlar.impl.api.SyscallError;
import ashlar.model.machine.Machine;
import ashlar.spec.state.Result;
import ashlar.spec.state.Result.Err;
import ashlar.spec.state.Result.Ok;
import ashlar.spec.state.Rights;

/// What goes into a request, and whether it is accepted and, if not, why.
final class Answers {
    static final String ACCEPTED = "accepted";

    private Answers() { }

    static Object of(Result<?, ?> result) {
        return switch (result) {
            case Ok<?, ?> _           -> ACCEPTED;
            case Err<?, ?>(var error) -> error;
        };
    }

    /// The word that the kernel takes: bit 0 write, 1 read, 2 grant, 3 grantReply.
    static long word(Rights rights) {
        return (rights.write() ? 1 : 0) | (rights.read() ? 2 : 0) | (rights.grant() ? 4 : 0)
            | (rights.grantReply() ? 8 : 0);
    }

    static Object of(Machine m, int error) {
        return error == SyscallError.NO_ERROR ? ACCEPTED : Errors.of(m, error);
    }
}

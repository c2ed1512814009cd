package ashlar.spec.syscall;

import ashlar.spec.state.LookupFailure;
import ashlar.spec.state.SyscallError;

/// How a system call came out.
public sealed interface Answer {
    record Done() implements Answer { }

    record Refused(SyscallError error) implements Answer { }

    /// There is no capability that the call could receive through.
    record CapFault(LookupFailure failure) implements Answer { }
}

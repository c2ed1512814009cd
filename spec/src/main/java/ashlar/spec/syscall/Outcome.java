package ashlar.spec.syscall;

import ashlar.spec.state.State;

/// The state after a system call, and how it came out.
public record Outcome(State state, Answer answer) { }

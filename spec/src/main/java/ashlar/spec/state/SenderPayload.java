package ashlar.spec.state;

/// What a sender brings along, from its endpoint capability and its system call.
public record SenderPayload(long badge, boolean canGrant, boolean canGrantReply, boolean isCall) { }

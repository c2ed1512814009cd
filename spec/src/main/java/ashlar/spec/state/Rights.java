package ashlar.spec.state;

/// What a capability lets its holder do: seL4 manual ch. 3 "Capability Rights".
public record Rights(boolean read, boolean write, boolean grant, boolean grantReply) {
    public boolean isAll() {
        return read && write && grant && grantReply;
    }

    /// The rights that both give.
    public Rights and(Rights other) {
        return new Rights(read && other.read, write && other.write, grant && other.grant,
            grantReply && other.grantReply);
    }
}

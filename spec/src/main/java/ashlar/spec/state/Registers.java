package ashlar.spec.state;

/// The user's registers that messages go through: badge, message information, four message registers.
public record Registers(long badge, long info, long mr0, long mr1, long mr2, long mr3) {
    public Registers withBadge(long badge) {
        return new Registers(badge, info, mr0, mr1, mr2, mr3);
    }
}

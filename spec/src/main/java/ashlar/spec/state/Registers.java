package ashlar.spec.state;

/// The user's registers that the kernel reads and writes: badge, message information, four message registers,
/// where to restart and where to go on.
public record Registers(long badge, long info, long mr0, long mr1, long mr2, long mr3, long faultIp,
                        long nextIp) {
    public Registers withBadge(long badge) {
        return new Registers(badge, info, mr0, mr1, mr2, mr3, faultIp, nextIp);
    }

    public Registers withNextIp(long nextIp) {
        return new Registers(badge, info, mr0, mr1, mr2, mr3, faultIp, nextIp);
    }
}

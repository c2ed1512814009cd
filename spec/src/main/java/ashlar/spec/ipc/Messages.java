package ashlar.spec.ipc;

import static ashlar.model.word.Word.bits;
import static ashlar.model.word.Word.insert;

import ashlar.spec.state.Ref;
import ashlar.spec.state.Registers;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;

/// What a message is made of: seL4 manual ch. 4, "IPC buffer".
/// Message information: label in bits 63 to 12, capabilities unwrapped 11 to 9, extra capabilities 8 to 7,
/// length in words 6 to 0.
final class Messages {
    /// The words that registers hold.
    private static final long MESSAGE_REGISTERS = 4;

    private Messages() { }

    /// The message in the registers of from, and badge, become those of to.
    static State transfer(State s, Ref<Tcb> from, Ref<Tcb> to, long badge) {
        var received = received(s.thread(from).registers(), s.thread(to).registers(), badge);
        return s.withThread(to, s.thread(to).withRegisters(received));
    }

    private static Registers received(Registers from, Registers to, long badge) {
        long length = transferredWords(from.info());
        return new Registers(badge, insert(from.info(), 11, 0, length),
            length > 0 ? from.mr0() : to.mr0(), length > 1 ? from.mr1() : to.mr1(),
            length > 2 ? from.mr2() : to.mr2(), length > 3 ? from.mr3() : to.mr3(),
            to.faultIp(), to.nextIp());
    }

    private static long transferredWords(long info) {
        long length = bits(info, 6, 0);
        return length < MESSAGE_REGISTERS ? length : MESSAGE_REGISTERS;
    }

    /// t sees badge, and no other part of a message.
    static State showBadge(State s, Ref<Tcb> t, long badge) {
        return s.withThread(t, s.thread(t).withRegisters(s.thread(t).registers().withBadge(badge)));
    }
}

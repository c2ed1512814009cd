package ashlar.impl.object;

import static ashlar.impl.layout.KernelPtr.NEW_CAP;
import static ashlar.impl.layout.KernelPtr.NULL;

import ashlar.impl.kernel.Threads;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.CtePtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.machine.Machine;

/// Reply capabilities (seL4 manual ch. 4, non-MCS). A thread's REPLY slot holds the master, from which the
/// capability to reply to its call is derived into the CALLER slot of whoever takes the call.
public final class ReplyOps {
    private ReplyOps() { }

    /// Gives thread its master reply capability, unless it has it.
    public static void setupReplyMaster(Machine m, long thread) {
        long slot = CtePtr.at(thread, TcbPtr.REPLY);
        if (!Caps.isNull(m, slot)) return;
        Caps.setReply(m, slot, thread, true, true);
        Mdb.insertAlone(m, slot);
    }

    /// Blocks sender until receiver, whose CALLER slot is empty, replies to it.
    /// @param canGrant whether capabilities may come with the reply
    public static void setupCallerCap(Machine m, long sender, long receiver, boolean canGrant) {
        Threads.setThreadState(m, sender, TcbPtr.BLOCKED_ON_REPLY);
        Caps.setReply(m, NEW_CAP, sender, false, canGrant);
        CNodeOps.cteInsert(m, NEW_CAP, CtePtr.at(sender, TcbPtr.REPLY), CtePtr.at(receiver, TcbPtr.CALLER));
    }

    public static void deleteCallerCap(Machine m, long thread) {
        CNodeOps.cteDeleteOne(m, CtePtr.at(thread, TcbPtr.CALLER));
    }

    /// Deletes the capability to reply to thread, if there is one.
    public static void cancelReply(Machine m, long thread) {
        long slot = Mdb.firstChild(m, CtePtr.at(thread, TcbPtr.REPLY));
        if (slot != NULL) CNodeOps.cteDeleteOne(m, slot);
    }

    /// Sends sender's message to receiver, which waits for it, and uses up the reply capability in slot.
    public static void doReplyTransfer(Machine m, long sender, long receiver, long slot) {
        EndpointOps.transferMessage(m, sender, receiver, 0);
        CNodeOps.cteDeleteOne(m, slot);
        Threads.setThreadState(m, receiver, TcbPtr.RUNNING);
        Threads.possibleSwitchTo(m, receiver);
    }

    /// The current thread replies to its caller, if it has one.
    public static void handleReply(Machine m) {
        long current = KernelPtr.current(m);
        long slot = CtePtr.at(current, TcbPtr.CALLER);
        if (CapPtr.type(m, slot) == CapPtr.REPLY) doReplyTransfer(m, current, CapPtr.object(m, slot), slot);
    }
}

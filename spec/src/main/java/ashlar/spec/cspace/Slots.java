package ashlar.spec.cspace;

import ashlar.spec.state.CNode;
import ashlar.spec.state.Ref;
import ashlar.spec.state.Slot;
import ashlar.spec.state.Tcb;

/// Where slots are: those of a CNode by their index, those of a thread by their use.
public final class Slots {
    /// The bytes a slot takes.
    public static final long SIZE = 32;

    /// How many slots a thread has.
    public static final long PER_THREAD = 5;

    private Slots() { }

    public static Slot ofCNode(Ref<CNode> cnode, long index) {
        return new Slot(cnode.addr() + SIZE * index);
    }

    /// @param index 0 for the CTABLE slot, 1 VTABLE, 2 REPLY, 3 CALLER, 4 BUFFER
    public static Slot ofThread(Ref<Tcb> t, long index) {
        return new Slot(t.addr() + SIZE * index);
    }

    /// The master of the reply capabilities that others get when t calls them.
    public static Slot reply(Ref<Tcb> t) {
        return ofThread(t, 2);
    }

    /// The reply capability of whoever called t last.
    public static Slot caller(Ref<Tcb> t) {
        return ofThread(t, 3);
    }
}

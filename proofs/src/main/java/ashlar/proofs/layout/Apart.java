package ashlar.proofs.layout;

import static ashlar.refinement.api.Claims.assume;
import static ashlar.refinement.api.Claims.prove;

import ashlar.impl.layout.CtePtr;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.platform.Platform;
import ashlar.model.word.Word;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Obligation;

/// Objects of different layouts cover different words, unless one lies within the other.
public final class Apart {
    private Apart() { }

    private static boolean isWithin(long object, long container, long sizeBits) {
        return Word.alignDown(object, sizeBits) == container;
    }

    private static boolean isKernelData(long addr) {
        return isWithin(addr, Platform.KERNEL_DATA, Platform.KERNEL_DATA_SIZE_BITS);
    }

    @Obligation(Kind.LAYOUT)
    static void slots_of_a_thread_are_apart_from_its_fields(long thread, long i, long addr) {
        assume(Places.Tcb.place(thread) && Word.ult(i, TcbPtr.SLOTS));
        assume(Places.Tcb.covers(thread, addr));
        prove(!isWithin(addr, CtePtr.at(thread, i), CtePtr.SIZE_BITS));
    }

    @Obligation(Kind.LAYOUT)
    static void a_slot_is_a_capability_and_a_node(long slot, long addr) {
        assume(Places.Mdb.place(slot) && Word.isAligned(addr, 3));
        assume(isWithin(addr, slot, CtePtr.SIZE_BITS));
        prove(Places.Cap.place(slot) && Places.Cap.covers(slot, addr) != Places.Mdb.covers(slot, addr));
    }

    @Obligation(Kind.LAYOUT)
    static void capabilities_are_apart_from_nodes(long cap, long slot, long addr) {
        assume(Places.Mdb.place(cap) && Places.Mdb.place(slot));
        assume(Places.Cap.covers(cap, addr));
        prove(!Places.Mdb.covers(slot, addr));
    }

    @Obligation(Kind.LAYOUT)
    static void endpoints_are_apart_from_threads(long thread, long ep, long addr) {
        assume(Places.Tcb.place(thread) && Places.Endpoint.place(ep));
        assume(!isWithin(ep, thread, TcbPtr.SIZE_BITS) && Places.Endpoint.covers(ep, addr));
        prove(!isWithin(addr, thread, TcbPtr.SIZE_BITS));
    }

    @Obligation(Kind.LAYOUT)
    static void notifications_are_apart_from_threads(long thread, long ntfn, long addr) {
        assume(Places.Tcb.place(thread) && Places.Notification.place(ntfn));
        assume(!isWithin(ntfn, thread, TcbPtr.SIZE_BITS) && Places.Notification.covers(ntfn, addr));
        prove(!isWithin(addr, thread, TcbPtr.SIZE_BITS));
    }

    @Obligation(Kind.LAYOUT)
    static void slots_of_cnodes_are_apart_from_threads(long thread, long slot, long addr) {
        assume(Places.Tcb.place(thread) && Places.Mdb.place(slot));
        assume(!isWithin(slot, thread, TcbPtr.SIZE_BITS) && isWithin(addr, slot, CtePtr.SIZE_BITS));
        prove(!isWithin(addr, thread, TcbPtr.SIZE_BITS));
    }

    @Obligation(Kind.LAYOUT)
    static void endpoints_are_apart_from_notifications(long ntfn, long ep, long addr) {
        assume(Places.Notification.place(ntfn) && Places.Endpoint.place(ep));
        assume(!isWithin(ep, ntfn, NotificationPtr.SIZE_BITS) && Places.Endpoint.covers(ep, addr));
        prove(!Places.Notification.covers(ntfn, addr));
    }

    @Obligation(Kind.LAYOUT)
    static void endpoints_are_apart_from_slots(long slot, long ep, long addr) {
        assume(Places.Mdb.place(slot) && Places.Endpoint.place(ep));
        assume(!isWithin(ep, slot, MdbPtr.SIZE_BITS) && Places.Endpoint.covers(ep, addr));
        prove(!isWithin(addr, slot, MdbPtr.SIZE_BITS));
    }

    @Obligation(Kind.LAYOUT)
    static void notifications_are_apart_from_slots(long slot, long ntfn, long addr) {
        assume(Places.Mdb.place(slot) && Places.Notification.place(ntfn) && slot != ntfn);
        assume(Places.Notification.covers(ntfn, addr));
        prove(!isWithin(addr, slot, MdbPtr.SIZE_BITS));
    }

    @Obligation(Kind.LAYOUT)
    static void objects_are_apart_from_kernel_data(long object, long addr) {
        assume(!isKernelData(object));
        assume(Places.Tcb.place(object) && isWithin(addr, object, TcbPtr.SIZE_BITS)
            || Places.Notification.place(object) && isWithin(addr, object, NotificationPtr.SIZE_BITS)
            || Places.Mdb.place(object) && isWithin(addr, object, MdbPtr.SIZE_BITS)
            || Places.Endpoint.place(object) && isWithin(addr, object, EndpointPtr.SIZE_BITS));
        prove(!isKernelData(addr));
    }

    @Obligation(Kind.LAYOUT)
    static void kernel_variables_are_apart_in_kernel_data(long addr) {
        boolean isVariable = Places.Kernel.covers(addr);
        boolean isQueue = Places.ReadyQueue.covers(addr);
        boolean isBit = Places.ReadyBitmap.covers(addr);
        assume(isVariable || isQueue || isBit);
        prove(isKernelData(addr));
        prove(!(isVariable && isQueue) && !(isQueue && isBit) && !(isBit && isVariable));
    }

    @Obligation(Kind.LAYOUT)
    static void capabilities_in_the_making_are_apart_from_kernel_variables(long addr) {
        assume(isWithin(addr, KernelPtr.NEW_CAP, CtePtr.SIZE_BITS)
            || isWithin(addr, KernelPtr.NEW_PIVOT_CAP, CtePtr.SIZE_BITS)
            || isWithin(addr, KernelPtr.REMAINDER_CAP, CtePtr.SIZE_BITS)
            || isWithin(addr, KernelPtr.SWAPPED_CAP, CtePtr.SIZE_BITS));
        prove(isKernelData(addr));
        prove(!Places.Kernel.covers(addr) && !Places.ReadyQueue.covers(addr)
            && !Places.ReadyBitmap.covers(addr));
    }
}

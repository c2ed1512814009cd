package ashlar.proofs.layout;

import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.ReadyBitmapPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.model.platform.Platform;
import ashlar.model.word.Word;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where the fields of each layout may be accessed (`place`, or by a field's name), and which words are an
/// object's own (`covers`).
public final class Places {
    private Places() { }

    /// The places of each layout.
    public static Map<Class<?>, Class<?>> byLayout() {
        Map<Class<?>, Class<?>> all = new LinkedHashMap<>();
        all.put(TcbPtr.class, Tcb.class);
        all.put(EndpointPtr.class, Endpoint.class);
        all.put(NotificationPtr.class, Notification.class);
        all.put(CapPtr.class, Cap.class);
        all.put(MdbPtr.class, Mdb.class);
        all.put(KernelPtr.class, Kernel.class);
        all.put(ReadyQueuePtr.class, ReadyQueue.class);
        all.put(ReadyBitmapPtr.class, ReadyBitmap.class);
        return all;
    }

    /// The upper half of a thread's 2048 bytes; the lower half holds capability slots.
    static final class Tcb {
        private Tcb() { }

        static boolean place(long thread) {
            return Word.isAligned(thread, TcbPtr.SIZE_BITS);
        }

        static boolean register(long thread, long i) {
            return place(thread) && Word.ult(i, TcbPtr.REGISTERS);
        }

        static boolean covers(long thread, long addr) {
            return Word.alignDown(addr, TcbPtr.SIZE_BITS) == thread && Word.bit(addr, TcbPtr.SIZE_BITS - 1);
        }
    }

    static final class Endpoint {
        private Endpoint() { }

        static boolean place(long ep) {
            return Word.isAligned(ep, EndpointPtr.SIZE_BITS);
        }

        static boolean covers(long ep, long addr) {
            return Word.alignDown(addr, EndpointPtr.SIZE_BITS) == ep;
        }
    }

    static final class Notification {
        private Notification() { }

        static boolean place(long ntfn) {
            return Word.isAligned(ntfn, NotificationPtr.SIZE_BITS);
        }

        static boolean covers(long ntfn, long addr) {
            return Word.alignDown(addr, NotificationPtr.SIZE_BITS) == ntfn;
        }
    }

    /// The first half of a slot, or a capability in the making.
    static final class Cap {
        private Cap() { }

        static boolean place(long cap) {
            return Word.isAligned(cap, CapPtr.SIZE_BITS);
        }

        static boolean covers(long cap, long addr) {
            return Word.alignDown(addr, CapPtr.SIZE_BITS) == cap;
        }
    }

    /// The second half of a slot.
    static final class Mdb {
        private Mdb() { }

        static boolean place(long slot) {
            return Word.isAligned(slot, MdbPtr.SIZE_BITS);
        }

        static boolean covers(long slot, long addr) {
            return Word.alignDown(addr, MdbPtr.SIZE_BITS) == slot && Word.bit(addr, MdbPtr.SIZE_BITS - 1);
        }
    }

    /// The kernel's own variables, up to where it makes capabilities.
    static final class Kernel {
        private Kernel() { }

        static boolean covers(long addr) {
            return Word.ult(addr - KernelPtr.BASE, KernelPtr.NEW_CAP - KernelPtr.BASE);
        }
    }

    static final class ReadyQueue {
        private ReadyQueue() { }

        static boolean place(long domain, long priority) {
            return isDomain(domain) && Word.ult(priority, Platform.NUM_PRIORITIES);
        }

        static boolean covers(long addr) {
            return Word.ult(addr - ReadyQueuePtr.BASE, 1L << ReadyQueuePtr.SIZE_BITS);
        }
    }

    static final class ReadyBitmap {
        private static final long WORDS = Platform.NUM_PRIORITIES >>> 6;

        private ReadyBitmap() { }

        static boolean place(long domain) {
            return isDomain(domain);
        }

        static boolean level2(long domain, long i) {
            return isDomain(domain) && Word.ult(i, WORDS);
        }

        static boolean covers(long addr) {
            return Word.ult(addr - ReadyBitmapPtr.BASE, 1L << ReadyBitmapPtr.SIZE_BITS);
        }
    }

    private static boolean isDomain(long domain) {
        return Word.ult(domain, Platform.NUM_DOMAINS);
    }
}

package ashlar.proofs;

import ashlar.impl.kernel.ReadyBitmap;
import ashlar.impl.layout.CapPtr;
import ashlar.impl.layout.EndpointPtr;
import ashlar.impl.layout.KernelPtr;
import ashlar.impl.layout.MdbPtr;
import ashlar.impl.layout.NotificationPtr;
import ashlar.impl.layout.ReadyQueuePtr;
import ashlar.impl.layout.TcbPtr;
import ashlar.proofs.invariants.BindingKeepsInvariants;
import ashlar.proofs.invariants.CancelAllKeepsInvariants;
import ashlar.proofs.invariants.CancelAllSignalsKeepsInvariants;
import ashlar.proofs.invariants.CancelBadgedSendsKeepsInvariants;
import ashlar.proofs.invariants.DeletionKeepsInvariants;
import ashlar.proofs.invariants.DerivationKeepsInvariants;
import ashlar.proofs.invariants.Groups;
import ashlar.proofs.invariants.IpcKeepsInvariants;
import ashlar.proofs.invariants.NotificationsKeepInvariants;
import ashlar.proofs.invariants.MessagesKeepInvariants;
import ashlar.proofs.invariants.RepliesKeepInvariants;
import ashlar.proofs.invariants.RevocationKeepsInvariants;
import ashlar.proofs.invariants.SchedulerKeepsInvariants;
import ashlar.proofs.invariants.StoppingKeepsInvariants;
import ashlar.proofs.invariants.ThreadsKeepInvariants;
import ashlar.proofs.layout.Places;
import ashlar.proofs.lemmas.BitmapLemmas;
import ashlar.proofs.refines.CapsRefines;
import ashlar.proofs.refines.DecodeRefines;
import ashlar.proofs.refines.DeletionRefines;
import ashlar.proofs.refines.DerivationRefines;
import ashlar.proofs.refines.IpcRefines;
import ashlar.proofs.refines.Live;
import ashlar.proofs.refines.LookupRefines;
import ashlar.proofs.refines.NotificationRefines;
import ashlar.proofs.refines.ReplyRefines;
import ashlar.proofs.refines.SchedulerRefines;
import ashlar.proofs.refines.ThreadRefines;
import ashlar.proofs.sample.SliceSampler;
import ashlar.proofs.theorems.NoThreadIsLost;
import ashlar.proofs.theorems.SchedulingTheorems;
import ashlar.refinement.api.Frame;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The suite of the kernel's slice: threads, scheduling, endpoints.
public final class Slice implements Suite {
    @Override
    public List<Class<?>> obligations() {
        return List.of(
            Groups.class,
            ThreadsKeepInvariants.class,
            SchedulerKeepsInvariants.class,
            NotificationsKeepInvariants.class,
            BindingKeepsInvariants.class,
            IpcKeepsInvariants.class,
            CancelAllKeepsInvariants.class,
            CancelAllSignalsKeepsInvariants.class,
            CancelBadgedSendsKeepsInvariants.class,
            DerivationKeepsInvariants.class,
            DeletionKeepsInvariants.class,
            StoppingKeepsInvariants.class,
            MessagesKeepInvariants.class,
            RepliesKeepInvariants.class,
            RevocationKeepsInvariants.class,
            BitmapLemmas.class,
            CapsRefines.class,
            LookupRefines.class,
            DecodeRefines.class,
            ThreadRefines.class,
            SchedulerRefines.class,
            IpcRefines.class,
            NotificationRefines.class,
            ReplyRefines.class,
            DerivationRefines.class,
            DeletionRefines.class,
            SchedulingTheorems.class,
            NoThreadIsLost.class);
    }

    @Override
    public List<Class<?>> layouts() {
        return List.of(TcbPtr.class, EndpointPtr.class, NotificationPtr.class, CapPtr.class, MdbPtr.class,
            KernelPtr.class, ReadyQueuePtr.class, ReadyBitmap.class);
    }

    @Override
    public List<Frame> frames() {
        return List.of(new Frame(TcbPtr.class, live("thread")),
            new Frame(EndpointPtr.class, live("endpoint")),
                new Frame(NotificationPtr.class, live("notification")),
            new Frame(CapPtr.class, live("capability")), new Frame(MdbPtr.class, live("slot")),
            new Frame(ReadyQueuePtr.class, live("level")), new Frame(ReadyBitmap.class, live("level")));
    }

    @Override
    public Map<Class<?>, Class<?>> places() {
        return Places.byLayout();
    }

    private static Method live(String name) {
        return Arrays.stream(Live.class.getMethods()).filter(m -> m.getName().equals(name)).findFirst()
            .orElseThrow();
    }

    @Override
    public boolean isOnTrial(String className) {
        return className.startsWith("ashlar/impl/");
    }

    @Override
    public Sampler sampler() {
        return new SliceSampler();
    }
}

package ashlar.spec.state;

import ashlar.model.collection.PForest;
import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PSet;
import ashlar.model.collection.PTable;

/// The state of the abstract kernel: its objects, the capabilities to them, the schedule.
public record State(PMap<Ref<Tcb>, Tcb> threads, PMap<Ref<Endpoint>, Endpoint> endpoints,
                    PMap<Ref<Notification>, Notification> notifications, CapabilitySlots slots,
                    Schedule schedule) {
    public Tcb thread(Ref<Tcb> t) {
        return threads.get(t);
    }

    public Endpoint endpoint(Ref<Endpoint> ep) {
        return endpoints.get(ep);
    }

    public Notification notification(Ref<Notification> ntfn) {
        return notifications.get(ntfn);
    }

    public PMap<Slot, Capability> caps() {
        return slots.caps();
    }

    public Capability capability(Slot slot) {
        return slots.caps().get(slot);
    }

    public PForest<Slot> derivation() {
        return slots.derivation();
    }

    public PSet<Slot> originals() {
        return slots.originals();
    }

    public boolean isOriginal(Slot slot) {
        return slots.originals().has(slot);
    }

    public PTable<Level, PQueue<Ref<Tcb>>> ready() {
        return schedule.ready();
    }

    public Ref<Tcb> current() {
        return schedule.current();
    }

    public Ref<Tcb> idle() {
        return schedule.idle();
    }

    public SchedulerAction action() {
        return schedule.action();
    }

    public long domain() {
        return schedule.domain();
    }

    public State withThread(Ref<Tcb> t, Tcb tcb) {
        return new State(threads.put(t, tcb), endpoints, notifications, slots, schedule);
    }

    public State withEndpoint(Ref<Endpoint> ep, Endpoint endpoint) {
        return new State(threads, endpoints.put(ep, endpoint), notifications, slots, schedule);
    }

    public State withNotification(Ref<Notification> ntfn, Notification notification) {
        return new State(threads, endpoints, notifications.put(ntfn, notification), slots, schedule);
    }

    public State withSlots(CapabilitySlots slots) {
        return new State(threads, endpoints, notifications, slots, schedule);
    }

    public State withCapability(Slot slot, Capability capability) {
        return withSlots(slots.withCaps(caps().put(slot, capability)));
    }

    public State withDerivation(PForest<Slot> derivation) {
        return withSlots(slots.withDerivation(derivation));
    }

    public State withOriginal(Slot slot, boolean isOriginal) {
        return withSlots(slots.withOriginals(isOriginal ? originals().add(slot) : originals().remove(slot)));
    }

    public State withSchedule(Schedule schedule) {
        return new State(threads, endpoints, notifications, slots, schedule);
    }

    public State withReady(Level level, PQueue<Ref<Tcb>> queue) {
        return withSchedule(schedule.withReady(ready().put(level, queue)));
    }

    public State withCurrent(Ref<Tcb> current) {
        return withSchedule(schedule.withCurrent(current));
    }

    public State withAction(SchedulerAction action) {
        return withSchedule(schedule.withAction(action));
    }
}

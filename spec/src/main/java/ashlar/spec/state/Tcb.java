package ashlar.spec.state;

import ashlar.model.collection.Option;

/// A thread: its state, the notification bound to it, its place in the schedule, its registers.
public record Tcb(ThreadState state, Option<Ref<Notification>> bound, long domain, long priority,
                  long maxPriority, long timeSlice, Registers registers) {
    public Tcb withState(ThreadState state) {
        return new Tcb(state, bound, domain, priority, maxPriority, timeSlice, registers);
    }

    public Tcb withBound(Option<Ref<Notification>> bound) {
        return new Tcb(state, bound, domain, priority, maxPriority, timeSlice, registers);
    }

    public Tcb withPriority(long priority) {
        return new Tcb(state, bound, domain, priority, maxPriority, timeSlice, registers);
    }

    public Tcb withMaxPriority(long maxPriority) {
        return new Tcb(state, bound, domain, priority, maxPriority, timeSlice, registers);
    }

    public Tcb withTimeSlice(long timeSlice) {
        return new Tcb(state, bound, domain, priority, maxPriority, timeSlice, registers);
    }

    public Tcb withRegisters(Registers registers) {
        return new Tcb(state, bound, domain, priority, maxPriority, timeSlice, registers);
    }
}

package ashlar.spec.state;

import ashlar.model.collection.PQueue;
import ashlar.model.collection.PTable;

/// Who runs, and who waits to.
/// @param ready   the threads that wait for the processor, in order of arrival; the current thread is not
///                among them
/// @param current the thread that runs
/// @param idle    the thread that runs when no other can
/// @param domain  the domain whose threads run
public record Schedule(PTable<Level, PQueue<Ref<Tcb>>> ready, Ref<Tcb> current, Ref<Tcb> idle,
                       SchedulerAction action, long domain) {
    public Schedule withReady(PTable<Level, PQueue<Ref<Tcb>>> ready) {
        return new Schedule(ready, current, idle, action, domain);
    }

    public Schedule withCurrent(Ref<Tcb> current) {
        return new Schedule(ready, current, idle, action, domain);
    }

    public Schedule withAction(SchedulerAction action) {
        return new Schedule(ready, current, idle, action, domain);
    }
}

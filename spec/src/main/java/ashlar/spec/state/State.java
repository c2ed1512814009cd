package ashlar.spec.state;

import ashlar.model.collection.PMap;
import ashlar.model.collection.PQueue;
import ashlar.model.collection.PTable;

/// The state of the abstract kernel.
/// @param ready   the threads that wait for the processor, in order of arrival; the current thread is not
/// among them
/// @param current the thread that runs
/// @param domain  the domain whose threads run
public record State(PMap<Ref<Tcb>, Tcb> threads, PMap<Ref<Endpoint>, Endpoint> endpoints,
                    PMap<Ref<Notification>, Notification> notifications, PTable<Level,
                        PQueue<Ref<Tcb>>> ready,
                    Ref<Tcb> current, Ref<Tcb> idle, SchedulerAction action, long domain) {
    public Tcb thread(Ref<Tcb> t) {
        return threads.get(t);
    }

    public Endpoint endpoint(Ref<Endpoint> ep) {
        return endpoints.get(ep);
    }

    public Notification notification(Ref<Notification> ntfn) {
        return notifications.get(ntfn);
    }

    public State withThread(Ref<Tcb> t, Tcb tcb) {
        return new State(threads.put(t, tcb), endpoints, notifications, ready, current, idle, action, domain);
    }

    public State withEndpoint(Ref<Endpoint> ep, Endpoint endpoint) {
        return new State(threads, endpoints.put(ep, endpoint), notifications, ready, current, idle, action,
            domain);
    }

    public State withNotification(Ref<Notification> ntfn, Notification notification) {
        return new State(threads, endpoints, notifications.put(ntfn, notification), ready, current, idle,
            action, domain);
    }

    public State withReady(Level level, PQueue<Ref<Tcb>> queue) {
        return new State(threads, endpoints, notifications, ready.put(level, queue), current, idle, action,
            domain);
    }

    public State withCurrent(Ref<Tcb> current) {
        return new State(threads, endpoints, notifications, ready, current, idle, action, domain);
    }

    public State withAction(SchedulerAction action) {
        return new State(threads, endpoints, notifications, ready, current, idle, action, domain);
    }
}

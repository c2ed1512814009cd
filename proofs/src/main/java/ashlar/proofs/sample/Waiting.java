package ashlar.proofs.sample;

import static ashlar.spec.ipc.Replies.setUpReplyMaster;

import ashlar.model.collection.PQueue;
import ashlar.spec.ipc.Notifications;
import ashlar.spec.state.Endpoint;
import ashlar.spec.state.Notification;
import ashlar.spec.state.NotificationState;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;
import ashlar.spec.state.Tcb;
import ashlar.spec.state.ThreadState;
import ashlar.spec.state.ThreadState.BlockedOnNotification;
import ashlar.spec.state.ThreadState.BlockedOnReceive;
import ashlar.spec.state.ThreadState.BlockedOnReply;
import ashlar.spec.state.ThreadState.BlockedOnSend;
import ashlar.spec.state.ThreadState.Inactive;
import ashlar.spec.state.ThreadState.Restart;
import ashlar.spec.state.ThreadState.Running;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// What threads do: run, stand still, or wait at endpoints and notifications.
final class Waiting {
    private final Choice choice;
    private final Objects objects;
    private final Set<Ref<Endpoint>> sending = new HashSet<>();
    private State s;

    private Waiting(Choice choice, Objects objects, State s) {
        this.choice = choice;
        this.objects = objects;
        this.s = s;
        for (Ref<Endpoint> ep : objects.endpoints()) if (choice.either()) sending.add(ep);
    }

    /// s, in which nothing has happened yet, with threads in all states.
    static State in(State s, Choice choice, Objects objects) {
        var waiting = new Waiting(choice, objects, s);
        for (Ref<Tcb> t : choice.shuffled(objects.threads())) waiting.place(t);
        waiting.bind();
        waiting.signal();
        return waiting.s;
    }

    private void place(Ref<Tcb> t) {
        ThreadState state = state();
        if (!(state instanceof Inactive) || choice.either()) s = setUpReplyMaster(s, t);
        s = s.withThread(t, s.thread(t).withState(state));
        switch (state) {
            case BlockedOnSend(var ep, _)        ->
                s = s.withEndpoint(ep, new Endpoint.Sending(queue(ep).append(t)));
            case BlockedOnReceive(var ep, _)     ->
                s = s.withEndpoint(ep, new Endpoint.Receiving(queue(ep).append(t)));
            case BlockedOnNotification(var ntfn) ->
                s = withState(ntfn, new NotificationState.Waiting(queueOf(ntfn).append(t)));
            default                              -> { }
        }
    }

    private ThreadState state() {
        return switch (choice.random().nextInt(10)) {
            case 0       -> new Inactive();
            case 1       -> new Restart();
            case 2       -> new BlockedOnReply();
            case 3       -> new BlockedOnNotification(choice.of(objects.notifications()));
            case 4, 5, 6 -> blocked(choice.of(objects.endpoints()));
            default      -> new Running();
        };
    }

    private ThreadState blocked(Ref<Endpoint> ep) {
        return sending.contains(ep) ? new BlockedOnSend(ep, choice.payload())
            : new BlockedOnReceive(ep, choice.either());
    }

    private PQueue<Ref<Tcb>> queue(Ref<Endpoint> ep) {
        return switch (s.endpoint(ep)) {
            case Endpoint.Idle()           -> PQueue.empty();
            case Endpoint.Sending(var q)   -> q;
            case Endpoint.Receiving(var q) -> q;
        };
    }

    private PQueue<Ref<Tcb>> queueOf(Ref<Notification> ntfn) {
        return s.notification(ntfn).state() instanceof NotificationState.Waiting(var q) ? q : PQueue.empty();
    }

    private State withState(Ref<Notification> ntfn, NotificationState state) {
        return s.withNotification(ntfn, s.notification(ntfn).withState(state));
    }

    private void bind() {
        Deque<Ref<Tcb>> free = new ArrayDeque<>(choice.shuffled(objects.threads()));
        for (Ref<Notification> ntfn : objects.notifications())
            if (choice.either() && !free.isEmpty()) s = Notifications.bind(s, free.pop(), ntfn);
    }

    private void signal() {
        for (Ref<Notification> ntfn : objects.notifications())
            if (s.notification(ntfn).state() instanceof NotificationState.Idle && choice.either())
                s = withState(ntfn, new NotificationState.Active(choice.badge()));
    }
}

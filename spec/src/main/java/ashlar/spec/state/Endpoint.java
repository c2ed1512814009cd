package ashlar.spec.state;

import ashlar.model.collection.PQueue;

/// An endpoint: seL4 manual ch. 4. A queue is an order of arrival.
public sealed interface Endpoint {
    record Idle() implements Endpoint { }

    record Sending(PQueue<Ref<Tcb>> queue) implements Endpoint { }

    record Receiving(PQueue<Ref<Tcb>> queue) implements Endpoint { }
}

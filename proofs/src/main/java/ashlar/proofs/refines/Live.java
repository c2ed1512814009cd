package ashlar.proofs.refines;

import ashlar.model.platform.Platform;
import ashlar.spec.state.Ref;
import ashlar.spec.state.State;

/// Where each layout's fields may be accessed.
public final class Live {
    private Live() { }

    public static boolean thread(State s, long thread) {
        return s.threads().has(new Ref<>(thread));
    }

    public static boolean endpoint(State s, long ep) {
        return s.endpoints().has(new Ref<>(ep));
    }

    public static boolean level(State s, long domain, long priority) {
        return domain >= 0 && domain < Platform.NUM_DOMAINS && priority >= 0
            && priority < Platform.NUM_PRIORITIES;
    }

    public static boolean domain(State s, long domain) {
        return domain >= 0 && domain < Platform.NUM_DOMAINS;
    }
}

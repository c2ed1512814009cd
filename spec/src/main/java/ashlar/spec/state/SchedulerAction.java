package ashlar.spec.state;

/// What the scheduler is to do at the end of the kernel call.
public sealed interface SchedulerAction {
    record ResumeCurrent() implements SchedulerAction { }

    record ChooseNew() implements SchedulerAction { }

    record SwitchTo(Ref<Tcb> thread) implements SchedulerAction { }
}

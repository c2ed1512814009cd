package ashlar.refinement.subset;

/// The parts of the code that are written in a subset of Java.
public enum Layer {
    SPEC, KERNEL, MODEL, DRIVER
}

package ashlar.model.machine;

/// Blocks of one page of code, compiled for the JVM.
abstract class Region<P extends Processor> {
    /// Runs from the pc, where one of its blocks begins, as long as control stays in it and there is time
    /// for whole blocks. The instructions of a block are counted when it begins.
    abstract void run(P cpu, Core<P> core);
}

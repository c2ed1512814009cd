package ashlar.model.x86_64;

/// What `cpuid` and `rdtsc` answer.
public abstract class Surroundings {
    public static final int EAX = 0;
    public static final int EBX = 1;
    public static final int ECX = 2;
    public static final int EDX = 3;

    protected Surroundings() { }

    /// @param register [#EAX], [#EBX], [#ECX] or [#EDX]
    /// @return its 32 bits after `cpuid` with leaf in EAX and subleaf in ECX
    public abstract long cpuid(long leaf, long subleaf, int register);

    public abstract long timeStamp();

    /// What `rdtscp` puts into ECX.
    public abstract long processor();
}

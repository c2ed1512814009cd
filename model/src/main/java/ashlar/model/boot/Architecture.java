package ashlar.model.boot;

/// The instruction sets that programs are built for.
public enum Architecture {
    AARCH64(183, "AArch64"),
    X86_64(62, "x86-64");

    private final int machine;
    private final String title;

    /// @param machine e_machine of an ELF file
    Architecture(int machine, String title) {
        this.machine = machine;
        this.title = title;
    }

    int machine() {
        return machine;
    }

    /// As its vendor writes it.
    public String title() {
        return title;
    }
}

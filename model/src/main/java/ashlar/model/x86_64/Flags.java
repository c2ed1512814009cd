package ashlar.model.x86_64;

/// Bits of RFLAGS.
public final class Flags {
    public static final long CF = 1;
    public static final long PF = 1 << 2;
    public static final long AF = 1 << 4;
    public static final long ZF = 1 << 6;
    public static final long SF = 1 << 7;
    public static final long TF = 1 << 8;
    public static final long IF = 1 << 9;
    public static final long DF = 1 << 10;
    public static final long OF = 1 << 11;
    public static final long NT = 1 << 14;
    public static final long RF = 1 << 16;
    public static final long AC = 1 << 18;
    public static final long ID = 1 << 21;
    /// The flags that arithmetic sets.
    public static final long STATUS = CF | PF | AF | ZF | SF | OF;
    /// The flags that a program may change.
    public static final long PROGRAM = STATUS | TF | DF | NT | AC | ID;

    static final long ALWAYS = 1 << 1;

    private Flags() { }
}

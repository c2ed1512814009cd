package ashlar.model.x86_64;

/// An instruction that wants the kernel: an exception, a software interrupt or a system call. Registers and
/// memory are as they were before it.
public final class Trap extends RuntimeException {
    public static final int DIVIDE_ERROR = 0;
    public static final int DEBUG = 1;
    public static final int BREAKPOINT = 3;
    public static final int UNDEFINED_OPCODE = 6;
    public static final int GENERAL_PROTECTION = 13;
    public static final int FLOATING_POINT = 16;
    public static final int SIMD_FLOATING_POINT = 19;
    /// `int n` of user mode, through a gate that the kernel may have opened; the error code is the vector.
    public static final int SOFTWARE_INTERRUPT = 256;
    /// `syscall`: it is for the kernel's entry to set RCX and R11.
    public static final int SYSTEM_CALL = 257;

    private static final long serialVersionUID = 1;

    private final int vector;
    private final long errorCode;
    private final int length;

    Trap(int vector, long errorCode, int length) {
        super(null, null, false, false);
        this.vector = vector;
        this.errorCode = errorCode;
        this.length = length;
    }

    Trap(int vector) {
        this(vector, 0, 0);
    }

    /// Interrupt vector of the exception, or one of the two numbers above 255.
    public int vector() {
        return vector;
    }

    public long errorCode() {
        return errorCode;
    }

    /// How many bytes after the instruction's address the kernel finds the saved instruction pointer.
    public int length() {
        return length;
    }

    @Override
    public String getMessage() {
        return "trap %d (0x%x)".formatted(vector, errorCode);
    }
}

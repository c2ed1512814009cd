package ashlar.model.x86_64;

/// The control and status register of SSE.
public final class Mxcsr {
    private int value = 0x1f80;

    public int value() {
        return value;
    }

    public void set(int value) {
        this.value = value;
    }
}

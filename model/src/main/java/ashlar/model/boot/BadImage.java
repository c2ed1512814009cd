package ashlar.model.boot;

/// A file is not a program that can be booted; the message says why, in one line.
public final class BadImage extends Exception {
    private static final long serialVersionUID = 1;

    public BadImage(String message) {
        super(message);
    }
}

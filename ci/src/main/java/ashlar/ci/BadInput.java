package ashlar.ci;

/// What Ashlar was given to read is wrong; the message is one line.
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}

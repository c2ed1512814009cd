package ashlar.refinement.report;

import ashlar.refinement.api.Verdict;

/// What a piece of text is to say by its colour.
public enum Tone {
    GOOD("32"), BAD("31"), DOUBT("33"), FAINT("2"), STRONG("1");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    /// The tone of a verdict.
    public static Tone of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Proved()  -> GOOD;
            case Verdict.Refuted _ -> BAD;
            case Verdict.Failed _  -> BAD;
            case Verdict.Faulty _  -> BAD;
            default                -> DOUBT;
        };
    }

    /// text in this tone, as a terminal wants it if coloured, else as it is.
    public String paint(String text, boolean coloured) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

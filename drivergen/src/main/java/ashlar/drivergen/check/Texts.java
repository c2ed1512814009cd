package ashlar.drivergen.check;

import org.antlr.v4.runtime.Token;

/// Words of the language, as values.
final class Texts {
    private Texts() { }

    static String unquoted(Token string) {
        return string == null ? "" : string.getText().substring(1, string.getText().length() - 1);
    }

    /// Without the quotes that keep a name from being a word of the language.
    static String name(Token id) {
        String text = id.getText();
        return text.startsWith("`") ? text.substring(1, text.length() - 1) : text;
    }

    /// @throws NumberFormatException if it has more than 64 bits
    static long number(String text) {
        String digits = text.replace("_", "");
        if (digits.startsWith("0x")) return Long.parseUnsignedLong(digits.substring(2), 16);
        if (digits.startsWith("0b")) return Long.parseUnsignedLong(digits.substring(2), 2);
        return Long.parseUnsignedLong(digits);
    }
}

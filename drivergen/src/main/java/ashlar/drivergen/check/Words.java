package ashlar.drivergen.check;

import ashlar.drivergen.grammar.DeviceSpecLexer;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;

/// Words of the language are names where only a name can stand: behind `.` and behind what declares, before
/// `:` and before `=`; `size(` and `full(` are calls.
final class Words {
    private static final Set<String> DECLARING = Set.of("register", "operation", "step", "const", "enum",
        "state",
        "input", "output", "define", "action", "environment", "given", "bind", "let", "event", "layout",
            "shared");

    private Words() { }

    static TokenSource of(String text) {
        var lexer = new DeviceSpecLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        List<? extends Token> tokens = lexer.getAllTokens();
        for (int i = 0; i < tokens.size(); i++) {
            String before = i == 0 ? "" : tokens.get(i - 1).getText();
            String after = i == tokens.size() - 1 ? "" : tokens.get(i + 1).getText();
            if (isWord(tokens.get(i)) && isName(before, tokens.get(i).getText(), after))
                ((CommonToken) tokens.get(i)).setType(DeviceSpecLexer.ID);
        }
        return new ListTokenSource(tokens);
    }

    private static boolean isWord(Token t) {
        return t.getText().matches("[a-z]+[01]?");
    }

    private static boolean isName(String before, String text, String after) {
        return before.equals(".") || DECLARING.contains(before) || after.equals(":") || after.equals("=")
            || (text.equals("size") || text.equals("full")) && after.equals("(");
    }
}

package ashlar.drivergen.check;

import ashlar.drivergen.grammar.DeviceSpecParser;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/// Text to parse tree, with readable complaints.
final class Syntax {
    private Syntax() { }

    static DeviceSpecParser.SpecificationContext parse(String text, Complaints complaints) {
        var parser = new DeviceSpecParser(new CommonTokenStream(Words.of(text)));
        ReadableErrors.install(parser, (at, wrong, expected) -> complaints.add(at, wrong, expected));
        return parser.specification();
    }

    /// True if the parser stumbled within the part.
    static boolean hasErrors(ParseTree part) {
        if (part instanceof ErrorNode) return true;
        if (part instanceof ParserRuleContext rule && (rule.exception != null
            || rule.start == null)) return true;
        for (int i = 0; i < part.getChildCount(); i++)
            if (hasErrors(part.getChild(i))) return true;
        return false;
    }

    /// The parts that can be read; the words of the others are remembered.
    static <T extends ParserRuleContext> List<T> readable(List<T> parts, Complaints complaints) {
        return parts.stream().filter(p -> !complaints.isBroken(p)).toList();
    }
}

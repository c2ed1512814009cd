package ashlar.drivergen.check;

import ashlar.drivergen.ast.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/// What is wrong in a file, as it is found.
final class Complaints {
    private final String file;
    private final List<Complaint> found = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    Complaints(String file) {
        this.file = file;
    }

    Place place(Token at) {
        return new Place(file, at.getLine(), at.getCharPositionInLine() + 1);
    }

    void add(Token at, String wrong, String expected) {
        add(place(at), wrong, expected);
    }

    void add(ParserRuleContext at, String wrong, String expected) {
        add(at.start, wrong, expected);
    }

    void add(Place place, String wrong, String expected) {
        found.add(new Complaint(place, wrong, expected));
    }

    void addAll(List<Complaint> more) {
        found.addAll(more);
    }

    /// What stands in a part with a syntax error may be declared there: it is not complained of twice.
    void addUnknown(Token name, String wrong, String expected) {
        if (!unreadable.contains(name.getText())) add(name, wrong, expected);
    }

    /// True if part of it cannot be read; its words are then remembered.
    boolean isBroken(ParserRuleContext part) {
        if (!Syntax.hasErrors(part)) return false;
        remember(part);
        return true;
    }

    private void remember(ParseTree part) {
        if (part instanceof TerminalNode word) unreadable.add(word.getText());
        for (int i = 0; i < part.getChildCount(); i++) remember(part.getChild(i));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /// In the order of the file, without repetition.
    List<Complaint> all() {
        return found.stream().distinct().sorted(Complaint.IN_ORDER).toList();
    }
}

package ashlar.refinement.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The arguments of a call that can be said in a word: numbers, truth values, addresses.
final class Arguments {
    private Arguments() { }

    /// `t = 80001800` for each that a lambda does not have from around it.
    static List<String> named(Call call) {
        List<String> words = new ArrayList<>();
        List<String> names = call.function().parameters();
        for (int i = call.function().captured(); i < call.arguments().size(); i++) {
            Object value = call.arguments().get(i);
            if (isWord(value) && !names.get(i).isEmpty()) words.add(names.get(i) + " = " + Words.of(value));
        }
        return words;
    }

    /// `TcbPtr.epPrev(80001800)`.
    static String call(Call call) {
        return call.function().shortName() + call.arguments().stream().filter(Arguments::isWord)
            .map(Words::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static boolean isWord(Object value) {
        return value instanceof Number || value instanceof Boolean || Words.isAddress(value);
    }
}

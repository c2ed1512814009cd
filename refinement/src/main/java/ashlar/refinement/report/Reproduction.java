package ashlar.refinement.report;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Counterexample;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The source text of a JUnit test that runs an obligation in one state: it passes once the state refutes it
/// no more. The test belongs in the obligation's package.
public final class Reproduction {
    private static final int WIDTH = 100;
    private static final String INDENT = " ".repeat(8);

    private final Literals literals = new Literals();
    private final List<String> statements = new ArrayList<>();

    private Reproduction() { }

    /// @param arguments the state
    /// @throws IllegalArgumentException if an argument cannot be written as Java
    public static String of(Method obligation, Object[] arguments, Counterexample example) {
        return new Reproduction().text(obligation, arguments, example);
    }

    private String text(Method obligation, Object[] arguments, Counterexample example) {
        Parameter[] parameters = obligation.getParameters();
        for (int i = 0; i < parameters.length; i++) declare(parameters[i], arguments[i]);
        Class<?> owner = obligation.getDeclaringClass();
        String name = obligation.getName();
        String call = literals.name(owner) + "." + name + Arrays.stream(parameters)
            .map(Parameter::getName).collect(Collectors.joining(", ", "(", ");"));
        String imports = literals.imports().stream()
            .filter(c -> !c.substring(0, c.lastIndexOf('.')).equals(owner.getPackageName()))
            .map(c -> "import " + c + ";\n").collect(Collectors.joining());
        String picture = TextPicture.lines(name, example, WIDTH, false).stream().skip(1)
            .map(l -> ("    /// " + l).stripTrailing() + "\n").collect(Collectors.joining());
        return """
            package %s;

            %simport org.junit.jupiter.api.Test;

            class %sRegressionTest {
                /// This state once refuted the obligation:
                /// ```
            %s    /// ```
                @Test void %s_where_it_failed_once() {
            %s
                    %s
                }
            }
            """.formatted(owner.getPackageName(), imports, capitalised(name), picture, name,
                statements.stream().map(s -> INDENT + s).collect(Collectors.joining("\n")), call);
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void declare(Parameter parameter, Object value) {
        Declared type = Declared.of(parameter.getParameterizedType(), Map.of());
        String declaration = literals.name(type) + " " + parameter.getName() + " = ";
        if (value instanceof Machine machine) {
            statements.add(declaration + "new Machine();");
            machine.words().forEach((addr, word) -> statements.add("%s.store64(%s, %s);"
                .formatted(parameter.getName(), Literals.number(addr), Literals.number(word))));
        } else {
            statements.add(broken(declaration + literals.of(value, type) + ";"));
        }
    }

    /// A long expression, broken before the calls of a chain and, where that is not enough, at blanks.
    private static String broken(String statement) {
        if (statement.length() <= WIDTH - INDENT.length()) return statement;
        String more = "\n" + INDENT + "    ";
        return statement.replaceAll("(?=\\.(put|append|add|addRoot|addChild)\\()", "\n").lines()
            .map(line -> String.join(more + "    ", Columns.wrap(line, WIDTH - more.length() - 4)))
            .collect(Collectors.joining(more));
    }
}

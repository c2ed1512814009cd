package ashlar.drivergen.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Drivers in the kernel's subset of Java, over Bus; words are long, filled with zeros.
record JavaDialect(String packageName) implements Dialect {
    @Override public List<String> busParameters(List<String> buses) {
        List<String> parameters = new ArrayList<>(List.of("Bus bus"));
        buses.forEach(b -> parameters.add("long " + b));
        return parameters;
    }

    @Override public List<String> busArguments(List<String> buses) {
        List<String> arguments = new ArrayList<>(List.of("bus"));
        arguments.addAll(buses);
        return arguments;
    }

    @Override public String read(int bits, boolean port, String address) {
        return "bus.read" + bits + "(" + address + ")";
    }

    @Override public String write(int bits, boolean port, String address, String value) {
        return "bus.write" + bits + "(" + address + ", " + value + ")";
    }

    @Override public String number(long value, int bits) {
        return value >= 0 && value <= Integer.MAX_VALUE ? Formula.number(value) : "0x"
            + Long.toHexString(value) + "L";
    }

    @Override public String cut(String value, int bits) {
        return bits == 64 ? value : "(" + value + ") & " + number((1L << bits) - 1, bits);
    }

    @Override public String compare(String left, String operator, String right, int bits) {
        boolean signless = bits < 64 || operator.equals("==") || operator.equals("!=");
        return signless ? left + " " + operator + " " + right
            : "Long.compareUnsigned(" + left + ", " + right + ") " + operator + " 0";
    }

    @Override public String shiftRight(String value, String by) {
        return value + " >>> " + by;
    }

    @Override public String parameter(String name, int bits) {
        return "long " + name;
    }

    @Override public String local(String name, String value, int bits) {
        return "long " + name + " = " + value + ";";
    }

    @Override public String constant(String name, long value, int bits, String remark) {
        return "    private static final long " + name + " = " + number(value, bits) + ";"
            + (remark.isEmpty() ? "" : "  // " + remark) + "\n";
    }

    @Override public String function(boolean open, Result result, String name, List<String> parameters) {
        String type = switch (result) {
            case NOTHING       -> "void";
            case TRUTH         -> "boolean";
            case STATUS, VALUE -> "long";
        };
        return "    " + (open ? "public" : "private") + " static " + type + " " + name + "("
            + String.join(", ", parameters) + ")";
    }

    @Override public String barrier(String kind) {
        return "// " + kind + " barrier: the simulated bus keeps the order of accesses";
    }

    @Override public String begin(String name, String title, List<String> sources, List<String> errors) {
        var text = new StringBuilder("package " + packageName + ";\n\nimport ashlar.model.bus.Bus;\n\n/// "
            + title + ".\n");
        sources.forEach(s -> text.append("/// Source: ").append(s).append(".\n"));
        text.append("public final class ").append(name).append(" {\n    public static final long OK = 0;\n");
        for (int i = 0; i < errors.size(); i++)
            text.append("    public static final long ").append(errors.get(i).toUpperCase(Locale.ROOT))
                .append(" = -")
                .append(i + 1).append(";\n");
        return text.append('\n').toString();
    }

    @Override public String end() {
        return "}\n";
    }
}

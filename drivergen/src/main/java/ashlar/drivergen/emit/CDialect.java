package ashlar.drivergen.emit;

import ashlar.drivergen.ast.Bus;
import ashlar.drivergen.ast.Device;
import ashlar.drivergen.ast.Register;
import java.util.List;
import java.util.Locale;

/// Drivers in freestanding C11. Memory is accessed by volatile pointers; ports by functions that the platform
/// gives.
final class CDialect implements Dialect {
    private final Device device;
    private final String prefix;

    CDialect(Device device, String driver) {
        this.device = device;
        this.prefix = driver.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    @Override public List<String> busParameters(List<String> buses) {
        return buses.stream().map(b -> "uintptr_t " + b).toList();
    }

    @Override public List<String> busArguments(List<String> buses) {
        return buses;
    }

    @Override public String read(int bits, boolean port, String address) {
        return (port ? "port_read" : "read") + bits + "(" + address + ")";
    }

    @Override public String write(int bits, boolean port, String address, String value) {
        return (port ? "port_write" : "write") + bits + "(" + address + ", (uint" + bits + "_t)(" + value
            + "))";
    }

    @Override public String number(long value, int bits) {
        return bits > 32 ? "UINT64_C(0x" + Long.toHexString(value) + ")" : Formula.number(value) + "u";
    }

    @Override public String cut(String value, int bits) {
        return bits == 64 || bits == 32 ? "(uint" + bits + "_t)(" + value + ")"
            : "(" + value + ") & " + number((1L << bits) - 1, bits);
    }

    @Override public String compare(String left, String operator, String right, int bits) {
        return left + " " + operator + " " + right;
    }

    @Override public String shiftRight(String value, String by) {
        return value + " >> " + by;
    }

    private static String type(int bits) {
        return bits <= 8 ? "uint8_t" : bits <= 16 ? "uint16_t" : bits <= 32 ? "uint32_t" : "uint64_t";
    }

    @Override public String parameter(String name, int bits) {
        return type(bits) + " " + name;
    }

    @Override public String local(String name, String value, int bits) {
        return "const " + type(bits) + " " + name + " = (" + type(bits) + ")(" + value + ");";
    }

    @Override public String constant(String name, long value, int bits, String remark) {
        return "#define " + name + " " + number(value, bits)
            + (remark.isEmpty() ? "" : "  /* " + remark + " */") + "\n";
    }

    @Override public String function(boolean open, Result result, String name, List<String> parameters) {
        String type = switch (result) {
            case NOTHING -> "void";
            case TRUTH   -> "bool";
            case STATUS  -> "int";
            case VALUE   -> "int64_t";
        };
        String list = parameters.isEmpty() ? "void" : String.join(", ", parameters);
        if (!open) return "static " + type + " " + name + "(" + list + ")";
        String full = prefix + "_" + name;
        return type + " " + full + "(" + list + ");\n" + type + " " + full + "(" + list + ")";
    }

    @Override public String barrier(String kind) {
        return "atomic_thread_fence(memory_order_" + switch (kind) {
            case "store" -> "release";
            case "load"  -> "acquire";
            default      -> "seq_cst";
        } + ");";
    }

    @Override public String begin(String name, String title, List<String> sources, List<String> errors) {
        var text = new StringBuilder("/* " + title + ". */\n");
        sources.forEach(s -> text.append("/* Source: ").append(s).append(". */\n"));
        text.append("#include <stdatomic.h>\n#include <stdbool.h>\n#include <stdint.h>\n\n");
        device.registers().stream().filter(r -> isPort(r) || isMemory(r))
            .map(r -> accessors(r.bits(), isPort(r)))
            .distinct().forEach(text::append);
        text.append("\nenum { OK = 0");
        for (int i = 0; i < errors.size(); i++)
            text.append(", ").append(errors.get(i).toUpperCase(Locale.ROOT)).append(" = -").append(i + 1);
        return text.append(" };\n\n").toString();
    }

    private boolean isPort(Register r) {
        return device.bus(r.bus()).orElseThrow().kind() == Bus.Kind.PORT;
    }

    private boolean isMemory(Register r) {
        return device.bus(r.bus()).orElseThrow().kind() == Bus.Kind.MEMORY;
    }

    private static String accessors(int bits, boolean port) {
        String accessors = port ? """
            extern uint%1$d_t port_read%1$d(uintptr_t port);
            extern void port_write%1$d(uintptr_t port, uint%1$d_t value);
            """ : """
            static inline uint%1$d_t read%1$d(uintptr_t address)
            {
                return *(const volatile uint%1$d_t *)address;
            }

            static inline void write%1$d(uintptr_t address, uint%1$d_t value)
            {
                *(volatile uint%1$d_t *)address = value;
            }

            """;
        return accessors.formatted(bits);
    }

    @Override public String end() {
        return "";
    }
}

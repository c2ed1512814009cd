package ashlar.model.aarch64;

/// The condition codes.
final class Condition {
    private Condition() { }

    static boolean holds(Cpu cpu, int cond) {
        return switch (cond) {
            case 0  -> cpu.z;
            case 1  -> !cpu.z;
            case 2  -> cpu.c;
            case 3  -> !cpu.c;
            case 4  -> cpu.n;
            case 5  -> !cpu.n;
            case 6  -> cpu.v;
            case 7  -> !cpu.v;
            case 8  -> cpu.c && !cpu.z;
            case 9  -> !cpu.c || cpu.z;
            case 10 -> cpu.n == cpu.v;
            case 11 -> cpu.n != cpu.v;
            case 12 -> cpu.n == cpu.v && !cpu.z;
            case 13 -> cpu.n != cpu.v || cpu.z;
            default -> true;
        };
    }

    static String name(int cond) {
        return switch (cond) {
            case 0  -> "eq";
            case 1  -> "ne";
            case 2  -> "cs";
            case 3  -> "cc";
            case 4  -> "mi";
            case 5  -> "pl";
            case 6  -> "vs";
            case 7  -> "vc";
            case 8  -> "hi";
            case 9  -> "ls";
            case 10 -> "ge";
            case 11 -> "lt";
            case 12 -> "gt";
            case 13 -> "le";
            case 14 -> "al";
            default -> "nv";
        };
    }
}

package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Access;
import ashlar.drivergen.ast.ReadEffect;
import ashlar.drivergen.ast.WriteEffect;
import java.util.Set;

/// What SystemRDL's properties are here.
final class RdlProperties {
    private static final Set<String> KNOWN = Set.of("name", "desc", "sw", "onread", "onwrite", "rclr",
        "rset", "woclr",
        "woset", "reset", "encode", "regwidth", "accesswidth", "fieldwidth", "mementries", "memwidth",
            "addressing",
        "alignment", "lsb0", "msb0", "littleendian", "bigendian", "ispresent");

    private RdlProperties() { }

    static boolean isKnown(String property) {
        return KNOWN.contains(property);
    }

    private static String word(RdlNode node, String property) {
        return node.properties.get(property) instanceof RdlValues.Word(String text) ? text : "";
    }

    static Access access(RdlNode field) {
        return switch (word(field, "sw")) {
            case "r"        -> Access.RO;
            case "w"        -> Access.WO;
            case "rw1"      -> new Access(true, true, true);
            case "w1"       -> new Access(false, true, true);
            case "na"       -> Access.NONE;
            default         -> Access.RW;
        };
    }

    static ReadEffect onRead(RdlNode field) {
        return switch (word(field, "onread")) {
            case "rclr"  -> ReadEffect.CLEARS;
            case "rset"  -> ReadEffect.SETS;
            case "ruser" -> ReadEffect.ACTS;
            default      -> ReadEffect.NONE;
        };
    }

    static WriteEffect onWrite(RdlNode field) {
        return switch (word(field, "onwrite")) {
            case "woclr" -> WriteEffect.ONE_CLEARS;
            case "woset" -> WriteEffect.ONE_SETS;
            case "wot"   -> WriteEffect.ONE_TOGGLES;
            case "wzc"   -> WriteEffect.ZERO_CLEARS;
            case "wzs"   -> WriteEffect.ZERO_SETS;
            case "wzt"   -> WriteEffect.ZERO_TOGGLES;
            case "wclr"  -> WriteEffect.CLEARS;
            case "wset"  -> WriteEffect.SETS;
            case "wuser" -> WriteEffect.ACTS;
            default      -> WriteEffect.REPLACES;
        };
    }

    static String encode(RdlNode field) {
        return word(field, "encode");
    }

    static String title(RdlNode node) {
        return node.text("desc").isEmpty() ? node.text("name") : node.text("desc");
    }

    static String addressing(RdlNode node) {
        return word(node, "addressing");
    }

    static boolean isAbsent(RdlNode node) {
        return node.properties.containsKey("ispresent") && !node.is("ispresent");
    }
}

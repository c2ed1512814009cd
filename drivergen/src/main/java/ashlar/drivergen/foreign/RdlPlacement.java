package ashlar.drivergen.foreign;

/// Gives addresses to instances without one.
final class RdlPlacement {
    private RdlPlacement() { }

    static void place(RdlNode node) {
        node.children.removeIf(RdlProperties::isAbsent);
        long next = 0;
        for (RdlNode child : node.children) {
            if (!child.isAddressed()) continue;
            place(child);
            child.offset = child.at != null ? child.at : up(next, alignment(node, child));
            next = Math.max(next, child.offset + child.total());
        }
    }

    private static long alignment(RdlNode parent, RdlNode child) {
        if (child.align != null) return Math.max(child.align, 1);
        long asked = parent.number("alignment", 0);
        if (asked > 0) return asked;
        return switch (RdlProperties.addressing(parent)) {
            case "compact"   -> Math.max(1, access(child));
            case "fullalign" -> power(child.total());
            default          -> child.kind.equals("reg") || child.kind.equals("mem") ? power(word(child))
                : power(child.bytes());
        };
    }

    private static long word(RdlNode child) {
        return child.kind.equals("mem") ? (child.number("memwidth", 32) + 7) / 8 : child.bytes();
    }

    /// The widest access within, in bytes.
    private static long access(RdlNode node) {
        if (node.kind.equals("reg")) return node.number("accesswidth", node.number("regwidth", 32)) / 8;
        if (node.kind.equals("mem")) return word(node);
        return node.children.stream().filter(RdlNode::isAddressed).mapToLong(RdlPlacement::access).max()
            .orElse(1);
    }

    private static long power(long size) {
        return size <= 1 ? 1 : Long.highestOneBit(size - 1) << 1;
    }

    private static long up(long address, long alignment) {
        return (address + alignment - 1) / alignment * alignment;
    }
}

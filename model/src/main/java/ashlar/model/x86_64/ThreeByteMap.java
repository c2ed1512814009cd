package ashlar.model.x86_64;

/// The opcodes after 0f 38 and 0f 3a.
final class ThreeByteMap {
    private ThreeByteMap() { }

    static Instruction decode38(Encoding e, int opcode) {
        e.modRm();
        boolean isCrc = e.repeat() == 0xf2 && (opcode & 0xfe) == 0xf0;
        return isCrc ? Crc32.decode(e, opcode) : e.undefined();
    }

    static Instruction decode3a(Encoding e, int opcode) {
        e.modRm();
        return e.undefined();
    }
}

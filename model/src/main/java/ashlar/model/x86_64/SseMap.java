package ashlar.model.x86_64;

/// The opcodes of SSE after 0f.
final class SseMap {
    private SseMap() { }

    static Instruction decode(Encoding e, int opcode) {
        return e.undefined();
    }
}

package ashlar.model.x86_64;

/// Packed integer instructions that work lane by lane: PADDB .. PSUBQ with and without saturation, PCMPEQB ..
/// PCMPGTQ, PMINSB .. PMAXUD, PAVGB, PAVGW, PMULLW .. PMULLD, PMULHRSW, PSIGNB .. PSIGND, PABSB .. PABSD.
/// @param operation of [Lanes]
/// @param bits      of a lane
public record PackedLanes(int operation, int bits, int destination, Vector source, int length)
    implements Instruction {
    @Override
    public void execute(Cpu cpu) {
        source.requireAligned(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        cpu.x[2 * destination] = Lanes.apply(operation, bits, cpu.x[2 * destination], low);
        cpu.x[2 * destination + 1] = Lanes.apply(operation, bits, cpu.x[2 * destination + 1], high);
    }

    @Override
    public String assembly(long pc) {
        return name() + Names.lane(bits) + " xmm" + destination + "," + source.text(128);
    }

    private String name() {
        return switch (operation) {
            case Lanes.ADD                    -> "padd";
            case Lanes.SUB                    -> "psub";
            case Lanes.EQUAL                  -> "pcmpeq";
            case Lanes.GREATER                -> "pcmpgt";
            case Lanes.ADD_SIGNED             -> "padds";
            case Lanes.ADD_UNSIGNED           -> "paddus";
            case Lanes.SUB_SIGNED             -> "psubs";
            case Lanes.SUB_UNSIGNED           -> "psubus";
            case Lanes.MIN_SIGNED             -> "pmins";
            case Lanes.MIN_UNSIGNED           -> "pminu";
            case Lanes.MAX_SIGNED             -> "pmaxs";
            case Lanes.MAX_UNSIGNED           -> "pmaxu";
            case Lanes.AVERAGE                -> "pavg";
            case Lanes.MULTIPLY_LOW           -> "pmull";
            case Lanes.MULTIPLY_HIGH          -> "pmulh";
            case Lanes.MULTIPLY_HIGH_UNSIGNED -> "pmulhu";
            case Lanes.MULTIPLY_ROUNDED       -> "pmulhrs";
            case Lanes.SIGN                   -> "psign";
            default                           -> "pabs";
        };
    }
}

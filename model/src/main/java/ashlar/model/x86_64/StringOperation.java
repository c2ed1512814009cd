package ashlar.model.x86_64;

/// MOVS, CMPS, STOS, LODS, SCAS. With a repeat prefix each execution is one round: `cpu.pc` stays until the
/// last.
/// @param bits    of an element
/// @param repeat  0, 0xf3 (rep, repe) or 0xf2 (repne)
/// @param segment of the source, as in [Address]
/// @param isShort whether addresses and count are ESI, EDI, ECX
public record StringOperation(int operation, int bits, int repeat, int segment, boolean isShort, int length)
    implements Instruction {
    static final int MOVS = 0xa4;
    static final int CMPS = 0xa6;
    static final int STOS = 0xaa;
    static final int LODS = 0xac;

    /// Opcodes a4..a7, aa..af.
    static Instruction decode(Encoding e, int opcode) {
        return new StringOperation(opcode & 0xfe, e.bits(opcode), e.repeat(), e.segment(), e.has67(),
            e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long count = cpu.r[Cpu.RCX] & Bits.mask(addressBits());
        if (repeat == 0 || count != 0) round(cpu);
        if (repeat != 0 && count != 0) cpu.setRegister(Cpu.RCX, addressBits(), count - 1);
        boolean isLast = repeat == 0 || count <= 1 && count >= 0
            || compares() && cpu.zero() == (repeat == 0xf2);
        if (isLast) cpu.pc += length;
    }

    private boolean compares() {
        return operation == CMPS || operation > LODS;
    }

    private void round(Cpu cpu) {
        switch (operation) {
            case MOVS -> {
                cpu.store(bits, target(cpu), cpu.load(bits, source(cpu)));
                step(cpu, Cpu.RSI);
                step(cpu, Cpu.RDI);
            }
            case CMPS -> {
                compare(cpu, cpu.load(bits, source(cpu)), cpu.load(bits, target(cpu)));
                step(cpu, Cpu.RSI);
                step(cpu, Cpu.RDI);
            }
            case STOS -> {
                cpu.store(bits, target(cpu), cpu.r[Cpu.RAX]);
                step(cpu, Cpu.RDI);
            }
            case LODS -> {
                cpu.setRegister(Cpu.RAX, bits, cpu.load(bits, source(cpu)));
                step(cpu, Cpu.RSI);
            }
            default   -> {
                compare(cpu, cpu.r[Cpu.RAX] & Bits.mask(bits), cpu.load(bits, target(cpu)));
                step(cpu, Cpu.RDI);
            }
        }
    }

    private void compare(Cpu cpu, long a, long b) {
        cpu.setSubtractFlags(bits, a, b, a - b);
    }

    private int addressBits() {
        return isShort ? 32 : 64;
    }

    private long target(Cpu cpu) {
        return cpu.r[Cpu.RDI] & Bits.mask(addressBits());
    }

    private long source(Cpu cpu) {
        long base = segment == 0 ? 0 : segment == Address.FS ? cpu.fsBase : cpu.gsBase;
        return base + (cpu.r[Cpu.RSI] & Bits.mask(addressBits()));
    }

    private void step(Cpu cpu, int register) {
        cpu.setRegister(register, addressBits(), cpu.r[register] + cpu.direction() * (bits >> 3));
    }

    @Override
    public boolean endsBlock() {
        return true;
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case MOVS -> "movs";
            case CMPS -> "cmps";
            case STOS -> "stos";
            case LODS -> "lods";
            default   -> "scas";
        };
        return prefix() + name + Names.lane(bits);
    }

    private String prefix() {
        if (repeat == 0) return "";
        return repeat == 0xf2 ? "repnz " : compares() ? "repz " : "rep ";
    }
}

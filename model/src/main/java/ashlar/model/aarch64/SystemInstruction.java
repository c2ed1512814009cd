package ashlar.model.aarch64;

/// SYS as far as EL0 has it: `ic ivau`, `dc zva`, `dc cvac`, `dc cvau`, `dc cvap`, `dc civac`: "System
/// instructions". Caches hold nothing that memory does not; `ic ivau` ends a block, so that what follows is
/// fetched anew.
/// @param operation op0, op1, CRn, CRm, op2: 16 bits
public record SystemInstruction(int operation, int rt) implements Instruction {
    //  31..........19 18.16 15..12 11..8 7.5 4..0
    //  1101010100001  op1   CRn    CRm   op2 Rt
    static final int MASK = 0xFFF8_0000;
    static final int MATCH = 0xD508_0000;

    private static final int IC_IVAU = 0b01_011_0111_0101_001;
    private static final int DC_ZVA = 0b01_011_0111_0100_001;
    private static final int DC_CVAC = 0b01_011_0111_1010_001;
    private static final int DC_CVAU = 0b01_011_0111_1011_001;
    private static final int DC_CVAP = 0b01_011_0111_1100_001;
    private static final int DC_CIVAC = 0b01_011_0111_1110_001;

    static Instruction decode(int w) {
        int operation = Fields.bits(w, 20, 5);
        return switch (operation) {
            case IC_IVAU, DC_ZVA, DC_CVAC, DC_CVAU, DC_CVAP, DC_CIVAC ->
                new SystemInstruction(operation, Fields.rd(w));
            default -> new Undefined(w);
        };
    }

    @Override
    public void execute(Cpu cpu) {
        if (operation == DC_ZVA) {
            if (!cpu.permissions.zeroBlocks()) throw Trap.of(Trap.SYSTEM_REGISTER, iss(operation, rt, false));
            zeroBlock(cpu, cpu.x[rt] & -64);
        } else {
            if (!cpu.permissions.cleanCaches())
                throw Trap.of(Trap.SYSTEM_REGISTER, iss(operation, rt, false));
            long _ = cpu.memory.load8(cpu.x[rt]);
        }
        if (operation == IC_IVAU) cpu.pc += 4;
    }

    private static void zeroBlock(Cpu cpu, long address) {
        for (int i = 0; i < 64; i += 8) cpu.memory.store64(address + i, 0);
    }

    /// ISS of a trapped access to a system register or system instruction.
    static int iss(int register, int rt, boolean isRead) {
        int op0 = register >>> 14;
        int op1 = register >>> 11 & 7;
        int crn = register >>> 7 & 15;
        int crm = register >>> 3 & 15;
        int op2 = register & 7;
        return op0 << 20 | op2 << 17 | op1 << 14 | crn << 10 | rt << 5 | crm << 1 | (isRead ? 1 : 0);
    }

    @Override
    public boolean endsBlock() {
        return operation == IC_IVAU;
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case IC_IVAU -> "ic ivau, ";
            case DC_ZVA  -> "dc zva, ";
            case DC_CVAC -> "dc cvac, ";
            case DC_CVAU -> "dc cvau, ";
            case DC_CVAP -> "dc cvap, ";
            default      -> "dc civac, ";
        };
        return name + Text.r(true, rt);
    }
}

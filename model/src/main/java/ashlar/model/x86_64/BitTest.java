package ashlar.model.x86_64;

import static ashlar.model.x86_64.Bits.signExtend;

/// BT, BTS, BTR, BTC. An offset in a register reaches beyond the operand in memory.
public record BitTest(int operation, Operand base, Operand offset, int length) implements Instruction {
    static final int BT = 0;
    static final int BTS = 1;
    static final int BTR = 2;

    /// Opcodes 0f a3, ab, b3, bb: Ev,Gv
    static Instruction decode(Encoding e, int opcode) {
        return new BitTest(opcode >> 3 & 3, e.rmOperand(e.bits()), e.regOperand(e.bits()), e.length());
    }

    /// Opcode 0f ba /4../7: Ev,Ib
    static Instruction decodeImmediate(Encoding e) {
        Operand offset = Operand.constant(e.constant(8), 8);
        return e.extension() < 4 ? e.undefined()
            : new BitTest(e.extension() & 3, e.rmOperand(e.bits()), offset, e.length());
    }

    @Override
    public void execute(Cpu cpu) {
        long n = offset.read(cpu);
        long bit = 1L << (n & base.bits() - 1);
        if (!base.isMemory()) {
            long a = base.read(cpu);
            if (operation != BT) base.write(cpu, changed(a, bit));
            cpu.setCarry((a & bit) != 0);
        } else {
            executeInMemory(cpu, n, bit);
        }
    }

    private void executeInMemory(Cpu cpu, long n, long bit) {
        int bits = base.bits();
        long away = offset.kind() == Operand.CONSTANT ? 0 : (signExtend(n, bits) & -bits) >> 3;
        long address = base.address().in(cpu) + away;
        long a = cpu.load(bits, address);
        if (operation != BT) cpu.store(bits, address, changed(a, bit));
        cpu.setCarry((a & bit) != 0);
    }

    private long changed(long a, long bit) {
        return switch (operation) {
            case BTS -> a | bit;
            case BTR -> a & ~bit;
            default  -> a ^ bit;
        };
    }

    @Override
    public boolean mayBeLocked() {
        return base.isMemory() && operation != BT;
    }

    @Override
    public String assembly(long pc) {
        String name = switch (operation) {
            case BT  -> "bt ";
            case BTS -> "bts ";
            case BTR -> "btr ";
            default  -> "btc ";
        };
        return name + base.text() + "," + offset.text();
    }
}

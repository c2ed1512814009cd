package ashlar.model.aarch64;

/// Measures a predecoded interpreter on a loop of eight instructions: run main.
final class Speed {
    private Speed() { }

    private static final long LOOPS = 50_000_000;
    private static final int[] LOOP = {
        0xF8408422,     // ldr x2, [x1], #8
        0x8B020000,     // add x0, x0, x2
        0xCA402C00,     // eor x0, x0, x0, lsr #11
        0x92401C21,     // and x1, x1, #0xff
        0x8B040021,     // add x1, x1, x4
        0x9B037C05,     // mul x5, x0, x3
        0xF1000463,     // subs x3, x3, #1
        0x54FFFF21,     // b.ne .-28
    };

    public static void main(String[] args) {
        for (int i = 0; i < 4; i++) measure();
    }

    private static void measure() {
        Rig rig = new Rig().x(1, Ram.START).x(3, LOOPS).x(4, Ram.START);
        Instruction[] decoded = new Instruction[LOOP.length];
        for (int i = 0; i < LOOP.length; i++) decoded[i] = Decoder.decode(LOOP[i]);
        long start = System.nanoTime();
        run(rig.cpu, decoded);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%.0f million instructions a second (x0 = %x)%n",
            LOOPS * LOOP.length / seconds / 1e6, rig.cpu.x[0]);
    }

    private static void run(Cpu cpu, Instruction[] decoded) {
        long base = cpu.pc;
        while (true) {
            int at = (int) (cpu.pc - base >>> 2);
            if (at >= decoded.length) return;
            Instruction i = decoded[at];
            i.execute(cpu);
            if (!i.endsBlock()) cpu.pc += 4;
        }
    }
}

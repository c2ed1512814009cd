package ashlar.proofs.isa;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// One instruction and the state it starts in, as `src/test/isa/x86_64.c` takes it.
final class X86Case {
    static final long DATA = 0x20000000L;
    static final long WINDOW = DATA + 0xf00;
    static final int WINDOW_BYTES = 256;
    static final long READ_ONLY = DATA + 4096;
    static final long CODE = 0x30000000L;
    static final int SLOT = 64;
    static final int START = 24;
    static final int FX = 416;
    static final int BYTES = 19 * 8 + FX + 16 + WINDOW_BYTES;

    final long[] r = new long[16];
    long flags;
    long fsBase;
    long gsBase;
    final byte[] fx = new byte[FX];
    byte[] code = {};
    final byte[] memory = new byte[WINDOW_BYTES];

    ByteBuffer fx() {
        return ByteBuffer.wrap(fx).order(ByteOrder.LITTLE_ENDIAN);
    }

    void write(ByteBuffer to) {
        for (long v : r) to.putLong(v);
        to.putLong(flags).putLong(fsBase).putLong(gsBase).put(fx);
        byte[] padded = new byte[16];
        java.util.Arrays.fill(padded, (byte) 0xcc);
        System.arraycopy(code, 0, padded, 0, code.length);
        to.put(padded).put(memory);
    }
}

package ashlar.proofs.isa;

import ashlar.model.x86_64.Address;
import ashlar.model.x86_64.Identify;
import ashlar.model.x86_64.Instruction;
import ashlar.model.x86_64.PopFlags;
import ashlar.model.x86_64.SystemCall;
import ashlar.model.x86_64.TimeStamp;
import ashlar.model.x86_64.Undefined;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/// Makes random cases: a random encoding, and a state in which its operands in memory mostly lie in the
/// window.
final class X86Generator {
    private static final int NONE = 16;
    private static final int RIP = 17;

    private final Random random;
    private final X86Model model;
    private final X86Values values;

    X86Generator(Random random, X86Model model) {
        this.random = random;
        this.model = model;
        this.values = new X86Values(random);
    }

    X86Case next(int slot) {
        while (true) {
            X86Case c = new X86Case();
            c.code = bytes();
            Instruction i = model.decode(c, slot);
            if (!isWanted(i, c.code)) continue;
            c.code = Arrays.copyOf(c.code, i.length());
            fill(c);
            aim(c, slot, model.decode(c, slot));
            return c;
        }
    }

    private boolean isWanted(Instruction i, byte[] code) {
        if (i instanceof Undefined) return random.nextInt(200) == 0 && !X86Opcodes.isBeyondModel(code);
        return !(i instanceof Identify || i instanceof TimeStamp || i instanceof SystemCall)
            && !X86Opcodes.isExcluded(code);
    }

    private byte[] bytes() {
        ByteArrayOutputStream b = new ByteArrayOutputStream();
        if (random.nextInt(20) == 0) b.write(random.nextBoolean() ? 0x64 : 0x65);
        if (random.nextInt(40) == 0) b.write(0x67);
        if (random.nextInt(60) == 0) b.write(0xf0);
        int sse = random.nextInt(8);
        if (sse == 0 || sse == 1) b.write(0x66);
        if (sse == 2 || sse == 1 && random.nextInt(8) == 0) b.write(0xf3);
        if (sse == 3) b.write(0xf2);
        if (random.nextInt(5) < 3) b.write(0x40 | random.nextInt(16));
        X86Opcodes.write(b, random);
        byte[] tail = new byte[16];
        random.nextBytes(tail);
        if (random.nextInt(3) == 0) tail[0] |= (byte) 0xc0;
        b.writeBytes(tail);
        return Arrays.copyOf(b.toByteArray(), 15);
    }

    private void fill(X86Case c) {
        for (int i = 0; i < 16; i++) c.r[i] = random.nextInt(3) == 0 ? pointer() : values.integer();
        for (int i = 3; i < 8; i++) if (random.nextInt(8) != 0) c.r[i] = pointer();
        if (random.nextBoolean()) c.r[1] = random.nextInt(20);
        if (random.nextInt(4) == 0) c.r[2] = random.nextInt(5) - 2L;
        c.flags = random.nextInt() & X86State.FLAGS | 0x202;
        if (random.nextInt(4) != 0) c.flags &= ~0x400L;
        c.fsBase = X86Case.WINDOW + random.nextInt(64);
        c.gsBase = random.nextInt(0x10000) * 16L;
        values.fillMemory(c.memory);
        values.fillVectors(c.fx());
    }

    private long pointer() {
        long away = random.nextInt(X86Case.WINDOW_BYTES + 8);
        return X86Case.WINDOW + (random.nextInt(3) == 0 ? away : away & -16);
    }

    /// Moves an operand in memory into the window.
    private void aim(X86Case c, int slot, Instruction i) {
        Address a = address(i);
        if (i instanceof PopFlags && c.r[4] >= X86Case.WINDOW) maskFlags(c);
        if (a == null || a.length() == 0 || random.nextInt(50) == 0) return;
        long target = pointer() - (a.segment() == 0 ? 0 : a.segment() == 1 ? c.fsBase : c.gsBase);
        long index = a.index() == NONE ? 0 : c.r[a.index()] << a.scale();
        if (a.base() == RIP) patch(c, slot, a, (int) (target - X86Model.pc(slot) - a.length()));
        else if (a.base() == NONE && a.index() == NONE) patch(c, slot, a, (int) target);
        else if (a.base() == NONE) c.r[a.index()] = target - a.displacement() >> a.scale();
        else if (a.base() == a.index()) c.r[a.base()] = (target - a.displacement()) / (1 + (1 << a.scale()));
        else c.r[a.base()] = target - a.displacement() - index;
    }

    private static void maskFlags(X86Case c) {
        ByteBuffer memory = ByteBuffer.wrap(c.memory).order(ByteOrder.LITTLE_ENDIAN);
        int at = (int) (c.r[4] - X86Case.WINDOW);
        if (at >= 0 && at + 8 <= memory.capacity()) memory.putLong(at, memory.getLong(at) & X86State.FLAGS);
    }

    /// Writes a displacement of four bytes where the decoder finds it.
    private void patch(X86Case c, int slot, Address old, int displacement) {
        byte[] before = c.code;
        for (int at = 1; at + 4 <= before.length; at++) {
            c.code = before.clone();
            ByteBuffer.wrap(c.code).order(ByteOrder.LITTLE_ENDIAN).putInt(at, displacement);
            Instruction i = model.decode(c, slot);
            Address a = i.length() == before.length ? address(i) : null;
            boolean isThere = a != null && a.base() == old.base() && a.index() == NONE
                && a.displacement() == displacement;
            if (isThere) return;
        }
        c.code = before;
    }

    private static Address address(Object record) {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            Object value = get(record, part);
            Address found = value instanceof Address a ? a : value instanceof Record r ? address(r) : null;
            if (found != null && found.length() != 0) return found;
        }
        return null;
    }

    private static Object get(Object record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

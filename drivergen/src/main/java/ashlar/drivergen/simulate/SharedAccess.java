package ashlar.drivergen.simulate;

import ashlar.drivergen.ast.Device.Sharing;
import ashlar.drivergen.ast.Named;
import ashlar.drivergen.ast.Owner;
import ashlar.drivergen.ast.Type;
import ashlar.model.bus.SharedMemory;
import java.util.HashMap;
import java.util.Map;

/// Elements in memory that a device shares with its driver, and who owns each.
final class SharedAccess {
    private final Sharing sharing;
    private final SharedMemory memory;
    private final Map<String, Owner> given = new HashMap<>();

    SharedAccess(Sharing sharing, SharedMemory memory) {
        this.sharing = sharing;
        this.memory = memory;
    }

    Named.Shared declared(String name) {
        return sharing.shared(name).orElseThrow();
    }

    void give(String name, long index, Owner to) {
        given.put(name + index, to);
    }

    Owner owner(String name, long index) {
        return given.getOrDefault(name + index, declared(name).owner());
    }

    long load(String name, long index, long base, String member) {
        Named.Layout layout = sharing.layout(declared(name).layout()).orElseThrow();
        Named.Layout.Member m = layout.member(member).orElseThrow();
        return load(memory, base + index * layout.size() + m.offset(), m.type().word().bits());
    }

    void store(String name, long index, long base, String member, long value) {
        Named.Layout layout = sharing.layout(declared(name).layout()).orElseThrow();
        Named.Layout.Member m = layout.member(member).orElseThrow();
        store(memory, base + index * layout.size() + m.offset(), m.type().word().bits(), value);
    }

    static long load(SharedMemory memory, long address, int bits) {
        return switch (bits) {
            case 8  -> memory.load8(address);
            case 16 -> memory.load16(address);
            case 32 -> memory.load32(address);
            default -> memory.load64(address);
        };
    }

    static void store(SharedMemory memory, long address, int bits, long value) {
        long cut = value & Type.Word.mask(bits);
        switch (bits) {
            case 8  -> memory.store8(address, cut);
            case 16 -> memory.store16(address, cut);
            case 32 -> memory.store32(address, cut);
            default -> memory.store64(address, cut);
        }
    }
}

package ashlar.model.mmu;

import ashlar.model.machine.PhysicalMemory;
import ashlar.model.mmu.MemoryFault.Reason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A program's memory: tables, and what the processor caches of them. A translation that was used stays in
/// use until it is invalidated or makes room for another, whatever the tables say by then.
///
/// A page that code was fetched from and decoded can be watched: what is stored there is told (see
/// PhysicalMemory).
public final class TranslatedMemory extends VirtualMemory {
    private static final int PAGE = 4096;
    private static final int OFFSET = PAGE - 1;
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private final PhysicalMemory memory;
    private final Translations tables;
    private final Tlb reads = new Tlb();
    private final Tlb writes = new Tlb();
    private final Tlb fetches = new Tlb();
    private long space;
    private long key = Tlb.key(0);

    public TranslatedMemory(PhysicalMemory memory, Translations tables) {
        this.memory = memory;
        this.tables = tables;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN).withInvokeExactBehavior();
    }

    /// Which address space's translations are used from now on; 16 bits (ASID, PCID).
    public void setSpace(long id) {
        if (id >>> Tlb.SPACE_BITS != space >>> Tlb.SPACE_BITS) invalidateAll();
        space = id;
        key = Tlb.key(id);
    }

    /// Forgets all translations.
    public void invalidateAll() {
        reads.clear();
        writes.clear();
        fetches.clear();
    }

    /// Forgets what was cached for address space id.
    public void invalidateSpace(long id) {
        if (id >>> Tlb.SPACE_BITS != space >>> Tlb.SPACE_BITS) return;
        reads.clearSpace(Tlb.key(id));
        writes.clearSpace(Tlb.key(id));
        fetches.clearSpace(Tlb.key(id));
    }

    /// Forgets the page of virtual in address space id, be it large or small.
    public void invalidatePage(long virtual, long id) {
        if (id >>> Tlb.SPACE_BITS != space >>> Tlb.SPACE_BITS) return;
        reads.clearPage(virtual, Tlb.key(id));
        writes.clearPage(virtual, Tlb.key(id));
        fetches.clearPage(virtual, Tlb.key(id));
    }

    /// The physical address of an instruction.
    /// @throws MemoryFault if it must not be executed
    public long fetchAddress(long virtual) {
        return found(fetches, virtual, Access.EXECUTE).physical | virtual & OFFSET;
    }

    /// Lets the next store of a program to the page of RAM at physical be told.
    public void watch(long physical) {
        if (memory.watch(physical)) writes.clear();
    }

    @Override
    public long load8(long address) {
        Tlb.Entry e = reads.place(address, key);
        return e.direct == (address & Tlb.PAGE_MASK | key)
            ? e.chunk[(int) address + e.delta] & 0xff : load(address, 1);
    }

    @Override
    public long load16(long address) {
        Tlb.Entry e = reads.place(address, key);
        return e.direct == (address + 1 & Tlb.PAGE_MASK | key)
            ? (short) SHORT.get(e.chunk, (int) address + e.delta) & 0xffff : load(address, 2);
    }

    @Override
    public long load32(long address) {
        Tlb.Entry e = reads.place(address, key);
        return e.direct == (address + 3 & Tlb.PAGE_MASK | key)
            ? (int) INT.get(e.chunk, (int) address + e.delta) & 0xffff_ffffL : load(address, 4);
    }

    @Override
    public long load64(long address) {
        Tlb.Entry e = reads.place(address, key);
        return e.direct == (address + 7 & Tlb.PAGE_MASK | key)
            ? (long) LONG.get(e.chunk, (int) address + e.delta) : load(address, 8);
    }

    @Override
    public void store8(long address, long value) {
        Tlb.Entry e = writes.place(address, key);
        if (e.direct == (address & Tlb.PAGE_MASK | key)) e.chunk[(int) address + e.delta] = (byte) value;
        else store(address, 1, value);
    }

    @Override
    public void store16(long address, long value) {
        Tlb.Entry e = writes.place(address, key);
        if (e.direct == (address + 1 & Tlb.PAGE_MASK | key))
            SHORT.set(e.chunk, (int) address + e.delta, (short) value);
        else store(address, 2, value);
    }

    @Override
    public void store32(long address, long value) {
        Tlb.Entry e = writes.place(address, key);
        if (e.direct == (address + 3 & Tlb.PAGE_MASK | key))
            INT.set(e.chunk, (int) address + e.delta, (int) value);
        else store(address, 4, value);
    }

    @Override
    public void store64(long address, long value) {
        Tlb.Entry e = writes.place(address, key);
        if (e.direct == (address + 7 & Tlb.PAGE_MASK | key))
            LONG.set(e.chunk, (int) address + e.delta, value);
        else store(address, 8, value);
    }

    @Override
    public int fetch8(long address) {
        return (int) read(fetches, address, 1, Access.EXECUTE);
    }

    @Override
    public int fetch32(long address) {
        return (int) read(fetches, address, 4, Access.EXECUTE);
    }

    private long load(long address, int bytes) {
        return read(reads, address, bytes, Access.READ);
    }

    /// All pages are looked up before anything is read.
    private long read(Tlb tlb, long address, int bytes, Access access) {
        Tlb.Entry first = found(tlb, address, access);
        if (isOnePage(address, bytes)) return readPage(first, address, bytes, access);
        found(tlb, nextPage(address), access);
        long value = 0;
        for (int n = bytes - 1; n >= 0; n--)
            value = value << 8 | readPage(found(tlb, address + n, access), address + n, 1, access);
        return value;
    }

    /// All pages are looked up before anything is written.
    private void store(long address, int bytes, long value) {
        Tlb.Entry first = found(writes, address, Access.WRITE);
        if (isOnePage(address, bytes)) {
            writePage(first, address, bytes, value);
            return;
        }
        found(writes, nextPage(address), Access.WRITE);
        for (int n = 0; n < bytes; n++)
            writePage(found(writes, address + n, Access.WRITE), address + n, 1, value >>> 8 * n);
    }

    private static boolean isOnePage(long address, int bytes) {
        return (address & OFFSET) + bytes <= PAGE;
    }

    private static long nextPage(long address) {
        return (address | OFFSET) + 1;
    }

    private Tlb.Entry found(Tlb tlb, long address, Access access) {
        Tlb.Entry known = tlb.find(address, key);
        return known != null ? known : fill(tlb, address, access);
    }

    private Tlb.Entry fill(Tlb tlb, long address, Access access) {
        Translation t = tables.walk(address, access);
        long page = t.of(address) & Tlb.PAGE_MASK;
        boolean isDirect = memory.isRam(page, PAGE) && !(access == Access.WRITE && memory.isWatched(page));
        return tlb.put(address, key, t, isDirect ? memory.chunk(page) : null, memory.place(page));
    }

    private long readPage(Tlb.Entry e, long address, int bytes, Access access) {
        long physical = e.physical | address & OFFSET;
        if (!memory.isRam(physical, bytes)) return readDevice(e.isDevice, physical, address, bytes, access);
        long value = 0;
        for (int n = bytes - 1; n >= 0; n--)
            value = value << 8 | memory.chunk(physical)[memory.place(physical) + n] & 0xff;
        return value;
    }

    /// Who watches the page is told first, and may refuse by an exception.
    private void writePage(Tlb.Entry e, long address, int bytes, long value) {
        long physical = e.physical | address & OFFSET;
        if (!memory.isRam(physical, bytes)) {
            writeDevice(e.isDevice, physical, address, bytes, value);
            return;
        }
        if (memory.isWatched(physical)) e.clear();
        memory.tell(physical);
        for (int n = 0; n < bytes; n++)
            memory.chunk(physical)[memory.place(physical) + n] = (byte) (value >>> 8 * n);
    }

    /// A device takes aligned accesses only: others are an alignment fault if the page is of a device's
    /// kind, and are taken apart if not.
    private long readDevice(boolean isDevice, long physical, long address, int bytes, Access access) {
        var device = device(physical, address, access);
        if ((physical & bytes - 1) == 0) return device.device().read(physical - device.first(), bytes);
        if (isDevice) throw new MemoryFault(address, access, Reason.ALIGNMENT, 0);
        long value = 0;
        for (int n = bytes - 1; n >= 0; n--)
            value = value << 8 | readDevice(false, physical + n, address, 1, access);
        return value;
    }

    private void writeDevice(boolean isDevice, long physical, long address, int bytes, long value) {
        var device = device(physical, address, Access.WRITE);
        if ((physical & bytes - 1) == 0) {
            device.device().write(physical - device.first(), bytes, value);
            return;
        }
        if (isDevice) throw new MemoryFault(address, Access.WRITE, Reason.ALIGNMENT, 0);
        for (int n = 0; n < bytes; n++) writeDevice(false, physical + n, address, 1, value >>> 8 * n & 0xff);
    }

    private PhysicalMemory.Attached device(long physical, long address, Access access) {
        return memory.device(physical)
            .orElseThrow(() -> new MemoryFault(address, access, Reason.EXTERNAL, 0));
    }
}

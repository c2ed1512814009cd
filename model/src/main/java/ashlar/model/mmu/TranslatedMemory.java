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
        reads.clearSpace(id);
        writes.clearSpace(id);
        fetches.clearSpace(id);
    }

    /// Forgets the page of virtual in address space id, be it large or small.
    public void invalidatePage(long virtual, long id) {
        if (id >>> Tlb.SPACE_BITS != space >>> Tlb.SPACE_BITS) return;
        reads.clearPage(virtual, id);
        writes.clearPage(virtual, id);
        fetches.clearPage(virtual, id);
    }

    /// The physical address of an instruction.
    /// @throws MemoryFault if it must not be executed
    public long fetchAddress(long virtual) {
        return fetches.physical(found(fetches, virtual, Access.EXECUTE)) | virtual & OFFSET;
    }

    /// Lets the next store of a program to the page of RAM at physical be told.
    public void watch(long physical) {
        if (memory.watch(physical)) writes.clear();
    }

    @Override
    public long load8(long address) {
        int i = reads.find(address, space);
        return i >= 0 && reads.chunk(i) != null
            ? reads.chunk(i)[reads.place(i) + (int) (address & OFFSET)] & 0xff : load(address, 1);
    }

    @Override
    public long load16(long address) {
        int i = reads.find(address, space);
        int offset = (int) (address & OFFSET);
        return i >= 0 && reads.chunk(i) != null && offset <= PAGE - 2
            ? (short) SHORT.get(reads.chunk(i), reads.place(i) + offset) & 0xffff : load(address, 2);
    }

    @Override
    public long load32(long address) {
        int i = reads.find(address, space);
        int offset = (int) (address & OFFSET);
        return i >= 0 && reads.chunk(i) != null && offset <= PAGE - 4
            ? (int) INT.get(reads.chunk(i), reads.place(i) + offset) & 0xffff_ffffL : load(address, 4);
    }

    @Override
    public long load64(long address) {
        int i = reads.find(address, space);
        int offset = (int) (address & OFFSET);
        return i >= 0 && reads.chunk(i) != null && offset <= PAGE - 8
            ? (long) LONG.get(reads.chunk(i), reads.place(i) + offset) : load(address, 8);
    }

    @Override
    public void store8(long address, long value) {
        int i = writes.find(address, space);
        if (i >= 0 && writes.chunk(i) != null)
            writes.chunk(i)[writes.place(i) + (int) (address & OFFSET)] = (byte) value;
        else store(address, 1, value);
    }

    @Override
    public void store16(long address, long value) {
        int i = writes.find(address, space);
        int offset = (int) (address & OFFSET);
        if (i >= 0 && writes.chunk(i) != null && offset <= PAGE - 2)
            SHORT.set(writes.chunk(i), writes.place(i) + offset, (short) value);
        else store(address, 2, value);
    }

    @Override
    public void store32(long address, long value) {
        int i = writes.find(address, space);
        int offset = (int) (address & OFFSET);
        if (i >= 0 && writes.chunk(i) != null && offset <= PAGE - 4)
            INT.set(writes.chunk(i), writes.place(i) + offset, (int) value);
        else store(address, 4, value);
    }

    @Override
    public void store64(long address, long value) {
        int i = writes.find(address, space);
        int offset = (int) (address & OFFSET);
        if (i >= 0 && writes.chunk(i) != null && offset <= PAGE - 8)
            LONG.set(writes.chunk(i), writes.place(i) + offset, value);
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
        int first = found(tlb, address, access);
        if (isOnePage(address, bytes)) return readPage(tlb, first, address, bytes, access);
        found(tlb, nextPage(address), access);
        long value = 0;
        for (int n = bytes - 1; n >= 0; n--)
            value = value << 8 | readPage(tlb, found(tlb, address + n, access), address + n, 1, access);
        return value;
    }

    /// All pages are looked up before anything is written.
    private void store(long address, int bytes, long value) {
        int first = found(writes, address, Access.WRITE);
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

    private int found(Tlb tlb, long address, Access access) {
        int i = tlb.find(address, space);
        return i >= 0 ? i : fill(tlb, address, access);
    }

    private int fill(Tlb tlb, long address, Access access) {
        Translation t = tables.walk(address, access);
        long page = t.of(address) & ~(long) OFFSET;
        boolean isDirect = memory.isRam(page, PAGE) && !(access == Access.WRITE && memory.isWatched(page));
        return tlb.put(address, space, t, isDirect ? memory.chunk(page) : null, memory.place(page));
    }

    private long readPage(Tlb tlb, int i, long address, int bytes, Access access) {
        long physical = tlb.physical(i) | address & OFFSET;
        if (!memory.isRam(physical, bytes))
            return readDevice(tlb.isDevice(i), physical, address, bytes, access);
        long value = 0;
        for (int n = bytes - 1; n >= 0; n--)
            value = value << 8 | memory.chunk(physical)[memory.place(physical) + n] & 0xff;
        return value;
    }

    private void writePage(int i, long address, int bytes, long value) {
        long physical = writes.physical(i) | address & OFFSET;
        if (!memory.isRam(physical, bytes)) {
            writeDevice(writes.isDevice(i), physical, address, bytes, value);
            return;
        }
        for (int n = 0; n < bytes; n++)
            memory.chunk(physical)[memory.place(physical) + n] = (byte) (value >>> 8 * n);
        if (!memory.isWatched(physical)) return;
        writes.drop(i);
        memory.tell(physical);
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

package ashlar.model.mmu;

import static ashlar.model.word.Word.bit;
import static ashlar.model.word.Word.bits;

import ashlar.model.machine.PhysicalMemory;
import ashlar.model.mmu.MemoryFault.Reason;

/// Stage 1 translation for EL0 with 4 KiB pages and 48-bit addresses: Arm ARM DDI 0487, "The AArch64 Virtual
/// Memory System Architecture". The upper half of the address space belongs to the kernel and has no
/// translations here.
public final class AArch64Tables implements Translations {
    private static final int ADDRESS_BITS = 48;
    private static final int LEVELS = 4;
    private static final int PAGE_BITS = 12;
    private static final int INDEX_BITS = 9;

    private static final int VALID = 0;
    private static final int IS_TABLE = 1;
    private static final int USER = 6;
    private static final int READ_ONLY = 7;
    private static final int ACCESSED = 10;
    private static final int USER_EXECUTE_NEVER = 54;
    private static final int TABLE_EXECUTE_NEVER = 60;
    private static final int TABLE_NO_USER = 61;
    private static final int TABLE_READ_ONLY = 62;

    private final PhysicalMemory memory;
    private long root;
    private final int deviceAttributes;

    /// @param deviceAttributes which of the eight memory attributes (MAIR_EL1) are of devices, one bit each
    public AArch64Tables(PhysicalMemory memory, int deviceAttributes) {
        this.memory = memory;
        this.deviceAttributes = deviceAttributes;
    }

    /// The root table (TTBR0_EL1); what translations were cached stays so.
    public void setRoot(long root) {
        this.root = root;
    }

    @Override
    public Translation walk(long virtual, Access access) {
        if (virtual >>> ADDRESS_BITS != 0) throw new MemoryFault(virtual, access, Reason.TRANSLATION, 0);
        long table = root;
        long limits = 0;
        for (int level = 0; level < LEVELS; level++) {
            int shift = PAGE_BITS + INDEX_BITS * (LEVELS - 1 - level);
            long index = bits(virtual, shift + INDEX_BITS - 1, shift);
            long entry = entry(table + 8 * index, virtual, access, level);
            if (!isTable(entry, level)) return leaf(entry, limits, shift, virtual, access, level);
            table = bits(entry, ADDRESS_BITS - 1, PAGE_BITS) << PAGE_BITS;
            limits |= entry;
        }
        throw new AssertionError("the last level holds no tables");
    }

    private long entry(long address, long virtual, Access access, int level) {
        if (!memory.isRam(address, 8)) throw new MemoryFault(virtual, access, Reason.EXTERNAL, level);
        long entry = memory.load64(address);
        boolean mayBeBlock = level != 0 && level != LEVELS - 1;
        if (!bit(entry, VALID) || !bit(entry, IS_TABLE) && !mayBeBlock)
            throw new MemoryFault(virtual, access, Reason.TRANSLATION, level);
        return entry;
    }

    private static boolean isTable(long entry, int level) {
        return level < LEVELS - 1 && bit(entry, IS_TABLE);
    }

    /// A page that a program may not read it may yet execute.
    /// @param limits what the tables on the way forbid, one or-ed with the other
    private Translation leaf(long entry, long limits, int shift, long virtual, Access access, int level) {
        if (!bit(entry, ACCESSED)) throw new MemoryFault(virtual, access, Reason.ACCESS_FLAG, level);
        boolean isUser = bit(entry, USER) && !bit(limits, TABLE_NO_USER);
        var found = new Translation(bits(entry, ADDRESS_BITS - 1, shift) << shift, shift, isUser,
            isUser && !bit(entry, READ_ONLY) && !bit(limits, TABLE_READ_ONLY),
            !bit(entry, USER_EXECUTE_NEVER) && !bit(limits, TABLE_EXECUTE_NEVER),
            bit(deviceAttributes, bits(entry, 4, 2)));
        if (!found.allows(access)) throw new MemoryFault(virtual, access, Reason.PERMISSION, level);
        return found;
    }
}

package ashlar.model.boot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.fornwall.jelf.ElfFile;
import net.fornwall.jelf.ElfSegment;

/// A statically linked 64-bit program: System V ABI, "Executable and Linking Format".
/// @param entry    virtual address of its first instruction
/// @param segments in the order of addresses; none overlaps another
public record ElfImage(Architecture architecture, long entry, List<Segment> segments) {
    /// What goes to the virtual addresses from address on: data, then zeros up to size bytes.
    public record Segment(long address, byte[] data, long size, boolean writable, boolean executable) {
        long end() {
            return address + size;
        }
    }

    private static final long TOP = 1L << 47;

    /// Reads an ELF file.
    /// @throws BadImage if it is none, is cut off, is of another kind, or if its segments cannot be loaded
    public static ElfImage of(byte[] file) throws BadImage {
        try {
            return of(ElfFile.from(file), file.length);
        } catch (RuntimeException e) {
            throw new BadImage(isElf(file) ? "the ELF file is cut off or damaged" : "not an ELF file");
        }
    }

    private static boolean isElf(byte[] file) {
        return file.length >= 4 && Arrays.equals(file, 0, 4, new byte[] {0x7f, 'E', 'L', 'F'}, 0, 4);
    }

    private static ElfImage of(ElfFile elf, long length) throws BadImage {
        if (elf.ei_class != ElfFile.CLASS_64) throw new BadImage("a 32-bit ELF file; 64 bits are needed");
        if (elf.ei_data != ElfFile.DATA_LSB) throw new BadImage("a big-endian ELF file");
        if (elf.e_type != ElfFile.ET_EXEC)
            throw new BadImage("not a statically linked program (ELF type %d, expected 2, EXEC)"
                .formatted(elf.e_type));
        List<Segment> segments = new ArrayList<>();
        for (ElfSegment s : elf.segmentsOfType(ElfSegment.PT_LOAD))
            if (s.p_memsz != 0) segments.add(segment(s, length));
        segments.sort(Comparator.comparingLong(Segment::address));
        ElfImage image = new ElfImage(architecture(elf.e_machine), elf.e_entry, List.copyOf(segments));
        image.check();
        return image;
    }

    private static Architecture architecture(int machine) throws BadImage {
        for (Architecture a : Architecture.values()) if (a.machine() == machine) return a;
        throw new BadImage("built for ELF machine %d, expected AArch64 (183) or x86-64 (62)"
            .formatted(machine));
    }

    private static Segment segment(ElfSegment s, long length) throws BadImage {
        boolean isInFile = s.p_offset >= 0 && s.p_filesz >= 0 && s.p_offset <= length - s.p_filesz;
        if (!isInFile) throw new BadImage("the ELF file is cut off: a segment ends behind its end");
        if (s.p_memsz < s.p_filesz || s.p_vaddr < 0 || s.p_vaddr > TOP || s.p_memsz > TOP - s.p_vaddr)
            throw new BadImage("a segment of 0x%x bytes cannot be loaded to 0x%x"
                .formatted(s.p_memsz, s.p_vaddr));
        return new Segment(s.p_vaddr, s.getData(), s.p_memsz, s.isWriteable(), s.isExecutable());
    }

    private void check() throws BadImage {
        if (segments.isEmpty()) throw new BadImage("nothing to load: no segment of type LOAD");
        for (int i = 1; i < segments.size(); i++)
            if (segments.get(i - 1).end() > segments.get(i).address())
                throw new BadImage("two segments overlap at 0x%x".formatted(segments.get(i).address()));
        if (segments.stream().noneMatch(s -> s.executable() && entry >= s.address() && entry < s.end()))
            throw new BadImage("the entry point 0x%x is in no executable segment".formatted(entry));
    }

    /// The lowest address that is loaded to.
    public long start() {
        return segments.getFirst().address();
    }

    /// The first address behind all that is loaded.
    public long end() {
        return segments.getLast().end();
    }
}

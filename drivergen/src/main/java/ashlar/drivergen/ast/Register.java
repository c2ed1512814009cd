package ashlar.drivergen.ast;

import java.util.List;
import java.util.Optional;

/// One register, or an array of alike ones.
/// @param bus    empty for the device's first bus
/// @param count  1 for a single one
/// @param stride bytes from one element to the next
/// @param reset  of bits without a field; empty if the manual gives none
/// @param guard  when the address leads to this register
/// @param others what to write to bits without a field
public record Register(Place place, String name, boolean isArray, int count, String bus, long offset,
                       long stride, Access access, int bits, Optional<Long> reset, Optional<Expression> guard,
                       ReadEffect onRead, WriteEffect onWrite, Policy others, String title,
                       List<Field> fields) {
    public Register {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String wanted) {
        return fields.stream().filter(f -> f.name().equals(wanted)).findFirst();
    }

    /// Whether only rules tell what reading, or writing, does to some part of it.
    public boolean acts(Rule.Event event) {
        return event == Rule.Event.READ
            ? onRead == ReadEffect.ACTS || fields.stream().anyMatch(f -> f.onRead() == ReadEffect.ACTS)
            : onWrite == WriteEffect.ACTS || fields.stream().anyMatch(f -> f.onWrite() == WriteEffect.ACTS);
    }

    public int bytes() {
        return bits / 8;
    }

    public long mask() {
        return Type.Word.mask(bits);
    }

    /// Ones where no field lies.
    public long bare() {
        long covered = 0;
        for (Field f : fields) covered |= f.mask();
        return mask() & ~covered;
    }

    /// The value after a reset; bits that the manual does not give are 0.
    public long resetValue() {
        long value = reset.orElse(0L) & bare();
        for (Field f : fields) value |= f.reset().orElse(0L) << f.low();
        return value;
    }

    /// Ones where the manual gives the value after a reset.
    public long resetKnown() {
        long known = reset.isPresent() ? bare() : 0;
        for (Field f : fields) if (f.reset().isPresent()) known |= f.mask();
        return known;
    }

    public Register withGuard(Optional<Expression> guard) {
        return new Register(place, name, isArray, count, bus, offset, stride, access, bits, reset, guard,
            onRead, onWrite, others, title, fields);
    }

    /// The offset of an element.
    public long offset(long index) {
        return offset + index * stride;
    }
}

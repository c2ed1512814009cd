package ashlar.drivergen.ast;

import java.util.Optional;

/// A space of addresses in which registers lie.
/// @param name empty for the only one
/// @param size bytes; for an indexed bus, indices
public record Bus(Place place, String name, Kind kind, boolean bigEndian, long size,
        Optional<Indexed> indexed) {
    public enum Kind { MEMORY, PORT, INDEXED }

    /// @param index  the part that selects
    /// @param through the register that leads to the one selected
    public record Indexed(RegisterPart index, String through) { }
}

package ashlar.drivergen.ast;

import java.util.Optional;

/// A register, an element of an array of registers, or a field of either.
/// @param index for an array only
/// @param field if it is not the whole register
public record RegisterPart(String register, Optional<Expression> index, Optional<String> field) { }

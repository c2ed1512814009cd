package ashlar.drivergen.ast;

import java.util.Optional;

/// An element that driver and device share, or a field of it.
public record SharedPart(String shared, Optional<Expression> index, Optional<String> field) { }

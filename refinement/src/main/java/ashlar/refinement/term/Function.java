package ashlar.refinement.term;

import java.util.List;

/// An uninterpreted function.
public record Function(String name, List<Sort> parameters, Sort result) { }

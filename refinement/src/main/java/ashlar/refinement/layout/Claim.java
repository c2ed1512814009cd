package ashlar.refinement.layout;

import ashlar.refinement.term.Term;
import java.util.List;

/// One claim of a layout, in words and as terms.
record Claim(String text, List<Term> assumed, Term holds) { }

package ashlar.refinement.mutate.sample;

/// The specification's counter.
/// @param last what was added last; means nothing while count is 0
public record Tally(long count, long last) { }

package ashlar.refinement.api;

/// One line of a picture of two states.
/// @param when    `before` or `after`
/// @param what    the part of the state
/// @param spec    its value in the specification's state
/// @param kernel  its value in the kernel's memory
/// @param changed whether it is to be marked: the run changed it
public record Row(String when, String what, String spec, String kernel, boolean changed) { }

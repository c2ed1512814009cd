package ashlar.refinement.check;

import ashlar.refinement.api.Kind;

/// An obligation's name, kind and words, unchecked.
public record Claim(String id, Kind kind, String text, String location) { }

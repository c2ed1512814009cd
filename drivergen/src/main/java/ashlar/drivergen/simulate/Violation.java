package ashlar.drivergen.simulate;

import ashlar.drivergen.ast.Place;

/// What a driver did and must not do.
/// @param place the line of the description that it broke
public record Violation(Place place, String what) {
    @Override public String toString() {
        return place + ": " + what;
    }
}

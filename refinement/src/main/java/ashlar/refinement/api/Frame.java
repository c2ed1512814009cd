package ashlar.refinement.api;

import java.lang.reflect.Method;

/// Which objects the fields of a layout class may be accessed at.
/// @param layout the class of accessors
/// @param live   static and boolean; from the obligation's first argument, the object and the indices
public record Frame(Class<?> layout, Method live) { }

package ashlar.refinement.subset;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// The classes of a layer.
final class Family {
    private final Map<String, ClassModel> members = new LinkedHashMap<>();

    Family(Collection<ClassModel> classes) {
        for (ClassModel c : classes) members.put(c.thisClass().asInternalName(), c);
    }

    Collection<ClassModel> members() {
        return members.values();
    }

    boolean has(String type) {
        return members.containsKey(type);
    }

    boolean isRecord(String type) {
        return has(type) && members.get(type).findAttribute(Attributes.record()).isPresent();
    }

    /// Whether type is an exception of this layer.
    boolean isException(String type) {
        String ancestor = type;
        while (has(ancestor)) {
            ancestor = members.get(ancestor).superclass().map(s -> s.asInternalName()).orElse("");
        }
        return has(type) && ancestor.matches("java/lang/\\w*(Exception|Error|Throwable)");
    }
}

package ashlar.refinement.subset;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Set;

/// Which types may be passed around.
record Values(Rules rules, Family family) {
    private static final Set<ClassDesc> NUMBERS =
        Set.of(ConstantDescs.CD_long, ConstantDescs.CD_int, ConstantDescs.CD_boolean);

    boolean allow(ClassDesc type) {
        if (type.isPrimitive()) return NUMBERS.contains(type);
        if (type.isArray()) return rules.arrays();
        String name = internal(type);
        return rules.allowsReference(name) || rules.ownValues() && family.has(name);
    }

    static String internal(ClassDesc type) {
        String d = type.descriptorString();
        return d.substring(1, d.length() - 1);
    }
}

package ashlar.refinement.subset;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a layer may use besides its own classes.
/// @param lines      of a method
/// @param loops      of a method
/// @param references starts of names of classes whose objects may be passed around
/// @param ownValues  whether objects of the layer's own classes may be
/// @param callees    starts of `owner.method`
/// @param dynamic    bootstrap methods of invokedynamic
/// @param takers     methods that may be given a lambda
record Rules(int lines, int loops, List<String> references, boolean ownValues, List<String> callees,
             Set<String> dynamic, List<String> takers, boolean arrays, boolean fields, boolean recursion,
             boolean strings) {
    static final String LAMBDA = "LambdaMetafactory.metafactory";
    static final String TYPE_SWITCH = "SwitchBootstraps.typeSwitch";
    private static final String RECORD = "ObjectMethods.bootstrap";
    private static final String CONCAT = "StringConcatFactory.makeConcatWithConstants";
    private static final String COLLECTION = "ashlar/model/collection/";
    private static final String OBJECT = "java/lang/Object.<init>";

    private static final String RECORD_CREATION = "java/lang/Record.<init>";
    private static final String EQUALS = "java/lang/Object.equals";
    private static final String NON_NULL = "java/util/Objects.requireNonNull";
    private static final String LONG = "java/lang/Long.";

    static Rules of(Layer layer) {
        return switch (layer) {
            case SPEC   -> spec();
            case KERNEL -> imperative("ashlar/model/machine/Machine");
            case DRIVER -> imperative("ashlar/model/bus/");
            case MODEL  -> model();
        };
    }

    private static Rules spec() {
        return new Rules(25, 0, List.of(COLLECTION, "java/lang/Object"), true,
            List.of(COLLECTION, "ashlar/model/word/", "ashlar/model/platform/", OBJECT, RECORD_CREATION,
                EQUALS, NON_NULL),
            Set.of(TYPE_SWITCH, RECORD, LAMBDA), List.of("forAll", "exists", "map", "greatest"), false, false,
            true, false);
    }

    private static Rules imperative(String device) {
        return new Rules(40, 1, List.of(device), false,
            List.of(device, "ashlar/model/word/Word.", "ashlar/model/platform/Platform.", LONG, OBJECT),
            Set.of(), List.of(), false, false, false, false);
    }

    private static Rules model() {
        return new Rules(25, 0, List.of("ashlar/model/", "java/lang/Object", "java/lang/String"), true,
            List.of("ashlar/model/", OBJECT, RECORD_CREATION, EQUALS, NON_NULL, LONG, "java/lang/Integer.",
                "java/lang/Math."),
            Set.of(RECORD, CONCAT), List.of(), true, true, true, true);
    }

    boolean allowsCall(String callee) {
        return callees.stream().anyMatch(callee::startsWith);
    }

    boolean allowsReference(String type) {
        return references.stream().anyMatch(type::startsWith);
    }

    String values() {
        return "long, int, boolean" + (ownValues ? ", own records and sealed types" : "") + also(references);
    }

    String calls() {
        return "own layer" + also(callees);
    }

    private static String also(List<String> starts) {
        return starts.stream().map(s -> ", " + s.replaceAll("[./]$", "").replace('/', '.'))
            .collect(Collectors.joining());
    }
}

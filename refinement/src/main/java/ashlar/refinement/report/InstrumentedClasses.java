package ashlar.refinement.report;

import ashlar.refinement.lift.ClassSource;
import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.util.Map;

/// The classes of a suite, of its specification and of what is on trial, loaded anew and instrumented. They
/// share with others the JDK, the engine, the model and libraries.
final class InstrumentedClasses extends ClassLoader {
    private static final String ENGINE = "ashlar.refinement.";
    private static final String MODEL = "ashlar.model.";

    private final ClassSource source;
    private final String suite;
    private final Instrumentation instrumentation;

    /// @param suite  all classes whose names begin with the first part of its name are instrumented
    /// @param source their class files
    InstrumentedClasses(Class<?> suite, ClassSource source) {
        super(suite.getClassLoader());
        this.source = source;
        this.suite = suite.getName();
        this.instrumentation = new Instrumentation(ClassHierarchyResolver.ofResourceParsing(this::file));
    }

    private ByteArrayInputStream file(ClassDesc type) {
        String descriptor = type.descriptorString();
        return source.bytes(descriptor.substring(1, descriptor.length() - 1)).map(ByteArrayInputStream::new)
            .orElse(null);
    }

    /// The functions of the classes loaded so far, by their keys.
    Map<String, Function> functions() {
        return instrumentation.functions();
    }

    /// Whether the class with this name is instrumented.
    boolean has(String name) {
        if (name.startsWith(suite.substring(0, suite.lastIndexOf('.') + 1))) return true;
        return name.startsWith(suite.substring(0, suite.indexOf('.') + 1)) && !name.startsWith(ENGINE)
            && !name.startsWith(MODEL);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!has(name)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes =
            source.bytes(name.replace('.', '/')).orElseThrow(() -> new ClassNotFoundException(name));
        byte[] rewritten = instrumentation.rewritten(bytes);
        return defineClass(name, rewritten, 0, rewritten.length);
    }
}

package ashlar.refinement.mutate;

import ashlar.refinement.api.Suite;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Some classes loaded anew.
final class Anew extends ClassLoader {
    private final Set<String> own;
    private final Function<String, byte[]> files;

    /// @param own   names of the classes to load anew
    /// @param files their class files
    Anew(ClassLoader parent, Set<String> own, Function<String, byte[]> files) {
        super(parent);
        this.own = own;
        this.files = files;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!own.contains(name)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) {
        byte[] file = files.apply(name);
        return defineClass(name, file, 0, file.length);
    }

    /// Whether the class is the same here as in the parent.
    boolean isShared(Class<?> c) {
        return !own.contains(c.getName());
    }

    /// A suite of this class, `pkg.Class`, which has a public constructor without parameters.
    Suite suite(String className) {
        try {
            return (Suite) loadClass(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot load again " + className, e);
        }
    }

    /// This loader's own of a method loaded elsewhere.
    Method counterpart(Method original) {
        try {
            Class<?> owner = loadClass(original.getDeclaringClass().getName());
            Method m = Arrays.stream(owner.getDeclaredMethods())
                .filter(c -> c.getName().equals(original.getName()) && names(c).equals(names(original)))
                .findFirst().orElseThrow();
            m.setAccessible(true);
            return m;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Method m) {
        return Arrays.stream(m.getParameterTypes()).map(Class::getName).toList();
    }
}

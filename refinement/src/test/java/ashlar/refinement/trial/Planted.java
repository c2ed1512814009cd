package ashlar.refinement.trial;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// An engine with a bug in one place: one call in one of its methods is compiled otherwise. Engine and trials
/// are loaded once more for it.
final class Planted extends ClassLoader {
    private static final String ENGINE = "ashlar.refinement.";

    private final String type;
    private final ClassTransform change;
    private boolean isPlanted;

    private Planted(String type, ClassTransform change) {
        super(Planted.class.getClassLoader());
        this.type = type;
        this.change = change;
    }

    /// The engine as it is.
    static Planted nothing() {
        return new Planted("", ClassTransform.ACCEPT_ALL);
    }

    /// The engine where `other` stands for the nth call (from 0) of callee in a method of type.
    static Planted insteadOf(String type, String method, String callee, int nth,
        BiConsumer<CodeBuilder, InvokeInstruction> other) {
        AtomicInteger seen = new AtomicInteger();
        CodeTransform code = (builder, element) -> {
            if (element instanceof InvokeInstruction i && i.name().equalsString(callee)
                && seen.getAndIncrement() == nth) other.accept(builder, i);
            else builder.with(element);
        };
        return new Planted(ENGINE + type,
            ClassTransform.transformingMethodBodies(m -> m.methodName().equalsString(method), code));
    }

    boolean isPlanted() {
        return isPlanted;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ENGINE)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? defined(name) : known;
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) throw new ClassNotFoundException(name);
            byte[] bytes = in.readAllBytes();
            if (name.equals(type)) {
                byte[] changed = ClassFile.of().transformClass(ClassFile.of().parse(bytes), change);
                isPlanted = !java.util.Arrays.equals(bytes, changed);
                bytes = changed;
            }
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /// What the trial against the JVM finds in this engine.
    List<?> againstJvm(List<Class<?>> samples, int points) {
        List<Class<?>> own = samples.stream().<Class<?>>map(c -> own(c.getName())).toList();
        return (List<?>) call(call(null, DifferentialTrial.class, "of", own, points, 1L),
            DifferentialTrial.Report.class, "differences");
    }

    /// What the trial of the rewriting rules finds in this engine.
    List<?> ofRewriting(int trees) {
        return (List<?>) call(null, ashlar.refinement.term.RewritingTrial.class, "differences", trees, 1L);
    }

    private Class<?> own(String name) {
        try {
            return Class.forName(name, true, this);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object call(Object on, Class<?> type, String method, Object... arguments) {
        try {
            for (var m : own(type.getName()).getDeclaredMethods()) {
                if (m.getName().equals(method) && m.getParameterCount() == arguments.length)
                    return m.invoke(on, arguments);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("no method " + type + "." + method);
    }
}

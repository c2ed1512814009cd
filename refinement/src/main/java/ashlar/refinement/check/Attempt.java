package ashlar.refinement.check;

import ashlar.model.machine.Machine;
import ashlar.refinement.api.Claims;
import ashlar.refinement.api.Kind;
import ashlar.refinement.api.Sampler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/// What one run of an obligation on the JVM came to.
public sealed interface Attempt {
    /// All that it claims is true.
    record Held() implements Attempt { }

    /// The arguments are outside what it assumes.
    record AssumedAway() implements Attempt { }

    /// It fails.
    /// @param kind  REFINES for a claim that is false, TOTAL for an exception, FRAME for a stray store
    /// @param where file and line of the claim, or a method
    record Failed(Kind kind, String where, String what) implements Attempt { }

    /// Runs obligation on a copy of arguments.
    /// @throws LinkageError if classes do not fit together
    static Attempt of(Method obligation, Sampler sampler, Object[] arguments) {
        Object[] after = sampler.copy(arguments);
        try {
            obligation.invoke(null, after);
            return stray(obligation, sampler, arguments, after);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof LinkageError broken && !(cause instanceof ExceptionInInitializerError))
                throw broken;
            if (cause instanceof Claims.Assumed) return new AssumedAway();
            return cause instanceof Claims.Broken
                ? new Failed(Kind.REFINES, where(obligation, cause), "prove(…) is false")
                : new Failed(Kind.TOTAL, where(obligation, cause), "raises " + cause);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A store outside all objects that exist breaks the frame.
    private static Attempt stray(Method obligation, Sampler sampler, Object[] before, Object[] after) {
        for (int i = 0; i < before.length; i++) {
            if (!(before[i] instanceof Machine was)) continue;
            for (long address : was.differences((Machine) after[i])) {
                if (!sampler.isInObject(before, address)) {
                    return new Failed(Kind.FRAME, obligation.getName(), "writes to "
                        + Long.toHexString(address) + ", where no object is");
                }
            }
        }
        return new Held();
    }

    private static String where(Method obligation, Throwable cause) {
        for (StackTraceElement e : cause.getStackTrace()) {
            if (e.getClassName().equals(obligation.getDeclaringClass().getName()))
                return e.getFileName() + ":" + e.getLineNumber();
        }
        return "";
    }
}

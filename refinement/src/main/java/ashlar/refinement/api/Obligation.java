package ashlar.refinement.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A static method that assumes, runs and proves (`Claims`). Its parameters are arbitrary: a theorem speaks
/// of
/// all of their values. Run on values it is a test.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Obligation {
    Kind value() default Kind.REFINES;

    /// What is claimed, in one sentence; by default the method's name with blanks.
    String text() default "";
}

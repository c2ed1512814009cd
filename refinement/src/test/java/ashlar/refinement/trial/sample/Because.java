package ashlar.refinement.trial.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Words of the complaint with which the engine refuses the method.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Because {
    String value();
}

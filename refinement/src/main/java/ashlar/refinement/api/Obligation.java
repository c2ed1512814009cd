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

    /// The classes of accessors whose fields are separate maps in this proof; by default those of the suite.
    Class<?>[] layouts() default {};

    /// Whether other proofs rely on it wherever the function on trial is called that it calls; else that
    /// function is executed there. If it calls none, it is a contract of the specification alone: proofs in
    /// which nothing is on trial rely on it wherever the specification's function is called, if that calls
    /// itself or the contract is opaque.
    boolean contract() default false;

    /// The contracts of the specification alone that this proof relies on, methods by name. By default, where
    /// a function has one, that one; where it has several, those whose assumptions are soon shown.
    String[] by() default {};

    /// Whether those other proofs know of what the specification's function gives only what this contract
    /// claims; else that function is executed there. Formulas are shorter so, but all must be claimed that
    /// callers need.
    boolean opaque() default false;

    /// Components of what the specification's function gives that are those of its first argument: claimed,
    /// and known to callers to which the function is opaque.
    String[] keeps() default {};
}

/// The classes the engine knows by heart instead of lifting their bytecode.
package ashlar.refinement.theory;

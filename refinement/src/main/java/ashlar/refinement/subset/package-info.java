/// The linter of what Java each layer may use, on bytecode.
package ashlar.refinement.subset;

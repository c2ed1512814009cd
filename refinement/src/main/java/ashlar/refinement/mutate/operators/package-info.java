/// Mutation operators for kernels, where PIT has none: plug-ins for PIT's engine, group KERNEL.
package ashlar.refinement.mutate.operators;

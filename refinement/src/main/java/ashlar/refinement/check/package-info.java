/// Runs an obligation concretely, lifts it, returns a verdict, keeps the cache.
package ashlar.refinement.check;

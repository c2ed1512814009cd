/// Plug-ins for runs of PIT.
package ashlar.refinement.pit;

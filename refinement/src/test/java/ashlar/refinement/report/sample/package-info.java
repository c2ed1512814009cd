/// A small suite whose kernel has faults: people wait in a line.
package ashlar.refinement.report.sample;

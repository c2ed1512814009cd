/// Shrinks, replays and prints a counterexample; writes the reports.
package ashlar.refinement.report;

/// People wait in a line: what they may do, and a kernel that keeps them in memory.
package ashlar.refinement.report.sample.line;

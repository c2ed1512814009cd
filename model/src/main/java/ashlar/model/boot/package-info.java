/// What is in memory and in the processor before the first instruction runs.
package ashlar.model.boot;

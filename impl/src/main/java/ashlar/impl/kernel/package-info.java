/// Threads and scheduling, and capability lookup.
package ashlar.impl.kernel;

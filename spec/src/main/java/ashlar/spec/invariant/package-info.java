/// Named facts of reachable states, and their conjunction.
package ashlar.spec.invariant;

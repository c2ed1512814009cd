/// A suite about two functions, one of which nothing speaks of.
package ashlar.ci.toy;

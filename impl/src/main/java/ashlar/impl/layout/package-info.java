/// One class per kernel object: its offsets and field accessors, nothing else.
package ashlar.impl.layout;

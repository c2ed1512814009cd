/// System-call entry and decode.
package ashlar.impl.api;

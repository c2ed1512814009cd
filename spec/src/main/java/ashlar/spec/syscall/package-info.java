/// The entry: look up, decode, perform; errors as values.
package ashlar.spec.syscall;

/// Capability slots, CNode operations, the derivation tree and revocation.
package ashlar.spec.cspace;

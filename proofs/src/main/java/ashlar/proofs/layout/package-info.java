/// Field accessors over memory behave as separate typed fields.
package ashlar.proofs.layout;

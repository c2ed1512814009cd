/// All that a proof author imports: assume, prove, the obligation annotation, verdicts.
package ashlar.refinement.api;

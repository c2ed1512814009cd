/// Layout lemmas: field accessors over words of memory behave as separate typed fields.
package ashlar.refinement.layout;

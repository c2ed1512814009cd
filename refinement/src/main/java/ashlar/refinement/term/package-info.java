/// Hash-consed terms and their canonical forms.
package ashlar.refinement.term;

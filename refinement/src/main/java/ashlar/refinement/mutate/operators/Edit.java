package ashlar.refinement.mutate.operators;

import java.util.List;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.InsnList;

/// One mutation of a method's code: of the instruction that it is registered at, and of later ones.
/// @param at number of that instruction
/// @param variant tells apart several mutations at one instruction; empty if there is one
record Edit(int at, String variant, String description, Change change) {

    /// What is done to a method's code.
    interface Change {
        /// @param list the code from that instruction on, labels and lines included
        /// @param code the instructions of list, under their numbers
        void make(InsnList list, List<AbstractInsnNode> code);
    }

    static Edit at(int at, String description, Change change) {
        return new Edit(at, "", description, change);
    }
}

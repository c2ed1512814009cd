package ashlar.refinement.lift;

import ashlar.refinement.term.Term;

/// Branches of which an execution takes one side only, where otherwise both sides are taken and joined.
public interface Forks {
    /// An execution that joins all paths.
    Forks NONE = new Forks() {
        @Override
        public boolean isSplit(String method) {
            return false;
        }

        @Override
        public Term takes(Term condition) {
            return condition;
        }

        @Override
        public Term known(Term condition) {
            return condition;
        }
    };

    /// Whether the branches in the method (owner.name and descriptor) are not joined.
    boolean isSplit(String method);

    /// True or false: whether this execution is about states where condition holds.
    Term takes(Term condition);

    /// True or false if this execution is about such states only, else condition.
    Term known(Term condition);
}

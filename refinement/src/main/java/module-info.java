/// The engine: bytecode to verdict, knowing nothing of seL4.
module ashlar.refinement {
    requires transitive ashlar.model;
    requires pitest;
    requires tools.aqua.turnkey.z3;
    requires static cvc5;
    requires static javasmt.solver.bitwuzla;

    exports ashlar.refinement.api;
    exports ashlar.refinement.check;
    exports ashlar.refinement.report;
    exports ashlar.refinement.layout;
    exports ashlar.refinement.mutate;
    exports ashlar.refinement.lift to ashlar.proofs;
    exports ashlar.refinement.solve;
    exports ashlar.refinement.subset;
    exports ashlar.refinement.term;
}

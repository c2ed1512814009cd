/// The theorems that tie kernel, specification and drivers.
module ashlar.proofs {
    requires transitive ashlar.spec;
    requires transitive ashlar.impl;
    requires transitive ashlar.refinement;
    requires ashlar.drivergen;

    exports ashlar.proofs to ashlar.ci;
    opens ashlar.proofs.layout to ashlar.refinement;
    opens ashlar.proofs.lemmas to ashlar.refinement;
    opens ashlar.proofs.refines to ashlar.refinement;
    opens ashlar.proofs.theorems to ashlar.refinement;
}

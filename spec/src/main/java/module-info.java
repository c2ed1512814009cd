/// What seL4 does, for a reader of the manual.
module ashlar.spec {
    requires transitive ashlar.model;

    exports ashlar.spec.cspace to ashlar.proofs, ashlar.ci;
    exports ashlar.spec.invariant to ashlar.proofs, ashlar.ci;
    exports ashlar.spec.ipc to ashlar.proofs, ashlar.ci;
    exports ashlar.spec.state to ashlar.proofs, ashlar.ci;
    exports ashlar.spec.syscall to ashlar.proofs, ashlar.ci;
    exports ashlar.spec.thread to ashlar.proofs, ashlar.ci;
}

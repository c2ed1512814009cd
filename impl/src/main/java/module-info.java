/// The kernel, for a reader of C kernels.
module ashlar.impl {
    requires transitive ashlar.model;

    exports ashlar.impl.api to ashlar.proofs, ashlar.ci;
    exports ashlar.impl.kernel to ashlar.proofs, ashlar.ci;
    exports ashlar.impl.layout to ashlar.proofs, ashlar.ci;
    exports ashlar.impl.object to ashlar.proofs, ashlar.ci;
}

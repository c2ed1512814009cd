/// The machine, as far as anyone can observe it.
module ashlar.model {
    requires io.vavr;
    requires net.fornwall.jelf;

    exports ashlar.model.aarch64 to ashlar.proofs, ashlar.ci;
    exports ashlar.model.boot to ashlar.proofs, ashlar.ci;
    exports ashlar.model.bus to ashlar.drivergen, ashlar.proofs, ashlar.ci;
    exports ashlar.model.collection to ashlar.spec, ashlar.refinement, ashlar.proofs, ashlar.ci;
    exports ashlar.model.device to ashlar.proofs, ashlar.ci;
    exports ashlar.model.machine to ashlar.impl, ashlar.refinement, ashlar.proofs, ashlar.ci;
    exports ashlar.model.mmu to ashlar.proofs, ashlar.ci;
    exports ashlar.model.platform to ashlar.spec, ashlar.impl, ashlar.proofs, ashlar.ci;
    exports ashlar.model.x86_64 to ashlar.proofs, ashlar.ci;
    exports ashlar.model.word to
        ashlar.spec, ashlar.impl, ashlar.refinement, ashlar.drivergen, ashlar.proofs, ashlar.ci;
}

/// From device description to driver.
module ashlar.drivergen {
    requires ashlar.model;
    requires java.xml;
    requires org.antlr.antlr4.runtime;

    exports ashlar.drivergen.ast to ashlar.proofs, ashlar.ci;
    exports ashlar.drivergen.check to ashlar.proofs, ashlar.ci;
    exports ashlar.drivergen.emit to ashlar.proofs, ashlar.ci;
    exports ashlar.drivergen.foreign to ashlar.proofs, ashlar.ci;
    exports ashlar.drivergen.simulate to ashlar.proofs, ashlar.ci;
}

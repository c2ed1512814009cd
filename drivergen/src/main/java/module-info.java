/// From device description to driver.
module ashlar.drivergen {
    requires ashlar.model;
    requires org.antlr.antlr4.runtime;
}

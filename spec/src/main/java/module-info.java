/// What seL4 does, for a reader of the manual.
module ashlar.spec {
    requires transitive ashlar.model;
}

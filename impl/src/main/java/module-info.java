/// The kernel, for a reader of C kernels.
module ashlar.impl {
    requires transitive ashlar.model;
}

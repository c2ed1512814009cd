/// The command line, the benchmarks and the scripts that CI runs.
module ashlar.ci {
    requires ashlar.proofs;
    requires ashlar.drivergen;
    requires info.picocli;
    requires java.compiler;
    requires tools.jackson.databind;

    opens ashlar.ci to info.picocli, tools.jackson.databind;
}

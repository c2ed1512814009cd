/// The command line, the benchmarks and the scripts that CI runs.
module ashlar.ci {
    requires ashlar.proofs;
    requires ashlar.drivergen;
    requires info.picocli;
    requires java.compiler;
    requires java.management;
    requires java.xml;
    requires jdk.compiler;
    requires jdk.management;
    requires tools.aqua.turnkey.z3;
    requires static cvc5;
    requires static javasmt.solver.bitwuzla;
    requires tools.jackson.databind;

    opens ashlar.ci to info.picocli, tools.jackson.databind;
}

# Sourced by the launcher and by .ci/run.

is_jdk_25() { [[ -x $1/bin/javac && -r $1/release && $(<"$1/release") == *'JAVA_VERSION="25'[.\"+-]* ]]; }

# Points JAVA_HOME at a JDK 25: the one it names, else the one on the path, else one in the usual folders.
find_jdk_25() {
    local javac jdk
    javac=$(readlink -f "$(command -v javac)" || true)
    for jdk in "${JAVA_HOME:-}" "${javac%/bin/javac}" /usr/lib/jvm/* ~/.sdkman/candidates/java/* ~/.jdks/* \
               /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_jdk_25 "$jdk"; then export JAVA_HOME=$jdk; return; fi
    done
    return 1
}

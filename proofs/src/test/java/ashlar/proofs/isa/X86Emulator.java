package ashlar.proofs.isa;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Runs cases in QEMU's user-mode emulator, or on this machine's own processor.
final class X86Emulator implements AutoCloseable {
    static final String QEMU = "qemu-x86_64";

    private final Path program;
    private final List<String> command;

    private X86Emulator(boolean isNative) throws IOException {
        program = Files.createTempFile("x86_64", ".elf");
        try (InputStream elf = X86Emulator.class.getResourceAsStream("/isa/x86_64.elf")) {
            Files.copy(elf, program, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!program.toFile().setExecutable(true)) throw new IOException("cannot execute " + program);
        command = isNative ? List.of(program.toString())
            : List.of(QEMU, "-cpu", "Nehalem,+fsgsbase,+rdtscp", program.toString());
    }

    static X86Emulator qemu() throws IOException {
        return new X86Emulator(false);
    }

    static X86Emulator processor() throws IOException {
        return new X86Emulator(true);
    }

    static boolean isInstalled() {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, QEMU))) return true;
        }
        return false;
    }

    List<X86State> run(List<X86Case> cases) throws IOException {
        Process p = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        ByteBuffer in = ByteBuffer.allocate(8 + cases.size() * X86Case.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        in.putLong(cases.size());
        for (X86Case c : cases) c.write(in);
        try (OutputStream to = p.getOutputStream()) {
            to.write(in.array());
        }
        byte[] out = new byte[cases.size() * X86State.BYTES];
        try (DataInputStream from = new DataInputStream(p.getInputStream())) {
            from.readFully(out);
        }
        ByteBuffer states = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
        List<X86State> result = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) result.add(X86State.read(states));
        return result;
    }

    @Override
    public void close() throws IOException {
        Files.delete(program);
    }
}

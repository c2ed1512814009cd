package ashlar.ci.build;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes libraries fit for the virtual machine's start-up cache, which takes no class in that was compiled
/// for Java 5 or older: copies of such classes get what later versions ask for, stack maps.
public final class Renewal {
    private static final int JAVA_6 = ClassFile.JAVA_6_VERSION;

    private final ClassFile classFile = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS);

    private Renewal() {}

    /// Arguments: a file that holds a class path, the libraries; a folder for copies; a file for the class
    /// path of libraries and copies. The libraries must be on the class path of this program, too.
    public static void main(String[] args) throws IOException {
        List<String> renewed = new ArrayList<>();
        String libraries = Files.readString(Path.of(args[0])).strip();
        for (String library : libraries.split(Pattern.quote(File.pathSeparator)))
            renewed.add(new Renewal().renewed(Path.of(library), Path.of(args[1])).toString());
        Files.writeString(Path.of(args[2]), String.join(File.pathSeparator, renewed));
    }

    private Path renewed(Path library, Path folder) throws IOException {
        try (ZipFile jar = new ZipFile(library.toFile())) {
            if (!isOld(jar)) return library;
            Path copy = folder.resolve(library.getFileName());
            try (var out = new ZipOutputStream(Files.newOutputStream(copy))) {
                for (ZipEntry entry : jar.stream().map(ZipEntry.class::cast).toList()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(renewed(read(jar, entry)));
                }
            }
            return copy;
        }
    }

    private static boolean isOld(ZipFile jar) throws IOException {
        for (ZipEntry entry : jar.stream().map(ZipEntry.class::cast).toList())
            if (entry.getName().endsWith(".class") && isOld(read(jar, entry))) return true;
        return false;
    }

    private static byte[] read(ZipFile jar, ZipEntry entry) throws IOException {
        try (var in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /// Whether these are the bytes of an old class: after its magic number, a class file tells its version.
    private static boolean isOld(byte[] b) {
        boolean isClass = b.length > 8 && b[0] == (byte) 0xca && b[1] == (byte) 0xfe && b[2] == (byte) 0xba
            && b[3] == (byte) 0xbe;
        return isClass && ((b[6] & 0xff) << 8 | b[7] & 0xff) < JAVA_6;
    }

    private byte[] renewed(byte[] bytes) {
        if (!isOld(bytes)) return bytes;
        ClassTransform stackMaps = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        return classFile.transformClass(classFile.parse(bytes),
            stackMaps.andThen(ClassTransform.endHandler(c -> c.withVersion(JAVA_6, 0))));
    }
}

package ashlar.ci.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewalTest {
    @TempDir Path folder;

    @Test void old_classes_run_as_before_and_are_old_no_more() throws Exception {
        Path old = jar("old.jar", choice(ClassFile.JAVA_5_VERSION));
        Path renewed = Path.of(renewal(old));
        assertThat(renewed).isNotEqualTo(old);
        try (var loader = new URLClassLoader(new URL[] {renewed.toUri().toURL()}, null)) {
            Class<?> choice = loader.loadClass("Choice");
            assertThat(choice.getMethod("of", int.class).invoke(null, 0)).isEqualTo(7);
            assertThat(choice.getMethod("of", int.class).invoke(null, 1)).isEqualTo(8);
            byte[] bytes = loader.getResourceAsStream("Choice.class").readAllBytes();
            assertThat(ClassFile.of().parse(bytes).majorVersion()).isEqualTo(ClassFile.JAVA_6_VERSION);
        }
    }

    @Test void other_libraries_stay_where_they_are() throws IOException {
        Path young = jar("young.jar", choice(ClassFile.JAVA_8_VERSION));
        assertThat(renewal(young)).isEqualTo(young.toString());
    }

    private String renewal(Path library) throws IOException {
        Path copies = Files.createDirectories(folder.resolve("copies"));
        Path libraries = Files.writeString(folder.resolve("libraries.txt"), library.toString());
        Path classPath = folder.resolve("classpath.txt");
        Renewal.main(new String[] {libraries.toString(), copies.toString(), classPath.toString()});
        assertThat(Files.readString(classPath)).doesNotContain(File.pathSeparator);
        return Files.readString(classPath);
    }

    /// A class with a branch, so that later versions want a stack map: `of(i)` is 7 if i is 0, else 8.
    private static byte[] choice(int version) {
        return ClassFile.of(StackMapsOption.DROP_STACK_MAPS).build(ClassDesc.of("Choice"), c -> c
            .withVersion(version, 0).withFlags(ClassFile.ACC_PUBLIC)
            .withMethodBody("of", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int),
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> {
                    var other = code.newLabel();
                    code.iload(0).ifne(other).bipush(7).ireturn().labelBinding(other).bipush(8).ireturn();
                }));
    }

    private Path jar(String name, byte[] bytes) throws IOException {
        Path jar = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("Choice.class"));
            out.write(bytes);
        }
        return jar;
    }
}

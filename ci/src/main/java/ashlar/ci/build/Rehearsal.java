package ashlar.ci.build;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Runs the command line so that the virtual machine's start-up cache learns which classes it needs.
/// That cache accepts classes from jars only: folders of classes are kept off the class path and loaded here.
public final class Rehearsal {
    private Rehearsal() {}

    /// Arguments: the folders of classes, joined as in a class path; then those of the command line.
    public static void main(String[] args) throws ReflectiveOperationException, MalformedURLException {
        String[] folders = args[0].split(Pattern.quote(File.pathSeparator), -1);
        var urls = new URL[folders.length];
        for (int i = 0; i < folders.length; i++) urls[i] = new File(folders[i]).toURI().toURL();
        var loader = new URLClassLoader(urls);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass("ashlar.ci.Ashlar").getMethod("main", String[].class)
                  .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}

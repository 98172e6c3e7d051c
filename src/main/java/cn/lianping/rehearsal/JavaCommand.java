package cn.lianping.rehearsal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Starts another Java process of the same code, with less right to the processor than the platform. */
@Component
class JavaCommand {

    static final String LOG = "process.log";

    private static final List<String> NICE = List.of("/usr/bin/nice", "/bin/nice");
    private static final String FROM_JAR = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** What the process needs of the environment; nothing that could name the platform's own database. */
    private static final List<String> KEPT = List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SystemRoot");

    private final String memory;

    JavaCommand(@Value("${lianping.rehearsal.memory:1g}") String memory) {
        this.memory = memory;
    }

    /**
     * Starts it in the folder, which is its only argument; what it prints goes into a file there.
     *
     * @param main class with the main method
     * @param lasting whether it has minutes to do
     */
    Process start(Class<?> main, Path folder, boolean lasting) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words(main, folder, lasting))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT);
        return builder.start();
    }

    private List<String> words(Class<?> main, Path folder, boolean lasting) throws IOException {
        List<String> words = new ArrayList<>();
        NICE.stream()
                .filter(nice -> Files.isExecutable(Path.of(nice)))
                .findFirst()
                .ifPresent(nice -> {
                    words.add(nice);
                    words.add("-n");
                    words.add("10");
                });
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + memory);
        words.add("-XX:+UseSerialGC");
        if (!lasting) {
            // without the second compiler it needs less of the processor, as long as it ends in a minute or two
            words.add("-XX:TieredStopAtLevel=1");
        }
        words.add("-Duser.timezone=Asia/Shanghai");
        words.add("-Dfile.encoding=UTF-8");
        words.add("-Djava.awt.headless=true");
        String path = System.getProperty("java.class.path");
        if (isBootJar(path)) {
            words.add("-Dloader.main=" + main.getName());
            words.add("-cp");
            words.add(absolute(path));
            words.add(FROM_JAR);
        } else {
            words.add("-cp");
            words.add(absolute(path));
            words.add(main.getName());
        }
        words.add(folder.toString());
        return words;
    }

    private static String absolute(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split(File.pathSeparator, -1)) {
            parts.add(part.isEmpty() ? part : new File(part).getAbsolutePath());
        }
        return String.join(File.pathSeparator, parts);
    }

    private static boolean isBootJar(String path) throws IOException {
        if (path.contains(File.pathSeparator) || !path.endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(path)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue("Start-Class") != null;
        }
    }
}

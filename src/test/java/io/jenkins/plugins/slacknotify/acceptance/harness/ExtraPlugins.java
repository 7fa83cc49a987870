package io.jenkins.plugins.slacknotify.acceptance.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Plugins that some tests work with and few labs have: archives ({@code NAME.hpi}) in the folder that the property {@code
 * slack-notify.extra-plugins} names, or in the usual one.
 */
public final class ExtraPlugins {
    private static final String FOLDER = "slack-notify.extra-plugins";

    private ExtraPlugins() {}

    public static boolean isAtHand(String name) {
        return find(name).isPresent();
    }

    /** Returns the advice where one is not at hand. */
    public static String howTo(String name) {
        return "there is no plugin " + name + "; put " + name + ".hpi into " + folder()
                + ", or name another folder by -D" + FOLDER + "=";
    }

    /** Puts plugins into the home of a Jenkins that does not run, with those that they cannot do without. */
    static void installInto(Path home, Set<String> names) throws IOException {
        var plugins = home.resolve("plugins");
        var open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            var name = open.pop();
            var target = plugins.resolve(name + ".jpi");
            if (Files.exists(target) || Files.exists(plugins.resolve(name + ".hpl"))) {
                continue;
            }
            var archive = find(name).orElseThrow(() -> new IOException("the plugin " + name + " is missing"));
            ExplodedPlugins.install(archive, plugins);
            try (var jar = new JarFile(archive.toFile())) {
                open.addAll(PluginFolder.dependencies(jar.getManifest()));
            }
        }
    }

    /** Returns the archive of a plugin. Skips the test where it is neither there nor in the lab. */
    public static Path archive(String name) {
        assumeTrue(isAtHand(name), () -> howTo(name));
        return find(name).orElseThrow();
    }

    private static Optional<Path> find(String name) {
        var folders = Stream.concat(Stream.of(folder()), JenkinsLab.find().map(JenkinsLab::plugins).stream());
        return folders.flatMap(folder -> Stream.of(folder.resolve(name + ".hpi"), folder.resolve(name + ".jpi")))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Path folder() {
        var usual = System.getProperty("user.home") + "/.cache/slack-notify/extra-plugins";
        return Path.of(System.getProperty(FOLDER, usual));
    }
}

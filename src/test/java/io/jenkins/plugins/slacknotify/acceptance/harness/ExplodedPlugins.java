package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipFile;

/**
 * Plugins in the form that Jenkins gives them at its first start: the archive, and beside it a folder with what is in it. Each is unpacked
 * once for all Jenkinses, as each would take half a second of a processor for that. The folders go with the virtual machine. Safe for use
 * by many threads.
 */
final class ExplodedPlugins {
    private static final Map<Path, Path> FOLDERS = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> FOLDERS.values().forEach(FileTree::delete), "delete exploded plugins"));
    }

    private ExplodedPlugins() {}

    /** Puts a plugin that is called as its archive is into the plugins of a Jenkins that does not run. */
    static void install(Path archive, Path plugins) throws IOException {
        var name = archive.getFileName().toString().replaceFirst("\\.[jh]pi$", "");
        // Jenkins takes the folder for that of the archive if both have the same time.
        Files.copy(archive, plugins.resolve(name + ".jpi"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(plugins.resolve(name), FOLDERS.computeIfAbsent(archive, ExplodedPlugins::explode));
    }

    private static Path explode(Path archive) {
        try (var zip = new ZipFile(archive.toFile())) {
            var folder = Files.createTempDirectory("plugin-under-test");
            for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
            var stamp = Files.createFile(folder.resolve(PluginFolder.STAMP));
            Files.setLastModifiedTime(stamp, Files.getLastModifiedTime(archive));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + archive, e);
        }
    }
}

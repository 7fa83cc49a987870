package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plugins as Jenkins keeps them: archives, each with or without a folder of the same name that it was exploded to. */
record PluginFolder(Path folder) {
    /** In the folder that an archive was exploded to: has the time of that archive. */
    static final String STAMP = ".timestamp2";

    private static final Pattern ARCHIVE = Pattern.compile("(.+)\\.[jh]pi");

    /**
     * Makes plugins available in another folder, by links instead of copies wherever that is safe.
     *
     * @param wanted which, besides those that they cannot do without; all where none is named
     */
    void linkInto(Path target, Set<String> wanted) throws IOException {
        Files.createDirectories(target);
        for (var name : wanted.isEmpty() ? names() : withDependencies(wanted)) {
            var archive = archive(name);
            if (archive == null) {
                writeLinkedPlugin(target.resolve(name + ".hpl"), folder.resolve(name));
            } else {
                Files.createSymbolicLink(target.resolve(name + ".jpi"), archive);
                if (isFresh(archive, folder.resolve(name))) {
                    Files.createSymbolicLink(target.resolve(name), folder.resolve(name));
                }
            }
        }
    }

    /** Those of the plugins that are here. */
    private Set<String> withDependencies(Set<String> wanted) throws IOException {
        var here = names();
        var found = new TreeSet<String>();
        var open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            var name = open.pop();
            if (here.contains(name) && found.add(name)) {
                open.addAll(dependencies(manifest(name)));
            }
        }
        return found;
    }

    /** The plugins that one with this manifest cannot do without. */
    static List<String> dependencies(Manifest manifest) {
        var value = manifest.getMainAttributes().getValue("Plugin-Dependencies");
        return Stream.of(value == null ? new String[0] : value.split(","))
                .filter(dependency -> !dependency.contains("resolution:=optional"))
                .map(dependency -> dependency.replaceFirst(":.*", ""))
                .toList();
    }

    private Manifest manifest(String name) throws IOException {
        var exploded = folder.resolve(name).resolve("META-INF/MANIFEST.MF");
        if (Files.isRegularFile(exploded)) {
            try (var text = Files.newInputStream(exploded)) {
                return new Manifest(text);
            }
        }
        try (var jar = new JarFile(archive(name).toFile())) {
            return jar.getManifest();
        }
    }

    private Set<String> names() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry)
                            || ARCHIVE.matcher(entry.getFileName().toString()).matches())
                    .map(entry ->
                            ARCHIVE.matcher(entry.getFileName().toString()).replaceAll("$1"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Path archive(String name) {
        for (var suffix : new String[] {".jpi", ".hpi"}) {
            if (Files.isRegularFile(folder.resolve(name + suffix))) {
                return folder.resolve(name + suffix);
            }
        }
        return null;
    }

    /** Whether Jenkins would use the exploded folder as it is; else it would explode the archive into it anew. */
    private static boolean isFresh(Path archive, Path exploded) throws IOException {
        var stamp = exploded.resolve(STAMP);
        return Files.exists(stamp) && Files.getLastModifiedTime(stamp).equals(Files.getLastModifiedTime(archive));
    }

    /** An {@code .hpl}: a manifest that says where the parts of a plugin without an archive are. */
    private static void writeLinkedPlugin(Path link, Path exploded) throws IOException {
        try (var original = Files.newInputStream(exploded.resolve("META-INF/MANIFEST.MF"));
                var linked = Files.newOutputStream(link)) {
            var manifest = new Manifest(original);
            var classes = exploded.resolve("WEB-INF/classes");
            var jars = exploded.resolve("WEB-INF/lib/*.jar");
            manifest.getMainAttributes().put(new Attributes.Name("Libraries"), classes + "," + jars);
            manifest.getMainAttributes().put(new Attributes.Name("Resource-Path"), exploded.toString());
            manifest.write(linked);
        }
    }
}

package io.jenkins.plugins.slacknotify.central;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The classes of a Jenkins and of the running Java by internal name, read without being loaded. */
final class JenkinsTypes {
    private final List<Path> roots;
    private final Map<String, Optional<ClassNode>> types = new HashMap<>();

    private JenkinsTypes(List<Path> roots) {
        this.roots = roots;
    }

    /** The jars of a Jenkins: {@code war/} or {@code jenkins.war}, and {@code plugins/}, exploded or packed. */
    static JenkinsTypes of(Path lab) throws IOException {
        List<Path> roots = new ArrayList<>();
        Path exploded = lab.resolve("war");
        addLibraries(Files.isDirectory(exploded) ? exploded : lab.resolve("jenkins.war"), roots);
        for (Path plugin : list(lab.resolve("plugins"))) {
            addLibraries(plugin, roots);
        }
        return new JenkinsTypes(roots);
    }

    private static void addLibraries(Path application, List<Path> roots) throws IOException {
        Path libraries = rootOf(application).resolve("WEB-INF/lib");
        if (Files.isDirectory(libraries)) {
            for (Path jar : list(libraries)) {
                roots.add(rootOf(jar));
            }
        }
    }

    /** The folder itself, or the root of the archive, which may lie in another archive. */
    private static Path rootOf(Path folderOrArchive) throws IOException {
        if (Files.isDirectory(folderOrArchive)) {
            return folderOrArchive;
        }
        return FileSystems.newFileSystem(folderOrArchive)
                .getRootDirectories()
                .iterator()
                .next();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(JenkinsTypes::isFolderOrArchive)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private static boolean isFolderOrArchive(Path path) {
        return Files.isDirectory(path) || path.toString().matches(".*\\.[jh]p[il]|.*\\.jar");
    }

    Optional<ClassNode> find(String name) {
        return types.computeIfAbsent(name, this::read);
    }

    /** The type and all its ancestors that can be found, nearest first. */
    List<ClassNode> ancestry(ClassNode type) {
        Set<ClassNode> ancestry = new LinkedHashSet<>(List.of(type));
        parents(type).flatMap(name -> find(name).stream()).forEach(parent -> ancestry.addAll(ancestry(parent)));
        return List.copyOf(ancestry);
    }

    static Stream<String> parents(ClassNode type) {
        return Stream.concat(Stream.ofNullable(type.superName), type.interfaces.stream());
    }

    private Optional<ClassNode> read(String name) {
        String file = name + ".class";
        try {
            for (Path root : roots) {
                if (Files.exists(root.resolve(file))) {
                    return Optional.of(parse(Files.readAllBytes(root.resolve(file))));
                }
            }
            try (var ofJava = ClassLoader.getPlatformClassLoader().getResourceAsStream(file)) {
                return ofJava == null ? Optional.empty() : Optional.of(parse(ofJava.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClassNode parse(byte[] bytes) {
        ClassNode type = new ClassNode();
        new ClassReader(bytes).accept(type, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return type;
    }
}

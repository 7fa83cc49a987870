package io.jenkins.plugins.slacknotify.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;

/** The declared types, as this module has compiled them. */
final class Declarations {
    private static final Path CLASSES = Path.of("target", "classes");

    private Declarations() {}

    static List<ClassNode> types() throws IOException {
        List<ClassNode> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                types.add(JenkinsTypes.parse(Files.readAllBytes(file)));
            }
        }
        types.removeIf(type -> !Comparison.isApi(type.access));
        return types;
    }
}

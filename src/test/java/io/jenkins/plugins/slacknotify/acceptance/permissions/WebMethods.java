package io.jenkins.plugins.slacknotify.acceptance.permissions;

import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods of the plugin that Jenkins binds to addresses: all that are public and begin with {@code do}. */
final class WebMethods {
    private static final String ROOT = "io/jenkins/plugins/slacknotify";

    private WebMethods() {}

    /** Such as {@code admin.DeliveriesPage.doRetry}. */
    static Set<String> all() {
        try {
            var classes = Path.of(EngineLifecycle.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(classes.resolve(ROOT))) {
                return files.filter(file -> file.toString().endsWith(".class"))
                        .map(file -> type(classes.relativize(file)))
                        .flatMap(WebMethods::of)
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(Path file) {
        var name = file.toString().replace('/', '.').replaceFirst("\\.class$", "");
        try {
            return Class.forName(name, false, WebMethods.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> of(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> name.matches("do[A-Z].*"))
                .map(name -> type.getName().substring(ROOT.length() + 1).replaceFirst("\\$.*", "") + "." + name);
    }
}

package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A folder with a Jenkins that is ready to run: {@code jenkins.war} or an exploded {@code war/}, and {@code plugins/}.
 * Nothing in it is ever written to.
 */
public record JenkinsLab(Path folder) {
    /** The advice where there is none. */
    public static final String HOW_TO = "no Jenkins is at hand; set JENKINS_LAB to a folder with jenkins.war (or an"
            + " exploded war/) and plugins/";

    /** The folder that the property {@code jenkins.lab} or else the variable {@code JENKINS_LAB} names, or the usual one. */
    public static Optional<JenkinsLab> find() {
        return Stream.of(System.getProperty("jenkins.lab"), System.getenv("JENKINS_LAB"), usualFolder())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(name -> new JenkinsLab(Path.of(name).toAbsolutePath()))
                .filter(JenkinsLab::isComplete);
    }

    /** The version of its core. */
    public String version() {
        try {
            return manifest().getMainAttributes().getValue("Jenkins-Version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the version of the Jenkins in " + folder, e);
        }
    }

    boolean isExploded() {
        return Files.isDirectory(explodedWar());
    }

    Path explodedWar() {
        return folder.resolve("war");
    }

    Path war() {
        return folder.resolve("jenkins.war");
    }

    Path plugins() {
        return folder.resolve("plugins");
    }

    private static String usualFolder() {
        return System.getProperty("user.home") + "/.cache/slack-notify/jenkins-lab";
    }

    private boolean isComplete() {
        return (isExploded() || Files.isRegularFile(war())) && Files.isDirectory(plugins());
    }

    private Manifest manifest() throws IOException {
        if (isExploded()) {
            try (var text = Files.newInputStream(explodedWar().resolve("META-INF/MANIFEST.MF"))) {
                return new Manifest(text);
            }
        }
        try (var jar = new JarFile(war().toFile())) {
            return jar.getManifest();
        }
    }
}

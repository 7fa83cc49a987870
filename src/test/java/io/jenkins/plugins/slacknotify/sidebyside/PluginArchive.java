package io.jenkins.plugins.slacknotify.sidebyside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** A packaged plugin, and what its manifest says. */
record PluginArchive(Path file, String id, String version) {
    static PluginArchive read(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            var manifest = jar.getManifest().getMainAttributes();
            return new PluginArchive(file, manifest.getValue("Short-Name"), manifest.getValue("Plugin-Version"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the plugin " + file, e);
        }
    }

    /** Its id and version, without what a snapshot adds to it: "1.0-SNAPSHOT (private-0a1b2c3d-user)". */
    @Override
    public String toString() {
        return id + " " + version.replaceFirst(" .*", "");
    }
}

package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** The packaged plugin that the acceptance tests install. */
public final class PackagedPlugin {
    /** The file that the property {@code slacknotify.hpi} names, or else the one that the build leaves. */
    public static final Path FILE = Path.of(System.getProperty("slacknotify.hpi", "target/slack-notify.hpi"));

    /** The advice where it is not there. */
    public static final String HOW_TO = "the plugin is not built; run ./verify, or name it by -Dslacknotify.hpi=";

    private PackagedPlugin() {}

    public static boolean isBuilt() {
        return Files.isRegularFile(FILE);
    }
}

package io.jenkins.plugins.slacknotify.config.code;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Finds out whether Configuration as Code configures this Jenkins. The plugin tells that nobody, so this looks where it looks: at its
 * environment variable and system property, its file in the home of Jenkins, and the file of its own settings.
 */
public final class CodeSources {
    private static final String PLUGIN = "configuration-as-code";
    private static final String VARIABLE = "CASC_JENKINS_CONFIG";
    private static final String PROPERTY = "casc.jenkins.config";

    private CodeSources() {}

    /** Returns whether there is any source. Looks at the disk. */
    public static boolean areAny() {
        Jenkins jenkins = Jenkins.get();
        return jenkins.getPlugin(PLUGIN) != null
                && (isSet(System.getenv(VARIABLE))
                        || isSet(System.getProperty(PROPERTY))
                        || isIn(jenkins.getRootDir().toPath()));
    }

    private static boolean isSet(@CheckForNull String value) {
        return value != null && !value.isBlank();
    }

    static boolean isIn(Path home) {
        return Stream.of("jenkins.yaml", "jenkins.yml", "casc_configs", "io.jenkins.plugins.casc.CasCGlobalConfig.xml")
                .anyMatch(name -> Files.exists(home.resolve(name)));
    }
}

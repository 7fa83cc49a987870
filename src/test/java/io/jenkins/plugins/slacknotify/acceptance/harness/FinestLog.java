package io.jenkins.plugins.slacknotify.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the home of a Jenkins that gets all that the plugin, the Slack SDK and its HTTP client log, however fine, until it is closed.
 */
public final class FinestLog implements AutoCloseable {
    private static final String NAME = "everything.log";

    private static final String BEGIN = """
        import java.util.logging.*
        def file = new FileHandler("${Jenkins.get().rootDir}/%s")
        file.level = Level.ALL
        file.formatter = new SimpleFormatter()
        Logger.getLogger('').addHandler(file)
        ['io.jenkins.plugins.slacknotify', 'com.slack', 'okhttp3'].each { Logger.getLogger(it).level = Level.ALL }
        """.formatted(NAME);

    private static final String END = """
        import java.util.logging.*
        def root = Logger.getLogger('')
        root.handlers.findAll { it instanceof FileHandler }.each { root.removeHandler(it); it.close() }
        ['io.jenkins.plugins.slacknotify', 'com.slack', 'okhttp3'].each { Logger.getLogger(it).level = null }
        """;

    private final JenkinsClient admin;

    private FinestLog(JenkinsClient admin) {
        this.admin = admin;
    }

    public static FinestLog begin(JenkinsClient admin) {
        admin.script(BEGIN);
        return new FinestLog(admin);
    }

    @Override
    public void close() {
        admin.script(END);
    }

    /** Fails where nothing was logged, so that a search in it says nothing. */
    public static void requireUsed(Path home) throws IOException {
        assertThat(Files.size(home.resolve(NAME))).isPositive();
    }
}

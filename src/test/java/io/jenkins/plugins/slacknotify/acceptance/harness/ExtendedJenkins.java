package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A Jenkins with {@link ExtraPlugins}.
 *
 * @param plugins their names, which are all at hand
 */
public record ExtendedJenkins(JenkinsDistribution jenkins, Set<String> plugins) implements JenkinsDistribution {
    public ExtendedJenkins {
        plugins = Set.copyOf(plugins);
    }

    @Override
    public void furnish(Path home) throws IOException {
        jenkins.furnish(home);
        ExtraPlugins.installInto(home, plugins);
    }

    @Override
    public List<String> command(Path home, int port) {
        return jenkins.command(home, port);
    }
}

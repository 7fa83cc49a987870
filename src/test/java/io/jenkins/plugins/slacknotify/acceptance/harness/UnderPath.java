package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Jenkins that appears under a path of its address, as behind a reverse proxy.
 *
 * @param contextPath starts and ends with a slash
 */
public record UnderPath(JenkinsDistribution jenkins, String contextPath) implements JenkinsDistribution {
    @Override
    public void furnish(Path home) throws IOException {
        jenkins.furnish(home);
    }

    @Override
    public List<String> command(Path home, int port) {
        var command = new ArrayList<>(jenkins.command(home, port));
        command.add("--prefix=" + contextPath.substring(0, contextPath.length() - 1));
        return command;
    }
}

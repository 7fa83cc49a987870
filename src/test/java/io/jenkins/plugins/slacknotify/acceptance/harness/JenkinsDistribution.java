package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A Jenkins that can be started, the plugin under test included. */
public interface JenkinsDistribution {
    /** Puts into an empty {@code JENKINS_HOME} what this Jenkins needs to find there. */
    void furnish(Path home) throws IOException;

    /** The command line of a Jenkins that listens on 127.0.0.1 alone. */
    List<String> command(Path home, int port);

    /** Returns the path under its address at which it appears; starts and ends with a slash. */
    default String contextPath() {
        return "/";
    }
}

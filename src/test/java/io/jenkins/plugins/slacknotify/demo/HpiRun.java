package io.jenkins.plugins.slacknotify.demo;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsDistribution;
import java.nio.file.Path;
import java.util.List;

/** The Jenkins that Maven starts for the plugin's own build, with the plugins of its test scope. */
record HpiRun(Path pom) implements JenkinsDistribution {
    @Override
    public void furnish(Path home) {
        // Maven installs the plugins.
    }

    @Override
    public List<String> command(Path home, int port) {
        return List.of(
                "mvn",
                "--batch-mode",
                "--file",
                pom.toString(),
                "hpi:run",
                "-DjenkinsHome=" + home,
                "-Dhost=127.0.0.1",
                "-Dport=" + port,
                "-Dmaven.hpi.debug=false");
    }

    /** As the plugin parent POM has it. */
    @Override
    public String contextPath() {
        return "/jenkins/";
    }
}

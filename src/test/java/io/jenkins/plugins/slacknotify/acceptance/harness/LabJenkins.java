package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Jenkins of a {@link JenkinsLab} with one more plugin.
 *
 * @param plugin the {@code .hpi} to install
 */
public record LabJenkins(JenkinsLab lab, Path plugin) implements JenkinsDistribution {
    /** No wizard, no calls to the outside, and as quick a start as the virtual machine can give. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-Djenkins.install.runSetupWizard=false",
            "-Dhudson.model.UpdateCenter.never=true",
            "-Dhudson.model.DownloadService.never=true",
            "-Dhudson.model.UsageStatistics.disabled=true",
            "-Djenkins.model.Jenkins.logStartupPerformance=true");

    @Override
    public void furnish(Path home) throws IOException {
        var plugins = home.resolve("plugins");
        new PluginFolder(lab.plugins()).linkInto(plugins);
        Files.copy(plugin, plugins.resolve("slack-notify.jpi"));
    }

    @Override
    public List<String> command(Path home, int port) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + home.resolveSibling("tmp"));
        command.addAll(List.of("-jar", jar().toString(), "--webroot=" + webRoot(home)));
        command.addAll(List.of("--httpListenAddress=127.0.0.1", "--httpPort=" + port));
        return command;
    }

    private Path jar() {
        return lab.isExploded() ? lab.explodedWar().resolve("executable/winstone.jar") : lab.war();
    }

    private Path webRoot(Path home) {
        return lab.isExploded() ? lab.explodedWar() : home.resolveSibling("war");
    }
}

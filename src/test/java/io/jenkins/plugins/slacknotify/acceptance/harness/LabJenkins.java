package io.jenkins.plugins.slacknotify.acceptance.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The Jenkins of a {@link JenkinsLab} with some more plugins.
 *
 * @param wanted the plugins of the lab that it has, besides what those cannot do without; all where none is named. A Jenkins
 *     with few starts sooner, and has smaller pages
 * @param more the plugins to install, as {@code .hpi} or {@code .jpi} files that are called as the plugins are
 * @param options more options for its virtual machine
 */
public record LabJenkins(JenkinsLab lab, Set<String> wanted, List<Path> more, List<String> options)
        implements JenkinsDistribution {
    /**
     * No wizard, no calls to the outside, and as quick a start as the virtual machine can give: the classes, which a compiler has made,
     * are not verified again, as that takes an eighth of a start. There is room for all of them from the beginning on, or the heap is
     * collected each time that there is not: a fortieth.
     */
    private static final List<String> OPTIONS = List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-XX:MetaspaceSize=300m",
            "-Djava.awt.headless=true",
            "-Djenkins.install.runSetupWizard=false",
            "-Dhudson.model.UpdateCenter.never=true",
            "-Dhudson.model.DownloadService.never=true",
            "-Dhudson.model.UsageStatistics.disabled=true",
            "-Djenkins.model.Jenkins.logStartupPerformance=true");

    /**
     * Options that a request adds, such as {@code -Dslack-notify.jenkins.options="-Xmx4g -XX:-UseSerialGC -XX:+UseG1GC"} for figures. Of
     * two that contradict each other, the virtual machine takes the later.
     */
    private static final List<String> REQUESTED = Stream.of(
                    System.getProperty("slack-notify.jenkins.options", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    public LabJenkins {
        wanted = Set.copyOf(wanted);
        more = List.copyOf(more);
        options = List.copyOf(options);
    }

    /** With all plugins of the lab, and some more. */
    public LabJenkins(JenkinsLab lab, List<Path> more, List<String> options) {
        this(lab, Set.of(), more, options);
    }

    /** With all plugins of the lab, and the plugin under test. */
    public LabJenkins(JenkinsLab lab, Path plugin) {
        this(lab, List.of(plugin), List.of());
    }

    /**
     * With what the plugin under test cannot do without, and nothing else.
     *
     * @param besides but these, and what they cannot do without
     */
    public static LabJenkins bare(JenkinsLab lab, Path plugin, Set<String> besides) throws IOException {
        try (var jar = new JarFile(plugin.toFile())) {
            var wanted = new HashSet<>(PluginFolder.dependencies(jar.getManifest()));
            wanted.addAll(besides);
            return new LabJenkins(lab, wanted, List.of(plugin), List.of());
        }
    }

    @Override
    public void furnish(Path home) throws IOException {
        IdentityKey.writeInto(home);
        var plugins = home.resolve("plugins");
        new PluginFolder(lab.plugins()).linkInto(plugins, wanted);
        for (var plugin : more) {
            ExplodedPlugins.install(plugin, plugins);
        }
    }

    @Override
    public List<String> command(Path home, int port) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(REQUESTED);
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

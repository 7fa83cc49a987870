package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration of a Jenkins, changed by code and put back for the next test. */
public final class TestConfiguration {
    /**
     * What Configuration as Code does with the plugin's section, and that alone: to apply a whole file, it looks for pages of all settings of
     * all plugins, twice, which takes half a second of processor in a Jenkins with some hundred.
     */
    private static final String SECTION_ONLY = """
            import io.jenkins.plugins.casc.*
            import io.jenkins.plugins.casc.yaml.*
            def registry = ConfiguratorRegistry.get()
            def context = new ConfigurationContext(registry)
            try {
                def file = YamlUtils.loadFrom([YamlSource.of(new File(Jenkins.get().rootDir, 'jenkins.yaml').toPath())], context)
                def section = file.get('unclassified').asMapping().get('slackNotify')
                registry.lookupOrFail(io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration).configure(section, context)
                null
            } catch (problem) {
                for (def cause = problem; cause != null; cause = cause.cause) println cause
            }
            """;

    private final JenkinsProcess process;
    private final JenkinsClient admin;
    private final Supplier<String> systemChannel;
    private boolean changed;
    private boolean replaced;

    TestConfiguration(JenkinsProcess process, JenkinsClient admin, Supplier<String> systemChannel) {
        this.process = process;
        this.admin = admin;
        this.systemChannel = systemChannel;
    }

    /**
     * Changes settings until the next {@link TestBed#reset()}.
     *
     * @param settings lines as they stand under {@code slackNotify:}; the others are as in {@code jenkins.yaml}
     */
    public void set(String... settings) {
        write(section(settings));
        var problem = admin.script(SECTION_ONLY);
        if (!problem.isEmpty()) {
            throw new AssertionError(problem);
        }
    }

    /**
     * Applies configuration as code, as at a start.
     *
     * @return what is wrong with it, with all causes; empty where all is well
     */
    public String apply(String yaml) {
        write(yaml);
        return admin.script("""
            try {
                io.jenkins.plugins.casc.ConfigurationAsCode.get().configure()
            } catch (problem) {
                for (def cause = problem; cause != null; cause = cause.cause) println cause
            }
            """);
    }

    private void write(String yaml) {
        changed = true;
        try {
            Files.writeString(process.home().resolve("jenkins.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last section of {@code jenkins.yaml}, with those settings and the present system channel in place of its own. */
    private String section(String... settings) {
        var changed = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of("channel: '#" + systemChannel.get() + "'"), Stream.of(settings))
                .forEach(line -> changed.put(key(line), "    " + line));
        var section = TestBed.resource("jenkins.yaml")
                .lines()
                .dropWhile(line -> !line.strip().equals("slackNotify:"))
                .filter(line -> !changed.containsKey(key(line)));
        return Stream.of(Stream.of("unclassified:"), section, changed.values().stream())
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    private static String key(String line) {
        return line.strip().replaceFirst(":.*", "");
    }

    /** The plugin's section as Configuration as Code exports it. */
    public String exported() {
        var all = admin.exportConfiguration();
        int begin = all.indexOf("  slackNotify:\n");
        var rest = all.substring(begin + 1);
        int end = rest.split("\n(?=  ?\\S)", 2)[0].length();
        return all.substring(begin, begin + 1 + end) + "\n";
    }

    /** Notes that the configuration has changed in another way than by this class, so that it has to be put back. */
    public void markChanged() {
        changed = true;
    }

    /**
     * Applies configuration as code that says more than the plugin's section.
     *
     * @return what is wrong with it, with all causes; empty where all is well
     */
    public String replaceWith(String yaml) {
        replaced = true;
        return apply(yaml);
    }

    /**
     * Notes that more than the plugin's section has changed in another way than by this class, such as who may do what, so that
     * the next class of tests has to have it put back.
     */
    public void markReplaced() {
        replaced = true;
    }

    /** Puts the plugin's section back if it was changed. */
    void putBack() {
        if (changed) {
            set();
            changed = false;
        }
    }

    /** Puts everything back that {@link #replaceWith} has replaced. */
    void putAllBack() {
        if (replaced) {
            apply(TestBed.resource("jenkins.yaml"));
            replaced = false;
        }
    }
}

package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.acceptance.harness.CodedConfiguration;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration of a Jenkins, changed by code and put back for the next test. */
public final class TestConfiguration {
    /** Prints the plugin's section as Configuration as Code exports it, and of the others nothing, which takes as long. */
    private static final String EXPORT = """
            import io.jenkins.plugins.casc.*
            import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration
            def context = new ConfigurationContext(ConfiguratorRegistry.get())
            def section = context.lookupOrFail(SlackNotifyConfiguration).describe(SlackNotifyConfiguration.get(), context)
            def out = new StringWriter()
            ConfigurationAsCode.serializeYamlNode(ConfigurationAsCode.get().toYaml(section), out)
            println '  slackNotify:'
            out.toString().readLines().each { println '    ' + it }
            null
            """;

    private final CodedConfiguration code;
    private final JenkinsClient admin;
    private final Supplier<String> systemChannel;
    private boolean changed;
    private boolean replaced;

    TestConfiguration(JenkinsProcess process, JenkinsClient admin, Supplier<String> systemChannel) {
        code = new CodedConfiguration(process.home(), admin);
        this.admin = admin;
        this.systemChannel = systemChannel;
    }

    /**
     * Changes settings until the next {@link TestBed#reset()}.
     *
     * @param settings lines as they stand under {@code slackNotify:}; the others are as in {@code jenkins.yaml}
     */
    public void set(String... settings) {
        var problem = apply(section(settings));
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
        changed = true;
        return code.apply(yaml);
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
        return "  " + admin.script(EXPORT) + "\n";
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

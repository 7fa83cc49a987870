package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Configuration as code says all that there is: exported, imported and exported again, it is the same. {@code
 * -Dslack-notify.configurations=45} generates so many of them.
 */
@JenkinsAcceptance
class ExportTest {
    private static final int CONFIGURATIONS = Integer.getInteger("slack-notify.configurations", 15);

    /** As many as one request has time for. */
    private static final int AT_ONCE = 5;

    private static final long SEED = Long.getLong("slack-notify.configurations.seed", 16);

    /**
     * Reads each YAML, exports it, reads that into settings as in a new Jenkins, and into those of another YAML; each time the plugin's
     * section, as Configuration as Code does with a whole file, without the pages of all other plugins that it looks for then.
     */
    private static final String ROUND_TRIP = """
            import groovy.json.JsonSlurper
            import io.jenkins.plugins.casc.*
            import io.jenkins.plugins.casc.yaml.*
            import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration
            def slack = SlackNotifyConfiguration.get()
            def context = new ConfigurationContext(jenkins.model.Jenkins.get().getExtensionList('io.jenkins.plugins.casc.impl.DefaultConfiguratorRegistry')[0])
            def file = new File(jenkins.model.Jenkins.get().rootDir, 'generated.yaml')
            def importAll = { yaml ->
                file.setText(yaml, 'UTF-8')
                def section = YamlUtils.loadFrom([YamlSource.of(file.toPath())], context).get('unclassified').asMapping().get('slackNotify')
                context.lookupOrFail(SlackNotifyConfiguration).check(section.clone(), context)
                context.lookupOrFail(SlackNotifyConfiguration).configure(section, context)
            }
            def export = {
                def out = new StringWriter()
                def node = context.lookupOrFail(SlackNotifyConfiguration).describe(slack, context)
                ConfigurationAsCode.serializeYamlNode(ConfigurationAsCode.get().toYaml(node), out)
                "unclassified:\\n  slackNotify:\\n" + out.toString().readLines().collect { '    ' + it }.join('\\n') + '\\n'
            }
            def xml = { jenkins.model.Jenkins.XSTREAM2.toXML(slack) }
            importAll('unclassified: {slackNotify: {}}')
            def empty = xml()
            def other = 'unclassified: {slackNotify: {}}'
            new JsonSlurper().parse(new File(jenkins.model.Jenkins.get().rootDir, 'generated.json'), 'UTF-8').each { yaml ->
                try {
                    importAll(yaml)
                    def settings = xml()
                    def first = export()
                    importAll('unclassified: {slackNotify: {}}')
                    if (xml() != empty) println "NOT EMPTY after: $yaml"
                    importAll(first)
                    if (xml() != settings) println "OTHER SETTINGS in an empty Jenkins: $yaml\\n$first"
                    if (export() != first) println "OTHER EXPORT: $yaml\\n$first\\n${export()}"
                    importAll(other)
                    importAll(first)
                    if (xml() != settings) println "OTHER SETTINGS over others: $other\\n$yaml\\n$first"
                    other = first
                } catch (Exception e) {
                    println "REFUSED: $e.message $e.cause $yaml"
                }
            }
            null
            """;

    @AfterEach
    void reset(TestBed bed) {
        bed.configuration().markChanged();
        bed.reset();
    }

    @Test
    void shouldBeTheSameAfterExportAndImportForEveryFieldAndItsEmptyValue(TestBed bed) throws IOException {
        var generated = IntStream.range(0, CONFIGURATIONS)
                .mapToObj(index -> new GeneratedConfiguration(new Random(SEED + index)))
                .toList();
        var json = new GsonBuilder().disableHtmlEscaping().create();
        var yamls = generated.stream()
                .map(one -> json.toJson(Map.of("unclassified", Map.of("slackNotify", one.slackNotify()))))
                .toList();

        for (int from = 0; from < yamls.size(); from += AT_ONCE) {
            var some = yamls.subList(from, Math.min(yamls.size(), from + AT_ONCE));
            Files.writeString(bed.process().home().resolve("generated.json"), json.toJson(some));

            assertThat(bed.admin().script(ROUND_TRIP)).isEmpty();
        }
        GeneratedConfiguration.fieldsOf(generated)
                .forEach((type, names) -> assertThat(new TreeSet<>(names))
                        .as("the generated fields of " + type)
                        .isEqualTo(new TreeSet<>(attributes(bed, type))));
    }

    @Test
    void shouldExportWhatIsEmptyWhereTheDefaultIsNot(TestBed bed) {
        bed.configuration().set("events: []", "personal: {told: [], ignored: [], defaults: {events: []}}");

        assertThat(bed.configuration().exported().replaceAll("\\s+", " "))
                .contains(
                        "events: - \"none\"",
                        "told: - \"none\"",
                        "ignored: - \"none\"",
                        "defaults: events: - \"none\"");
    }

    @Test
    void shouldGiveItsDefaultToWhatALaterYamlLeavesOut(TestBed bed) {
        bed.configuration().set("events: []", "expiryHours: 3", "personal: {enabled: true}", "botName: Somebody");

        assertThat(bed.configuration()
                        .apply("unclassified: {slackNotify: {channel: '#later', apiUrl: '%s'}}"
                                .formatted(bed.sandbox().apiUrl())))
                .isEmpty();

        assertThat(bed.configuration().exported())
                .contains("regressed", "expiryHours: 24", "#later")
                .doesNotContain("Somebody", "none", "enabled: false");
    }

    private static List<String> attributes(TestBed bed, String type) {
        return bed.admin().script("""
                        import io.jenkins.plugins.casc.*
                        def types = Jenkins.get().pluginManager.uberClassLoader
                        def type = ['', 'rules.', 'people.', 'inbound.', 'subscription.'].findResult {
                            try { types.loadClass('io.jenkins.plugins.slacknotify.config.' + it + '%s') } catch (ClassNotFoundException e) { null }
                        }
                        new ConfigurationContext(jenkins.model.Jenkins.get().getExtensionList('io.jenkins.plugins.casc.impl.DefaultConfiguratorRegistry')[0]).lookupOrFail(type).attributes.each { println it.name }
                        null
                        """.formatted(type)).lines().collect(Collectors.toList());
    }
}

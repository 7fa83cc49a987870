package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jenkins takes every configuration that the manual shows; the manifest of the app is for Slack. */
@JenkinsAcceptance
class ManualTest {
    private static final Path ROOT = Stream.of("", "../..")
            .map(Path::of)
            .filter(root -> Files.isRegularFile(root.resolve("README.md")))
            .findFirst()
            .orElseThrow();
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

    static List<String> configurations() throws IOException {
        return pages().flatMap(ManualTest::yaml)
                .filter(yaml -> !yaml.startsWith("display_information:"))
                .map(yaml ->
                        yaml.startsWith("unclassified:") ? yaml : "unclassified:\n  slackNotify:\n" + yaml.indent(4))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void shouldTakeItsConfigurations(String yaml, TestBed bed) {
        try {
            assertThat(bed.configuration().apply(inSandbox(yaml, bed))).isEmpty();
        } finally {
            bed.reset();
        }
    }

    /** Try it in the preview: whoever copies an example there sees what it would do. */
    @ParameterizedTest
    @MethodSource("configurations")
    void shouldPreviewItsRules(String yaml, TestBed bed) {
        if (!yaml.contains("routing:")) {
            return;
        }
        if (bed.admin().get("job/deploy/").status() == 404) {
            bed.jobDsl().run("folder('deploy')");
            bed.jobs().createPipeline("deploy/manual", "error 'no'");
            bed.jobs().build("deploy/manual");
        }

        assertThat(bed.admin()
                        .post("manage/slack/preview/api?job=deploy/manual", "application/yaml", yaml)
                        .requireStatus(200)
                        .body())
                .contains("\"outcome\"")
                .doesNotContain("\"problem\": \"", "^");
    }

    /** The settings that an example leaves out have their defaults, so it has to name the sandbox. */
    private static String inSandbox(String yaml, TestBed bed) {
        var url = bed.sandbox().apiUrl();
        return yaml.contains("apiUrl:")
                ? yaml.replace("https://slack.com/api/", url)
                : yaml.replaceFirst("(?m)^  slackNotify:$", "  slackNotify:\n    apiUrl: " + url);
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> yaml(Path page) {
        try {
            return YAML.matcher(Files.readString(page)).results().map(block -> block.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.jenkins.plugins.slacknotify.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manual says to write, Jenkins takes. */
@JenkinsAcceptance
class ManualTest {
    private static final Path ROOT = Stream.of("", "../..")
            .map(Path::of)
            .filter(root -> Files.isRegularFile(root.resolve("README.md")))
            .findFirst()
            .orElseThrow();
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

    static List<String> configurations() throws IOException {
        return Stream.concat(yaml("README.md"), Stream.concat(yaml("docs/templates.md"), yaml("docs/configuration.md")))
                .map(yaml ->
                        yaml.startsWith("unclassified:") ? yaml : "unclassified:\n  slackNotify:\n" + yaml.indent(4))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void shouldTakeItsConfigurations(String yaml, TestBed bed) {
        try {
            assertThat(bed.configureAsCode(
                            yaml.replace("https://slack.com/api/", bed.sandbox().apiUrl())))
                    .isEmpty();
        } finally {
            bed.reset();
        }
    }

    private static Stream<String> yaml(String file) throws IOException {
        return YAML.matcher(Files.readString(ROOT.resolve(file))).results().map(block -> block.group(1));
    }
}

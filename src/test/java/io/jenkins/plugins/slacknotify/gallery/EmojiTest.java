package io.jenkins.plugins.slacknotify.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.message.wording.HeadlineRenderer;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The sandbox draws each emoji with which the headline of a build begins. */
class EmojiTest {
    @Test
    void shouldBeDrawnForEachWayInWhichABuildEnds() throws IOException {
        String table;
        try (var stream = SlackSandbox.class.getResourceAsStream("emoji.js")) {
            table = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace('\n', '|');
        }

        assertThat(icons())
                .hasSizeGreaterThan(7)
                .allSatisfy(icon -> assertThat(table).contains("|" + icon.replace(":", "") + " "));
    }

    private static Set<String> icons() {
        var icons = new TreeSet<String>();
        for (var outcome : Outcome.values()) {
            var build =
                    SampleBuilds.ofBranch("main", 1).that(outcome, Trend.SAME).build();
            icons.add(HeadlineRenderer.icon(build, Severity.INFO));
            for (var kind : Interruption.Kind.values()) {
                var findings = Findings.builder()
                        .interruption(new Interruption(kind, null))
                        .build();
                icons.add(HeadlineRenderer.icon(
                        build.toBuilder().findings(findings).build(), Severity.INFO));
            }
        }
        return icons;
    }
}

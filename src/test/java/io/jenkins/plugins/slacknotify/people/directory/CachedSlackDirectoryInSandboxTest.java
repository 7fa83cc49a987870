package io.jenkins.plugins.slacknotify.people.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link CachedSlackDirectory} over HTTP, against a server that keeps Slack's rules. */
class CachedSlackDirectoryInSandboxTest {
    private static final int BUILDS = 200;
    private static final int PEOPLE = 30;
    private static final int UNKNOWN = 3;

    private final SlackSandbox slack = SlackSandbox.start();
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final SlackApiGateway gateway = new SlackApiGateway(HttpSettings.defaults());
    private final ManualClock clock = new ManualClock();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        gateway.close();
        slack.close();
    }

    @Test
    void shouldCostOneLookUpForEachPersonInADayOfBuilds() {
        SlackConnection connection = connectionTo(acme);
        for (int person = UNKNOWN; person < PEOPLE; person++) {
            acme.user("Person " + person, person + "@example.org");
        }
        CachedSlackDirectory directory = new CachedSlackDirectory(gateway, folder, clock);

        for (int build = 0; build < BUILDS; build++) {
            for (int change = 0; change < 4; change++) {
                int person = (build + change) % PEOPLE;
                assertThat(directory.find(connection, person + "@example.org").success())
                        .hasValueSatisfying(
                                found -> assertThat(found.isPresent()).isEqualTo(person >= UNKNOWN));
            }
            clock.advance(Duration.ofDays(1).dividedBy(BUILDS));
        }

        assertThat(slack.callCounts()).isEqualTo(Map.of("auth.test", 1L, "users.lookupByEmail", (long) PEOPLE));
    }

    @Test
    void shouldKeepTwoWorkspacesApart() {
        SandboxWorkspace globex = slack.workspace("globex");
        String ada = acme.user("Ada", "ada@example.org").id();
        String otherAda = globex.user("Ada", "ada@example.org").id();
        CachedSlackDirectory directory = new CachedSlackDirectory(gateway, folder, clock);

        assertThat(directory.find(connectionTo(acme), "ada@example.org")).isEqualTo(found(ada));
        assertThat(directory.find(connectionTo(globex), "ada@example.org")).isEqualTo(found(otherAda));
        assertThat(directory.find(connectionTo(globex), ada)).isEqualTo(new SlackResult.Success<>(Optional.empty()));
    }

    private SlackConnection connectionTo(SandboxWorkspace workspace) {
        return new SlackConnection(URI.create(slack.apiUrl()), BotToken.of(workspace.installBot("jenkins")));
    }

    private static SlackResult<Optional<SlackUser>> found(String id) {
        return new SlackResult.Success<>(Optional.of(new SlackUser(id, "Ada", false, false)));
    }
}

package io.jenkins.plugins.slacknotify.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tokens of folders and workspaces: who may use which, and whose builds are sent with which. */
@JenkinsAcceptance
class FolderTokensTest {
    private static final int MANY = 6;

    private static final String STORE_OF =
            "com.cloudbees.plugins.credentials.CredentialsProvider.lookupStores(Jenkins.get().getItemByFullName('%1$s')).find"
                    + " { it.context.fullName == '%1$s' }";

    @Test
    void shouldFoldTheBuildsOfEachFolderIntoItsOwnWorkspace(TestBed bed) {
        for (var folder : List.of("north", "south")) {
            var workspace = bed.sandbox().workspace(folder);
            var token = workspace.installBot("bot-of-" + folder);
            workspace.channel("storm").invite("bot-of-" + folder);
            bed.jobDsl().run("""
                folder('%s') {
                    properties {
                        slackNotifyFolder {
                            destinations { namedDestination { name('team'); channel('#storm'); credentialsId('slack-bot') } }
                            rules { notificationRule { events(['failure']); to(['team']); last(true) } }
                        }
                    }
                }
                """.formatted(folder));
            bed.credentials().add("slack-bot", token, "GLOBAL", STORE_OF.formatted(folder));
            IntStream.range(0, MANY)
                    .forEach(number -> bed.jobs().createPipeline(folder + "/of-" + folder + number, "error 'no'"));
        }
        bed.sandbox()
                .faults()
                .nextTimesAbout("storm", 2, "chat.postMessage", Fault.rateLimited(Duration.ofSeconds(20)));

        var builds = Stream.of("north", "south")
                .flatMap(folder -> IntStream.range(0, MANY)
                        .mapToObj(number -> bed.jobs().start(folder + "/of-" + folder + number)))
                .toList();
        builds.forEach(Build::await);
        bed.waits().untilNothingIsLeftOf("(north|south)/.*");

        for (var folder : List.of("north", "south")) {
            var other = folder.equals("north") ? "south" : "north";
            var messages = bed.sandbox().workspace(folder).messagesIn("storm");
            assertThat(messages).hasSizeBetween(1, MANY - 1);
            assertThat(messages.toString()).doesNotContain("of-" + other);
            for (var number = 0; number < MANY; number++) {
                var job = "of-" + folder + number;
                assertThat(messages.stream().map(SandboxMessage::toString)).anyMatch(message -> message.contains(job));
            }
        }
    }
}

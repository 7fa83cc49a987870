package io.jenkins.plugins.slacknotify.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.PackagedPlugin;
import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The home of Jenkins as an earlier version of the plugin has left it, with this version in its place: by default as the latest of
 * {@link EarlierState} has left it, with {@code -Dslack-notify.upgrades=all} each of them. What all have stored is read by {@link
 * EarlierConfigurationTest} and by tests without a Jenkins.
 */
@Tag("acceptance")
@Order(25)
class UpgradeTest {
    private static final String JOURNAL = "slack-notify/outbox/journal/00000001.journal";
    private static final String OF_A_NEWER_VERSION = "{\"v\":2,\"id\":\"of-a-newer-version\"}";

    private static final String WAITING =
            "print io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().waiting()";

    private static final String DELIVERIES =
            "io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().latest(100).each { println it }";

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.slacknotify.acceptance.upgrade.EarlierState#tried")
    void shouldGoOnWhereAnEarlierVersionHasStopped(EarlierState state) throws IOException {
        assumeThat(JenkinsLab.find()).as(JenkinsLab.HOW_TO).isPresent();
        try (TestBed bed = start(state)) {
            assertThatNothingIsLost(bed);
            assertThatEverythingIsSaidOnce(bed, state);
            assertThatNothingStoredGetsLost(bed, state);
            assertThat(bed.configuration().apply(state.configurationAsCode())).isEmpty();
            assertThat(bed.process().log()).noneMatch(line -> line.contains("slacknotify") && line.contains("SEVERE"));
        }
    }

    /** A newer version has stored names, fields and messages that this one does not know. */
    @Test
    void shouldSayInWordsWhatItCannotReadOfANewerVersion() throws Exception {
        assumeThat(JenkinsLab.find()).as(JenkinsLab.HOW_TO).isPresent();
        EarlierState latest = EarlierState.all().reduce((a, b) -> b).orElseThrow();
        try (TestBed bed = start(latest, UpgradeTest::asIfNewer)) {
            bed.jobs().createPipeline("after", "error 'no'");
            bed.jobs().build("after");

            bed.channels().awaitAbout("after #1", "builds", 1);
            bed.waits().untilLogHas("Unknown event 'mended'", "newer version");
            bed.waits().untilLogHas("A newer version of Slack Notify has left 1 notifications");
            assertThat(bed.admin().get("manage/").body()).contains("Install the newer version again to have them sent");
            assertThat(bed.process().log())
                    .noneMatch(line -> line.contains("at io.jenkins.plugins.slacknotify") || line.contains("SEVERE"));
            bed.process().stop();
            assertThat(EarlierState.read(bed.process().home().resolve(JOURNAL))).contains(OF_A_NEWER_VERSION);
        }
    }

    private static String asIfNewer(String path, String text) {
        if (path.equals(JOURNAL)) {
            return text + EarlierState.framed(OF_A_NEWER_VERSION);
        }
        return text.replace("<string>fixed</string>", "<string>mended</string>")
                .replace("<failure>CRITICAL</failure>", "<failure>APOCALYPTIC</failure>")
                .replace("<string>pullRequest</string>", "<string>mergeQueue</string>")
                .replace("<severity>CRITICAL</severity>", "<severity>APOCALYPTIC</severity>")
                .replace("<threadDetails>full</threadDetails>", "<threadDetails>film</threadDetails>")
                .replace("<botName>", "<botMood>cheerful</botMood><botName>");
    }

    private static TestBed start(EarlierState state) {
        return start(state, (path, text) -> text);
    }

    private static TestBed start(EarlierState state, BinaryOperator<String> change) {
        return TestBed.start(
                JenkinsLab.find().orElseThrow(),
                PackagedPlugin.FILE,
                "Upgrade-" + state,
                slack -> home(state, slack, change));
    }

    private static Map<String, String> home(EarlierState state, SlackSandbox slack, BinaryOperator<String> change) {
        slack.workspace("acme").user("developer", EarlierState.DEVELOPER);
        Map<String, String> files = new HashMap<>(state.homeFiles(slack));
        for (String channel : List.of("ops", "builds", "nightly")) {
            slack.workspace("acme").channel(channel).invite(TestBed.BOT);
        }
        files.replaceAll(change);
        // Jenkins reads no user out of a folder that another Jenkins has named.
        files.keySet().removeIf(path -> path.startsWith("users/"));
        files.put("jenkins.yaml", withoutOurs());
        return files;
    }

    /** The usual configuration of Jenkins without the plugin's. */
    static String withoutOurs() {
        return TestBed.resource("jenkins.yaml")
                .replaceFirst("(?s)unclassified:.*", "")
                .replaceFirst(
                        "(?m)^( *- string: \\{id: slack-token,).*$",
                        "$0\n$1 scope: GLOBAL, secret: \"\\${SANDBOX_TOKEN}\"}")
                .replace("slack-token, scope: GLOBAL", "slack-token-of-the-shop, scope: GLOBAL");
    }

    private static void assertThatNothingIsLost(TestBed bed) {
        assertThat(bed.admin()
                        .script("print hudson.ExtensionList.lookupSingleton(hudson.diagnosis.OldDataMonitor).data"))
                .isIn("[:]", "{}");
    }

    private static void assertThatEverythingIsSaidOnce(TestBed bed, EarlierState state) {
        Awaitility.await()
                .atMost(TestBed.TIMEOUT)
                .pollInterval(Polls.OF_SCRIPTS)
                .untilAsserted(() -> assertThat(bed.admin().script(WAITING))
                        .as(bed.admin().script(DELIVERIES))
                        .isEqualTo("0"));
        assertThat(bed.slack().messagesIn("ops"))
                .extracting(SandboxMessage::text)
                .contains("Released *1.4*", "Images are built")
                .doesNotContain("Told at once")
                .doesNotHaveDuplicates();
        assertThat(bed.slack().messagesIn("builds").stream().filter(message -> !message.isReply()))
                .singleElement()
                .extracting(SandboxMessage::text)
                .asString()
                .contains("checkout");
        assertThat(bed.slack().messagesIn("nightly").stream().filter(message -> !message.isReply()))
                .extracting(SandboxMessage::text)
                .hasSize(2)
                .contains("Building *nightly*");
        assertThat(bed.slack().directMessagesTo(EarlierState.DEVELOPER))
                .as(bed.admin().script(DELIVERIES))
                .hasSize(state.tellsPeople() ? 1 : 0);
    }

    /** What is read is written again, and all that was there of ours has to be there still. */
    private static void assertThatNothingStoredGetsLost(TestBed bed, EarlierState state) {
        bed.admin().script("""
                def jenkins = jenkins.model.Jenkins.get()
                io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().save()
                jenkins.allItems(hudson.model.AbstractItem).each { it.save() }
                """);
        state.homeFiles(bed.sandbox()).forEach((path, text) -> {
            if (path.endsWith(".xml")) {
                EarlierState.ours(text)
                        .forEach(ours -> assertThat(lines(written(bed, path, ours)))
                                .as(path)
                                .containsSubsequence(lines(EarlierState.renamed(ours))));
            }
        });
    }

    private static String written(TestBed bed, String path, String ours) {
        return path.startsWith("users/")
                ? EarlierConfigurationTest.writtenAgain(bed, ours)
                : EarlierState.read(bed.process().home().resolve(path));
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }
}

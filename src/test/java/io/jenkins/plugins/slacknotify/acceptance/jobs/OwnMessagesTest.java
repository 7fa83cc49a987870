package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Reaction;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what a pipeline says in a form of its own: blocks, Markdown, mentions, emoji. */
@JenkinsAcceptance
class OwnMessagesTest {
    @Test
    void shouldShowBlocksThatAreWrittenAsListsAndMaps(TestBed bed) {
        bed.channels().open("maps");
        build(bed, "maps", """
            def version = 4
            slackNotify channel: 'maps', blocks: [
                [type: 'header', text: [type: 'plain_text', text: "Release 1.${version}", emoji: true]],
                [type: 'section', text: [type: 'mrkdwn', text: '*42* changes'], accessory: null]
            ]
            """);

        var message = bed.channels().await("maps", 1).get(0);
        assertThat(message.text()).isEqualTo("Release 1.4\n*42* changes");
        assertThat(message.blocks())
                .hasToString("[{\"type\":\"header\","
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Release 1.4\",\"emoji\":true}},"
                        + "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*42* changes\"}}]");
    }

    @Test
    void shouldShowWhatTheBlockKitBuilderCopies(TestBed bed) {
        bed.channels().open("copied");
        build(bed, "copied", """
            pipeline {
                agent none
                stages { stage('Tell') { steps {
                    slackNotify channel: 'copied', message: 'Short', mention: 'here', blocks: '''{
                        "blocks": [ { "type": "divider" } ]
                    }'''
                } } }
            }
            """);

        var message = bed.channels().await("copied", 1).get(0);
        assertThat(message.text()).isEqualTo("<!here> Short");
        assertThat(message.blocks().toString()).contains("\"<!here>\"").endsWith("{\"type\":\"divider\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "header-1 | blocks: [[type: 'header', text: [type: 'plain_text', text: 'x' * 151]]]"
                        + " | blocks[0].text.text: longer than 150 characters (151)",
                "json-1 | blocks: '[{]' | blocks: this is not valid JSON (line 1, column 4)",
                "both-1 | blocks: '[]', markdown: 'x' | markdown stands in the place of message and of blocks",
                "who-1 | message: 'x', mention: '<!date^1>' | mention: '<!date^1>' is none of here, channel, everyone"
            })
    void shouldSayInTheConsoleWhatIsWrongAndWhere(String job, String arguments, String complaint, TestBed bed) {
        var build = build(bed, job, "slackNotify channel: 'nowhere', " + arguments);

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.consoleLines("[Slack]"))
                .singleElement()
                .asString()
                .startsWith("[Slack] Not sent: " + complaint);
    }

    @Test
    void shouldFailTheBuildForWrongBlocksWhereThatWasAskedFor(TestBed bed) {
        var build = build(bed, "strict-blocks", "slackNotify blocks: '[{}]', failOnError: true");

        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console()).contains("ERROR: [Slack] Not sent: blocks[0]: has no type");
    }

    @Test
    void shouldTellInWhichPlaceOfTheBlocksAnObjectStandsThatCannotBeSent(TestBed bed) {
        var build = build(bed, "odd-object", "slackNotify blocks: [[type: 'header', text: { 'closure' }]]");

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("blocks[0].text: takes texts, numbers, booleans, lists and maps, not a ");
    }

    @Test
    void shouldShowMarkdownAndContinueItInTheThread(TestBed bed) {
        bed.channels().open("changelog");
        build(
                bed,
                "changelog",
                "slackNotify channel: 'changelog', markdown: '# 1.4\\n\\n' + '- **a** change\\n' * 800");

        var messages = bed.channels().await("changelog", 2);
        assertThat(messages.get(0).blocks().toString()).contains("\"type\":\"markdown\"", "# 1.4\\n");
        assertThat(messages.get(0).text()).startsWith("# 1.4 - **a** change").hasSizeLessThan(501);
        assertThat(messages.get(1).threadTs()).isEqualTo(messages.get(0).ts());
    }

    @Test
    void shouldMentionInFrontOfWhatItSays(TestBed bed) {
        bed.channels().open("mentioned");
        build(bed, "mentioned", "slackNotify channel: 'mentioned', message: 'Help', mention: ['here', 'S0614TZR7']");

        assertThat(bed.channels().await("mentioned", 1).get(0).text()).isEqualTo("<!here> <!subteam^S0614TZR7> Help");
    }

    @Test
    void shouldMentionAnAccountOfJenkinsThatMaySeeTheJob(TestBed bed) {
        var mona = bed.slack().user("mona", "mona@example.org");
        bed.slack().user("hugo", "hugo@example.org");
        bed.admin().script("""
            import org.jenkinsci.plugins.matrixauth.PermissionEntry
            def jenkins = Jenkins.get()
            ['mona', 'hugo'].each {
                jenkins.securityRealm.createAccount(it, 'secret').addProperty(
                    new hudson.tasks.Mailer.UserProperty(it + '@example.org'))
                jenkins.authorizationStrategy.add(Jenkins.READ, PermissionEntry.user(it))
            }
            jenkins.authorizationStrategy.add(hudson.model.Item.READ, PermissionEntry.user('mona'))
            """);
        bed.channels().open("turn");
        var build = build(bed, "turn", """
            slackNotify channel: 'turn', message: 'Your turn', mention: 'mona, hugo, nobody-known, mona@example.org', wait: true
            """);

        assertThat(bed.channels().await("turn", 1).get(0).text()).isEqualTo("<@" + mona.id() + "> Your turn");
        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.consoleLines("[Slack]"))
                .anyMatch(line -> line.contains("Not mentioned: ") && line.endsWith(": nobody-known"))
                .anyMatch(
                        line -> line.contains(
                                "Delivered to #turn: 'hugo' is not mentioned: there is no such account or address in this Jenkins, or"));
    }

    @Test
    void shouldPutAnEmojiBelowAnEarlierMessageAndSendNothingElse(TestBed bed) {
        bed.channels().open("emoji");
        var build = build(bed, "emoji", """
            def message = slackNotify message: 'Deploying', channel: 'emoji'
            def again = slackNotify update: message, reaction: ['rocket', ':tada:']
            slackNotify thread: again, message: 'Done', broadcast: true
            """);

        assertThat(build.result()).isEqualTo("SUCCESS");
        var messages = bed.channels().await("emoji", 2);
        assertThat(messages).extracting(SandboxMessage::text).containsExactly("Deploying", "Done");
        assertThat(messages.get(1).threadTs()).isEqualTo(messages.get(0).ts());
        assertThat(messages.get(1).broadcast()).isTrue();
        Awaitility.await()
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(
                        () -> assertThat(bed.slack().messagesIn("emoji").get(0).reactions())
                                .extracting(Reaction::name)
                                .containsExactly("rocket", "tada"));
    }

    @Test
    void shouldSendTheRestWhereAnEmojiHasNoName(TestBed bed) {
        bed.channels().open("no-emoji");
        var build = build(bed, "no-emoji", """
            def message = slackNotify channel: 'no-emoji', message: 'Shipped', reaction: '🚀 tada'
            slackNotify update: message, reaction: 'no:emoji'
            """);

        assertThat(build.consoleLines("not the name of an emoji"))
                .satisfiesExactly(
                        rest -> assertThat(rest)
                                .startsWith("[Slack] Without the emoji: '🚀' is not the name of an emoji"),
                        nothing -> assertThat(nothing)
                                .startsWith("[Slack] Not sent: reaction: 'no:emoji' is not the name"));
        var message = bed.channels().await("no-emoji", 1).get(0);
        assertThat(message.text()).isEqualTo("Shipped");
        Awaitility.await()
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(
                                bed.slack().messagesIn("no-emoji").get(0).reactions())
                        .extracting(Reaction::name)
                        .containsExactly("tada"));
    }

    @Test
    void shouldNotFailForAnEmojiWithoutTheScope(TestBed bed) {
        bed.credentials()
                .add(
                        "plain",
                        bed.slack().installBot("plain", "chat:write", "chat:write.public", "chat:write.customize"));
        bed.channels().open("scope");

        var build = build(bed, "emoji-scope", """
            def message = slackNotify message: 'Deploying', channel: 'scope', credentialsId: 'plain'
            slackNotify update: message, reaction: 'rocket', wait: true
            slackNotify message: 'Deployed', channel: 'scope', credentialsId: 'plain'
            """);

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.consoleLines("[Slack]"))
                .anyMatch(line -> line.contains("the token lacks a right") && !line.contains("reactions:write"));
        assertThat(bed.channels().await("scope", 2))
                .extracting(SandboxMessage::text)
                .containsExactly("Deploying", "Deployed");
    }

    private static Build build(TestBed bed, String job, String script) {
        bed.jobs().createPipeline(job, script);
        return bed.jobs().build(job);
    }
}

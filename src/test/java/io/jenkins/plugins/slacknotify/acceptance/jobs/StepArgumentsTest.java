package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.SharedLibrary;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what a pipeline may write as arguments of {@code slackNotify}. */
@JenkinsAcceptance
@Order(23)
class StepArgumentsTest {
    /** Values that a sandboxed script cannot make itself, but gets from other steps. */
    private static final Map<String, String> VALUES = Map.of(
            "jsonNull", "def call() { net.sf.json.JSONNull.getInstance() }",
            "json", "def call() { net.sf.json.JSONObject.fromObject('{\"a\": null}') }",
            "anEnum", "def call() { java.util.concurrent.TimeUnit.DAYS }",
            "aDate", "def call() { new Date(0) }",
            "bytes", "def call() { 'x'.bytes }",
            "thrower",
                    "class Thrower { @NonCPS String toString() { throw new IllegalStateException('never') } }\n"
                            + "def call() { new Thrower() }");

    @BeforeAll
    static void define(TestBed bed) {
        SharedLibrary.define(bed, "values", VALUES);
    }

    @Test
    void shouldSendASoleText(TestBed bed) {
        bed.jobs().createPipeline("sole-scripted", "slackNotify 'A text alone, scripted'");
        bed.jobs()
                .createPipeline(
                        "sole-declarative",
                        "pipeline { agent none; stages { stage('A') { steps { slackNotify 'A text alone, declared' } } } }");

        assertThat(bed.jobs().build("sole-scripted").result()).isEqualTo("SUCCESS");
        assertThat(bed.jobs().build("sole-declarative").result()).isEqualTo("SUCCESS");

        bed.channels().awaitAbout("A text alone, scripted", bed.systemChannel(), 1);
        bed.channels().awaitAbout("A text alone, declared", bed.systemChannel(), 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            number     | message: 42                       | 42
            decimal    | message: 1.50                     | 1.50
            boolean    | message: true                     | true
            list       | message: ['a', "b${1}", 3]        | [a, b1, 3]
            map        | message: [a: 1]                   | {a=1}
            gstring    | message: "b${40 + 2}"             | b42
            gkey       | "${'mess'}age": 'by a key'        | by a key
            enum       | message: anEnum()                 | DAYS
            date       | message: aDate()                  | 1970
            json       | message: json()                   | {a=null}
            channels   | message: 'C', channel: ['arguments', jsonNull(), null] | C
            mention    | message: 'M', mention: jsonNull() | M
            severity   | message: 'S', severity: jsonNull() | S
            thread     | message: 'T', thread: jsonNull()  | T
            flag       | message: 'F', wait: jsonNull(), failOnError: 'false', timeout: '5' | F
            builder    | message: new StringBuilder('B')   | B
            split      | message: 'SP', channel: 'arguments,'.split(',')  | SP
            semicolon  | message: 'SC', channel: ';#arguments;'  | SC
            mailbox    | message: 'MB', mention: 'Ada Lovelace <ada@example.org>; bob@example.org' | MB
            markup     | message: 'MU', mention: '<!here>'  | <!here>
            colours    | message: '\\u001b[32mgreen\\u001b[0m done' | green done
            """)
    void shouldTakeValuesOfAnyKind(String name, String arguments, String text, TestBed bed) {
        bed.channels().open("arguments");
        bed.jobs()
                .createPipeline(
                        "kind-" + name,
                        library(arguments) + "slackNotify(["
                                + (arguments.contains("channel:") ? "" : "channel: 'arguments', ") + arguments + "])");

        var build = bed.jobs().build("kind-" + name);

        assertThat(build.console()).contains("[Slack] Handed over for #arguments");
        assertThat(build.result()).isEqualTo("SUCCESS");
        Awaitility.await()
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.slack().messagesIn("arguments"))
                        .extracting(SandboxMessage::text)
                        .anyMatch(shown -> shown.contains(text)));
    }

    @Test
    void shouldSendWhatWasProbablyMeantOtherwiseAndSaySo(TestBed bed) {
        bed.channels().open("hints");
        bed.jobs()
                .createPipeline(
                        "hints",
                        "slackNotify channel: '#hints', message: '@here **done** at ${env.BUILD_URL}'\n"
                                + "slackNotify channel: '#hints', message: \"done at ${env.BUILD_URL}\"");

        var build = bed.jobs().build("hints");

        assertThat(build.consoleLines("[Slack] Sent as it is: "))
                .satisfiesExactly(
                        variable -> assertThat(variable).contains("'${env.BUILD_URL}' was not replaced"),
                        markdown -> assertThat(markdown).contains("'**done**' is standard Markdown"),
                        everybody -> assertThat(everybody).contains("'@here' notifies nobody in a text"));
        bed.channels().await("hints", 2);
    }

    /** Where they need none of these values, Git need not bring the library. */
    private static String library(String arguments) {
        return VALUES.keySet().stream().anyMatch(value -> arguments.contains(value + "()"))
                ? "@Library('values') _\n"
                : "";
    }

    @Test
    void shouldSayWhatIsWrongAndSendNothingAnywhere(TestBed bed) {
        var table = """
            message: 'x', chanel: '#ops'      | Not sent: slackNotify has no option 'chanel'. Did you mean 'channel'?
            message: 'x', zebra: '#ops'       | Not sent: slackNotify has no option 'zebra'. It has: message, markdown,
            msg: 'x', colour: 'red'           | 'msg'. Here it is called message. slackNotify has no option 'colour'. Write severity
            message: 'x', severity: currentBuild.currentResult | Not sent: Unknown severity 'SUCCESS'. Use one of: INFO, NOTICE, WARNING, ERROR, CRITICAL. If you leave it out, the severity of the build counts.
            message: 'x', Channel: '#ops'     | Did you mean 'channel'?
            message: 'x', thread: 42          | Not sent: thread takes what an earlier slackNotify has returned
            message: 'x', thread: '1503435956.000247' | Not sent: thread takes what an earlier slackNotify has returned
            message: 'x', update: 'null'      | Not sent: update takes what an earlier slackNotify has returned
            message: 'x', wait: 'perhaps'     | Not sent: wait takes true or false, not 'perhaps'
            message: 'x', timeout: 'soon'     | Not sent: timeout takes a whole number of seconds, not 'soon'
            message: { 'lazy' }               | Not sent: message takes a text, and
            message: currentBuild             | Not sent: message takes a text, and
            message: 'x', channel: ['#ops', 'Slack message to #ops [a-1:7ec9c2dae0592b59]'] | Not sent: channel takes channels. To reply
            message: 'x', channel: 'C024BE91L:1503435956.000247' | Not sent: channel takes channels. To reply
            message: thrower()                | Not sent: message takes a text
            message: 'x', channel: []         | Not sent: channel names none. Leave it out
            blocks: [[type: jsonNull()]]      | Not sent: blocks
            """.lines().map(line -> line.split(" +\\| ")).toList();
        var steps = table.stream()
                .map(row -> "slackNotify(" + row[0] + ")\necho 'goes on'")
                .collect(joining("\n"));
        bed.jobs().createPipeline("wrong", library(steps) + steps);

        var build = bed.jobs().build("wrong");

        assertThat(build.consoleLines("[Slack]"))
                .zipSatisfy(table, (line, row) -> assertThat(line).as(row[0]).contains(row[1]));
        assertThat(build.consoleLines("goes on")).hasSameSizeAs(table);
        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.console().lines()).noneMatch(line -> line.matches("\\s+at .+\\(.*"));
        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("x", bed.systemChannel())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            option | message: 'x', chanel: '#ops', failOnError: true | ERROR: [Slack] Not sent: slackNotify has no option 'chanel'
            thread | message: 'x', thread: 42, failOnError: true     | ERROR: [Slack] Not sent: thread takes
            """)
    void shouldFailTheBuildWhereThatWasAskedFor(String name, String arguments, String words, TestBed bed) {
        bed.jobs().createPipeline("strict-" + name, "slackNotify(" + arguments + ")");

        var build = bed.jobs().build("strict-" + name);

        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console()).contains(words);
    }

    @Test
    void shouldContinueAThreadInAnotherJobByAHandleAsText(TestBed bed) {
        bed.channels().open("relay");
        bed.jobs().createPipeline("relay-end", """
            properties([parameters([string(name: 'THREAD')])])
            slackNotify message: 'Deployed', thread: params.THREAD
            slackNotify message: 'Begun and done', update: "${params.THREAD}"
            """);
        bed.jobs().build("relay-end");
        bed.jobs().createPipeline("relay", """
            def begun = slackNotify message: 'Begun', channel: 'relay'
            build job: 'relay-end', parameters: [string(name: 'THREAD', value: "${begun}")]
            """);

        bed.jobs().build("relay");

        var first = bed.channels().awaitAbout("Begun and done", "relay", 1).get(0);
        assertThat(bed.channels().awaitAbout("Deployed", "relay", 1).get(0).threadTs())
                .isEqualTo(first.ts());
    }

    @Test
    void shouldContinueEveryThreadOfAHandleAsText(TestBed bed) {
        bed.channels().open("both-a");
        bed.channels().open("both-b");
        bed.jobs().createPipeline("both-text", """
            def text = slackNotify(message: 'Begun', channel: 'both-a, both-b').threadId
            slackNotify message: 'Goes on', thread: text
            """);

        bed.jobs().build("both-text");

        for (var channel : new String[] {"both-a", "both-b"}) {
            var messages = bed.channels().await(channel, 2);
            assertThat(messages.get(1).threadTs()).isEqualTo(messages.get(0).ts());
        }
    }

    @Test
    void shouldSayThatAHandleAsTextNamesNothing(TestBed bed) {
        bed.jobs().createPipeline("stale", "slackNotify message: 'x', thread: 'slack:nothing-of-the-kind@ops'");

        var build = bed.jobs().build("stale");

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.consoleLines("[Slack] Not sent: ")).hasSize(1);
    }

    /** What a text names follows from the number of a build; only the signature shows that a step has returned it. */
    @Test
    void shouldRefuseAHandleAsTextThatSomebodyHasChanged(TestBed bed) {
        bed.channels().open("forged");
        bed.jobs().createPipeline("forged-text", """
            def text = slackNotify(message: 'Begun', channel: 'forged', wait: true).toString()
            def digit = text[-2] == '0' ? '1' : '0'
            slackNotify message: 'Forged', update: text.substring(0, text.length() - 2) + digit + ']'
            """);

        var build = bed.jobs().build("forged-text");

        assertThat(build.consoleLines("[Slack] Not sent: ")).hasSize(1);
        assertThat(bed.channels().await("forged", 1).get(0).text()).isEqualTo("Begun");
    }
}

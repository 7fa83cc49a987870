package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxFile;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and snippets in the messages of jobs. */
@JenkinsAcceptance
@Order(19)
class FileMessagesTest {
    @AfterEach
    void slackIsWell(TestBed bed) {
        bed.sandbox().faults().clear();
    }

    @Test
    void shouldShowAFileOfTheWorkspace(TestBed bed) {
        bed.channels().open("reports");
        var build = build(bed, "reporting", """
            node {
                sh 'mkdir -p report; printf "all green" > report/summary.txt'
                slackNotify message: 'Nightly', channel: 'reports', title: 'Summary',
                    file: "${env.WORKSPACE}/report/summary.txt"
                sh 'rm -r report'
            }
            """);

        assertThat(build.consoleLines("[Slack]"))
                .containsExactly("[Slack] Handed over for #reports, #reports (summary.txt)");
        var message = bed.channels().await("reports", 1).get(0);
        assertThat(message.text()).isEqualTo("Nightly");
        assertThat(awaitFile(bed, message))
                .returns("summary.txt", SandboxFile::name)
                .returns("Summary", SandboxFile::title)
                .returns("all green", SandboxFile::text);
        await("the file to go, after Slack has it")
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.process().home().resolve("slack-notify/files"))
                        .isEmptyDirectory());
    }

    @Test
    void shouldShowASnippetInAThreadWithoutAWorkspace(TestBed bed) {
        bed.channels().open("snippets");
        var build = build(bed, "snipping", """
            def first = slackNotify message: 'Deploying', channel: 'snippets'
            slackNotify snippet: '+ größer', fileName: 'changes.diff', thread: first, wait: true
            """);

        assertThat(build.result()).isEqualTo("SUCCESS");
        var messages = bed.channels().await("snippets", 2);
        assertThat(messages.get(1).text()).as("nothing else is said").isEqualTo("changes.diff");
        assertThat(messages.get(1).threadTs()).isEqualTo(messages.get(0).ts());
        assertThat(bed.slack().filesOf(messages.get(1)))
                .as("the step has waited for it")
                .singleElement()
                .returns("+ größer", SandboxFile::text);
    }

    @Test
    void shouldShowAFileOfAnAgent(TestBed bed) {
        bed.channels().open("agents");
        bed.admin().script("""
            import hudson.slaves.*
            import org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval
            import org.jenkinsci.plugins.scriptsecurity.scripts.languages.SystemCommandLanguage
            def folder = new File(jenkins.model.Jenkins.get().rootDir, 'agent')
            folder.mkdirs()
            def jar = new File(folder, 'agent.jar')
            jar.bytes = new hudson.model.Slave.JnlpJar('agent.jar').readFully()
            def command = System.getProperty('java.home') + '/bin/java -jar ' + jar
            ScriptApproval.get().preapprove(command, SystemCommandLanguage.get())
            def node = new DumbSlave('agent', folder.path, new CommandLauncher(command))
            node.mode = hudson.model.Node.Mode.EXCLUSIVE
            jenkins.model.Jenkins.get().addNode(node)
            """);
        var build = build(bed, "on-agent", """
            node('agent') {
                writeFile file: 'deep/a.txt', text: 'from afar'
                dir('deep') { slackNotify channel: 'agents', file: 'a.txt' }
            }
            """);

        assertThat(build.console()).contains("Running on agent");
        var message = bed.channels().await("agents", 1).get(0);
        assertThat(message.text()).isEqualTo("a.txt");
        assertThat(awaitFile(bed, message).text()).isEqualTo("from afar");
        bed.admin().script("def jenkins = Jenkins.get(); jenkins.removeNode(jenkins.getNode('agent'))");
    }

    @Test
    void shouldShowAFileInEachChannel(TestBed bed) {
        bed.channels().open("one");
        bed.channels().open("two");
        build(bed, "spreading", "slackNotify message: 'Look', channel: 'one, two', snippet: 'here'");

        for (var channel : List.of("one", "two")) {
            assertThat(awaitFile(bed, bed.channels().await(channel, 1).get(0)).text())
                    .isEqualTo("here");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nowhere-1 | file: 'a.txt' | 'a.txt' cannot be read, for there is no workspace here. Put the step into node { }",
                "missing-1 | file: 'a.txt' | 'a.txt' is not a file in the workspace of this build",
                "outside-1 | file: '../../config.xml' | '../../config.xml' is not a file in the workspace of this build",
                "absolute-1 | file: '/etc/hostname' | '/etc/hostname' is not a file in the workspace of this build",
                "folder-1 | file: 'folder' | 'folder' is not a file in the workspace of this build",
                "link-1 | file: 'link.txt' | 'link.txt' is, or lies behind, a link that leads out of the workspace",
                "link-2 | file: 'elsewhere/hostname' | 'elsewhere/hostname' is, or lies behind, a link that leads out",
                "link-3 | file: 'folder/up/config.xml' | 'folder/up/config.xml' is, or lies behind, a link that leads out",
                "empty-1 | file: 'empty.txt' | 'empty.txt' is empty",
                "nothing-1 | snippet: '', title: 'Lint' | fileName and title belong to a file or snippet, and none is given",
                "nothing-2 | file: '', fileName: 'lint.txt' | fileName and title belong to a file or snippet, and none is given",
                "large-1 | file: 'large.bin' | 'large.bin' has more than 20 MB. Compress it, or archive it"
            })
    void shouldSayInTheConsoleWhyThereIsNoFileAndTheRestInSlack(
            String job, String arguments, String complaint, TestBed bed) {
        bed.channels().open(job);
        var step = "slackNotify message: 'The rest', channel: '%s', %s".formatted(job, arguments);
        var build = build(bed, job, job.startsWith("nowhere") ? step : """
                    node {
                        sh 'mkdir -p folder; touch empty.txt; truncate -s 21M large.bin'
                        sh 'ln -s /etc/hostname link.txt; ln -s /etc elsewhere; ln -s ../.. folder/up'
                        %s
                    }
                    """.formatted(step));

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.consoleLines("[Slack]"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("[Slack] Without the file: " + complaint);
        assertThat(bed.channels().await(job, 1).get(0).text()).isEqualTo("The rest");
    }

    @Test
    void shouldFailTheBuildWhereThatWasAskedFor(TestBed bed) {
        bed.channels().open("strict-files");
        bed.sandbox().faults().always("files.getUploadURLExternal", Fault.error("file_type_not_allowed"));
        var build = build(bed, "strict-file", """
            slackNotify message: 'Look', channel: 'strict-files', snippet: 'MZ', fileName: 'a.exe', failOnError: true
            """);

        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console())
                .contains("Not delivered to #strict-files (a.exe): The workspace takes no files of this kind.");
    }

    @Test
    void shouldShowAFileOfAFreestyleJobThoughItsWorkspaceIsGone(TestBed bed) {
        bed.channels().open("freestyle-files");
        bed.jobDsl().run("""
            job('freestyle-files') {
                steps {
                    shell('printf "so far" > a.txt')
                    slackNotify { message('So far'); channel('freestyle-files'); file('a.txt') }
                    shell('printf "in the end" > a.txt; exit 1')
                }
                publishers {
                    slackNotify { message('In the end'); channel('freestyle-files'); file('a.txt'); title('Ended') }
                }
            }
            """);
        bed.jobs().build("freestyle-files");

        var messages = bed.channels().await("freestyle-files", 2);
        assertThat(messages).extracting(SandboxMessage::text).containsExactly("So far", "In the end");
        assertThat(awaitFile(bed, messages.get(0)).text()).isEqualTo("so far");
        assertThat(awaitFile(bed, messages.get(1)))
                .returns("in the end", SandboxFile::text)
                .returns("Ended", SandboxFile::title);
    }

    @Test
    void shouldSayThatTheWorkspaceIsGone(TestBed bed) {
        bed.channels().open("no-workspace");
        var build = build(bed, "no-workspace", """
            node {
                writeFile file: 'report.txt', text: 'Good'
                deleteDir()
                slackNotify message: 'The rest', channel: 'no-workspace', file: 'report.txt'
            }
            """);

        assertThat(build.consoleLines("Without the file"))
                .singleElement()
                .asString()
                .contains("'report.txt' cannot be read, for the workspace of this build does not exist");
        bed.channels().awaitAbout("The rest", "no-workspace", 1);
    }

    @Test
    void shouldTellOfAFreestyleBuildThatHasNotMadeTheFile(TestBed bed) {
        bed.channels().open("no-report");
        bed.jobDsl().run("""
            job('no-report') {
                steps { shell('exit 1') }
                publishers { slackNotify { channel('no-report'); file('report.txt'); when(['failure']) } }
            }
            """);
        var build = bed.jobs().build("no-report");

        assertThat(build.console()).contains("Without the file: 'report.txt' is not a file in the workspace");
        assertThat(bed.channels().await("no-report", 1).get(0).headline())
                .contains("no-report #1")
                .endsWith("failed");
    }

    /** In a thread it says how the build stands, too; a message that was to be replaced stays. */
    @Test
    void shouldTellOfAPipelineThatHasNotMadeTheFile(TestBed bed) {
        bed.channels().open("no-file");
        var build = build(bed, "no-file", """
            def first = slackNotify message: 'Deploying', channel: 'no-file'
            node {
                slackNotify channel: 'no-file', file: 'report.txt'
                slackNotify thread: first, file: 'report.txt'
                slackNotify update: first, file: 'report.txt'
                slackNotify thread: first, file: 'report.txt', reaction: 'eyes'
                slackNotify update: first, file: 'report.txt', reaction: 'rocket'
                slackNotify update: first, file: 'report.txt', reaction: 'rocket', mention: 'here'
            }
            """);

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.console().split("Without the file", -1)).hasSize(7);
        assertThat(bed.channels().await("no-file", 4))
                .extracting(SandboxMessage::headline)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("Deploying"),
                        news -> assertThat(news).contains("no-file #1"),
                        reply -> assertThat(reply).contains("no-file #1"),
                        reacting -> assertThat(reacting).contains("no-file #1"));
        Awaitility.await("the emoji")
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.slack().messagesIn("no-file"))
                        .extracting(message -> message.reactions().stream()
                                .map(reaction -> reaction.name())
                                .toList())
                        .containsExactly(List.of("rocket"), List.of(), List.of(), List.of("eyes")));
    }

    /** Its cells have their folders in the workspace of the matrix, where they run on the same agent. */
    @Test
    void shouldShowAFileOfAMatrix(TestBed bed) {
        bed.channels().open("matrix-files");
        bed.jobDsl().run("""
            matrixJob('matrix-files') {
                axes { text('SIDE', 'left', 'right') }
                steps { shell('printf "from the $SIDE" > a.txt') }
                publishers { slackNotify { channel('matrix-files'); file('SIDE/left/a.txt'); title('Left') } }
            }
            """);
        var build = bed.jobs().build("matrix-files");

        assertThat(build.console()).doesNotContain("Without the file");
        var messages = bed.channels().await("matrix-files", 1);
        assertThat(messages).extracting(SandboxMessage::text).containsExactly("Left");
        assertThat(awaitFile(bed, messages.get(0)).text()).isEqualTo("from the left");
    }

    private static SandboxFile awaitFile(TestBed bed, SandboxMessage message) {
        var channel = bed.slack().channelById(message.channelId()).orElseThrow();
        return Awaitility.await("a file in " + message.text())
                .atMost(TestBed.TIMEOUT)
                .until(
                        () -> bed.slack().filesOf(channel.message(message.ts()).orElseThrow()),
                        files -> files.size() == 1)
                .get(0);
    }

    private static Build build(TestBed bed, String job, String script) {
        bed.jobs().createPipeline(job, script);
        return bed.jobs().build(job);
    }
}

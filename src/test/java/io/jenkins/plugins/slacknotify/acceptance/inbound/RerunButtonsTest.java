package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Builds that are run again with changes, from a stage, or of the same commit, and builds that do not heed to be stopped. */
@Tag("acceptance")
@Order(24)
class RerunButtonsTest extends ButtonPlay {
    private static final String CHANGED = "slack-notify.build.change";
    private static final String STAGE = "slack-notify.build.stage";
    private static final String TERMINATE = "slack-notify.build.terminate";
    private static final String KILL = "slack-notify.build.kill";

    RerunButtonsTest() {
        super(false);
    }

    @Override
    Set<String> plugins() {
        return Set.of("pipeline-model-definition", "git", "workflow-scm-step", "workflow-multibranch");
    }

    @Test
    void shouldRunAgainWithTheParametersOfAForm() {
        parameterized("changed", """
                <hudson.model.StringParameterDefinition><name>WHAT</name></hudson.model.StringParameterDefinition>
                <hudson.model.ChoiceParameterDefinition><name>WHERE</name>
                  <choices class="java.util.Arrays$ArrayList"><a class="string-array">
                    <string>test</string><string>live</string></a></choices></hudson.model.ChoiceParameterDefinition>
                <hudson.model.BooleanParameterDefinition><name>FAST</name><defaultValue>true</defaultValue>
                </hudson.model.BooleanParameterDefinition>
                """, "echo \"what ${WHAT} ${WHERE} ${FAST}\"; error 'always'");
        bed.jobs().build("changed", "WHAT", "a &b");
        var bad = awaitMessage("changed #1", message -> labels(message).contains("Again with changes…"));

        var form = open(anna, bad, CHANGED, "parameter-2");
        assertThat(form.toString()).contains("Run changed #1 again", "\"initial_value\":\"a &b\"");
        assertThat(anna.submit(form, Map.of("parameter-0", "new", "parameter-1", "1"))
                        .isAcknowledged())
                .isTrue();

        var again = bed.jobs().build("changed", 2).await();
        assertThat(again.console()).contains("what new live true", "Started by user Anna");

        // Of a choice that is gone, none is made for whoever does not look.
        bed.admin().script("""
                def job = Jenkins.get().getItem('changed')
                job.getProperty(hudson.model.ParametersDefinitionProperty).parameterDefinitions[1].choices = ['dev', 'live']
                """);
        var stale = open(anna, bad, CHANGED, "\"dev\"");
        assertThat(stale.toString()).doesNotContain("\"initial_option\"");
        assertThatThrownBy(() -> anna.submit(stale, Map.of("parameter-0", "new")))
                .hasMessageContaining("Slack asks for parameter-1");

        assertThat(open(eve, bad, CHANGED, "missing").toString())
                .contains("*Job/Build* on *changed* is missing", "You are *Eve*");
        assertThat(open(ivy, bad, CHANGED, "may not see it").toString()).doesNotContain("parameter-0");

        bed.admin().script("Jenkins.get().getItem('changed').disabled = true");
        assertThat(open(anna, bad, CHANGED, "disabled").toString()).doesNotContain("parameter-0");
    }

    @Test
    void shouldRefuseAFormForASecret() {
        parameterized("locked", """
                <hudson.model.StringParameterDefinition><name>WHAT</name></hudson.model.StringParameterDefinition>
                <hudson.model.PasswordParameterDefinition><name>KEY</name><defaultValue>x</defaultValue>
                </hudson.model.PasswordParameterDefinition>
                """, "error 'always'");
        bed.jobs().build("locked", "KEY", "y");
        var bad = awaitMessage("locked #1", message -> labels(message).contains("Again with changes…"));

        assertThat(open(anna, bad, CHANGED, "secret").toString()).contains("the parameter `KEY` is a secret");
    }

    @Test
    void shouldRunAgainFromTheFailedStageFirst() {
        parameterized("staged", """
                <hudson.model.StringParameterDefinition><name>WHAT</name></hudson.model.StringParameterDefinition>
                """, """
                pipeline { agent none
                  stages {
                    stage('Build') { steps { echo "built ${params.WHAT}" } }
                    stage('Deploy') { steps { script { if (currentBuild.number == 1) { error 'no' } } ; echo "deployed ${params.WHAT}" } }
                    stage('Clean') { steps { echo 'cleaned' } }
                  }
                }
                """);
        bed.jobs().build("staged", "WHAT", "it");
        var bad = awaitMessage("staged #1", message -> labels(message).contains("Again from “Deploy”…"));

        var form = open(anna, bad, STAGE, "parameter-0");
        assertThat(form.toString())
                .contains("\"initial_option\":{\"text\":{\"type\":\"plain_text\",\"text\":\"Deploy\"")
                .contains("\"text\":\"Build\"")
                .doesNotContain("\"text\":\"Clean\"");
        assertThat(open(eve, bad, STAGE, "missing").toString()).contains("*Job/Build* on *staged* is missing");
        anna.submit(form, Map.of());

        var again = bed.jobs().build("staged", 2).await();
        assertThat(again.result()).isEqualTo("SUCCESS");
        assertThat(again.console())
                .contains("deployed it", "cleaned", "Started by user Anna", "Restarted from build #1, stage Deploy")
                .doesNotContain("built it");
    }

    /** The messages of a row of bad builds are one thread, and whoever presses there need not have the channel on the screen. */
    @Test
    void shouldAnswerInTheThreadOfTheMessage() {
        bed.jobs().createPipeline("rowed", "error 'always'");
        bed.jobs().build("rowed");
        var first = awaitMessage("rowed #1", message -> labels(message).contains("Run again"));
        var thread = bed.postUnsealedButton(MUTE, "1");
        var reply = bed.postReply(thread, AGAIN, valueOf(first));

        var answer = anna.press(reply, AGAIN).awaitEphemerals(1, TIMEOUT).get(0);

        assertThat(answer.text()).contains("runs again");
        assertThat(answer.threadTs()).isEqualTo(thread);
        bed.jobs().build("rowed", 2).await();
    }

    @Test
    void shouldRunAgainOfTheSameCommit() {
        var repository = GitRepository.create();
        repository.commit("main", "version.txt", "one");
        bed.jobs().createPipeline("committed", """
                node {
                  checkout scmGit(branches: [[name: 'main']], userRemoteConfigs: [[url: '%s']])
                  echo "version ${readFile('version.txt')}"
                  error 'always'
                }
                """.formatted(repository.url()));
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
        bed.jobs().build("committed");
        var bad = awaitMessage("committed #1", message -> labels(message).contains("Run again"));
        repository.commit("Ada <ada@example.org>", "Two", "version.txt", "two");

        assertThat(answer(anna.press(bad.ts(), AGAIN))).isEqualTo("*committed #1* runs again of the same commit.");

        var again = bed.jobs().build("committed", 2).await();
        assertThat(again.console()).contains("version one").doesNotContain("version two");
    }

    /** The sources of a commit with the script of another never were one. */
    @Test
    void shouldRunAgainWithTheScriptOfTheSameCommit() {
        var repository = GitRepository.create();
        commitVersion(repository, "one");
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
        bed.jobs().create("from-scm", """
                <flow-definition>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition">
                    <scm class="hudson.plugins.git.GitSCM">
                      <configVersion>2</configVersion>
                      <userRemoteConfigs><hudson.plugins.git.UserRemoteConfig><url>%s</url></hudson.plugins.git.UserRemoteConfig>
                      </userRemoteConfigs>
                      <branches><hudson.plugins.git.BranchSpec><name>main</name></hudson.plugins.git.BranchSpec></branches>
                    </scm>
                    <scriptPath>Jenkinsfile</scriptPath><lightweight>true</lightweight>
                  </definition>
                </flow-definition>
                """.formatted(repository.url()));
        bed.jobs().build("from-scm");
        bed.admin().script("""
                import org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject
                def source = new jenkins.plugins.git.GitSCMSource('%s')
                source.id = 'it'
                source.traits = [new jenkins.plugins.git.traits.BranchDiscoveryTrait()]
                def branched = Jenkins.get().createProject(WorkflowMultiBranchProject, 'branched')
                branched.sourcesList.add(new jenkins.branch.BranchSource(source))
                branched.scheduleBuild2(0)
                """.formatted(repository.url()));
        var ofJob = awaitMessage("from-scm #1", message -> labels(message).contains("Run again"));
        var ofBranch =
                awaitMessage("main of branched #1", message -> labels(message).contains("Run again"));
        commitVersion(repository, "two");

        assertThat(answer(anna.press(ofJob.ts(), AGAIN))).isEqualTo("*from-scm #1* runs again of the same commit.");
        assertThat(answer(anna.press(ofBranch.ts(), AGAIN)))
                .isEqualTo("*branched/main #1* runs again of the same commit.");

        for (var job : new String[] {"from-scm", "branched/main"}) {
            var again = bed.jobs().build(job, 2).await();
            assertThat(again.console())
                    .contains("script one of version one")
                    .doesNotContain("script two")
                    .doesNotContain("version two");
        }
    }

    private static void commitVersion(GitRepository repository, String version) {
        repository.commit("Ada <ada@example.org>", "Version " + version, "version.txt", version);
        repository.commit("Ada <ada@example.org>", "Script " + version, "Jenkinsfile", """
                node { checkout scm; echo "script %s of version ${readFile('version.txt')}"; error 'always' }
                """.formatted(version));
    }

    /** The first one has failed before it got to the second repository, which has no such commit. */
    @Test
    void shouldPinTheCommitOfItsRepositoryAlone() {
        var first = GitRepository.create();
        first.commit("main", "first.txt", "one");
        var second = GitRepository.create();
        second.commit("main", "second.txt", "of the other");
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
        bed.jobs().createPipeline("two-repositories", """
                node {
                  checkout scmGit(branches: [[name: 'main']], userRemoteConfigs: [[url: '%s']])
                  if (currentBuild.number == 1) { error 'too early' }
                  dir('second') {
                    checkout scmGit(branches: [[name: 'main']], userRemoteConfigs: [[url: '%s']])
                    echo "read ${readFile('second.txt')}"
                  }
                }
                """.formatted(first.url(), second.url()));
        bed.jobs().build("two-repositories");
        var bad = awaitMessage("two-repositories #1", message -> labels(message).contains("Run again"));

        assertThat(answer(anna.press(bad.ts(), AGAIN)))
                .isEqualTo("*two-repositories #1* runs again of the same commit.");

        var again = bed.jobs().build("two-repositories", 2).await();
        assertThat(again.result()).isEqualTo("SUCCESS");
        assertThat(again.console()).contains("read of the other");
    }

    @Test
    void shouldStopByForceWhatDoesNotHeed() {
        // Each way is caught by the pipeline; the last one does not ask it.
        bed.jobs().createPipeline("stubborn", """
                while (true) { try { echo 'begun'; sleep 600 } catch (any) { echo 'caught' } }
                """);
        var build = bed.jobs().start("stubborn").awaitConsole("begun");
        var running = awaitMessage("stubborn #1", message -> labels(message).contains("Abort"));

        var told = pressAgain(anna, ABORT, running, ABORT_WITH_REASON)
                .awaitEphemerals(1, TIMEOUT)
                .get(0);
        assertThat(told.text()).isEqualTo("*stubborn #1* was told to stop. Does it go on?");
        build.awaitConsole("caught");
        var value = valueOf(running);
        assertThat(answer(eve.press(bed.postButton(TERMINATE, value), TERMINATE)))
                .contains("*Job/Cancel* on *stubborn* is missing");
        assertThat(answer(anna.press(bed.postButton(KILL, value), KILL))).isEqualTo("*stubborn #1* was killed.");

        assertThat(build.await().result()).isEqualTo("ABORTED");
        assertThat(build.console()).contains("[Slack] killed by Anna (anna) from Slack", "Hard kill!");
        assertThat(answer(anna.press(bed.postButton(TERMINATE, value), TERMINATE)))
                .contains("has ended already");
    }

    @Test
    void shouldTerminateAPipeline() {
        bed.jobs().createPipeline("sleepy", "echo 'begun'; sleep 600");
        var build = bed.jobs().start("sleepy").awaitConsole("begun");
        var running = awaitMessage("sleepy #1", message -> labels(message).contains("Abort"));

        assertThat(answer(anna.press(bed.postButton(TERMINATE, valueOf(running)), TERMINATE)))
                .isEqualTo("*sleepy #1* was terminated. Does it still run?");

        build.await();
        assertThat(build.console()).contains("[Slack] terminated by Anna (anna)");
    }

    @Test
    void shouldTakeBackWhatWaitsInTheQueue() {
        bed.jobs().createPipeline("queued", "error 'x'");
        bed.jobs().build("queued");
        var bad = awaitMessage("queued #1", message -> labels(message).contains("Run again"));
        bed.admin().script("Jenkins.get().getItem('queued').quietPeriod = 600; Jenkins.get().doQuietDown()");
        try {
            var started =
                    anna.press(bad.ts(), AGAIN).awaitEphemerals(1, TIMEOUT).get(0);
            assertThat(started.text()).contains("runs again");
            var value = started.blocks()
                    .toString()
                    .replaceAll(".*\"value\":\"((?:[^\"\\\\]|\\\\.)*)\".*", "$1")
                    .replace("\\\"", "\"");

            assertThat(answer(eve.press(bed.postButton(CANCEL, value), CANCEL))).contains("You may not stop builds");
            bed.admin().script("Jenkins.get().getItem('queued').renameTo('queued-still')");
            assertThat(answer(anna.press(bed.postButton(CANCEL, value), CANCEL)))
                    .isEqualTo("It was taken out of the queue.");
            assertThat(answer(bob.press(bed.postButton(CANCEL, value), CANCEL))).contains("not in the queue any more");

            // As a card of the queue has it, or the answer to "abort".
            var timed = queueByTimer("queued-still");
            // After a crash, Jenkins gives the numbers of its queue again.
            assertThat(answer(anna.press(bed.postButton(CANCEL, timed.replace("\"at\":", "\"at\":1")), CANCEL)))
                    .contains("not in the queue any more");
            assertThat(answer(eve.press(bed.postButton(CANCEL, timed), CANCEL))).contains("You may not stop builds");
            assertThat(answer(anna.press(bed.postButton(CANCEL, timed), CANCEL)))
                    .isEqualTo("It was taken out of the queue.");
        } finally {
            bed.admin().script("Jenkins.get().doCancelQuietDown()");
        }
        assertThat(bed.admin().script("print Jenkins.get().getItem('queued-still').nextBuildNumber"))
                .isEqualTo("2");
        assertThat(bed.log())
                .anyMatch(line -> line.contains("queued-still was taken out of the queue by anna from Slack"));
    }

    private String queueByTimer(String job) {
        var id = bed.admin().script("""
                def cause = new hudson.model.CauseAction(new hudson.triggers.TimerTrigger.TimerTriggerCause())
                def item = Jenkins.get().queue.schedule2(Jenkins.get().getItem('%s'), 600, cause).item
                print '"at":' + item.inQueueSince + ',"node":"' + item.id + '"'
                """.formatted(job));
        return "{\"job\":\"%s\",\"build\":1,%s}".formatted(job, id.strip());
    }

    private void parameterized(String name, String parameters, String script) {
        bed.jobs().create(name, """
                <flow-definition>
                  <properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>
                    %s
                  </parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition"><sandbox>true</sandbox>
                    <script>%s</script></definition>
                </flow-definition>
                """.formatted(parameters, script.replace("&", "&amp;")));
    }

    /** Presses a button that opens a form, and waits for what the form shows in the end. */
    private SandboxView open(SandboxMember member, SandboxMessage message, String action, String shows) {
        member.press(message.ts(), action);
        return await("a form with " + shows)
                .atMost(TIMEOUT)
                .until(
                        () -> member.modal().map(Object::toString).filter(view -> view.contains(shows)),
                        java.util.Optional::isPresent)
                .map(view -> member.modal().orElseThrow())
                .orElseThrow();
    }
}

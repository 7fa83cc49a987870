package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a job asks of approvals beyond the step: other people, several of them, a fresh sign-in; and that it reminds of them. */
@Tag("acceptance")
@Order(6)
class ApprovalRulesTest extends ButtonPlay {
    ApprovalRulesTest() {
        super(false);
    }

    @Override
    Set<String> plugins() {
        return Set.of("pipeline-model-definition");
    }

    @Test
    void shouldNotLetWhoStartedTheBuildApproveIt() {
        pipeline("others", "<notByStarter>true</notByStarter>", "input 'Others?'");
        var build = new Jobs(JenkinsClient.of(bed.process().url(), "anna", "password-of-anna")).start("others");
        var question = question("Others?");
        assertThat(texts(question)).contains("not whoever started the build");

        assertThat(answer(anna.press(question.ts(), APPROVE)))
                .startsWith("You may not: this job wants somebody to approve who has not started the build");
        assertThat(answer(bob.press(question.ts(), APPROVE))).isEqualTo("You have approved *others #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    /** Two questions over one kill: one that waits for a second person, and one of which people are reminded. */
    @Test
    void shouldWaitForTwoPeopleAndRemindAlsoOverAKill() {
        pipeline("two", "<people>2</people>", "input 'Two?'\necho 'went on'");
        var build = bed.jobs().start("two");
        var question = question("Two?");
        assertThat(texts(question)).contains("2 people have to approve");

        assertThat(answer(anna.press(question.ts(), APPROVE)))
                .isEqualTo("Your approval of *two #1* counts, and it still waits. Missing: one more person.");
        awaitMessage(question, message -> texts(message).contains("Approved so far by `Anna`"));
        assertThat(answer(anna.press(question.ts(), APPROVE)))
                .isEqualTo("You have approved *two #1* already, and it still waits. Missing: one more person.");
        assertThat(build.console())
                .contains("[Slack] approved in part by Anna (anna) from Slack #system")
                .doesNotContain("went on");
        var reminded = startReminded();

        bed.process().kill();
        bed.startAgain();
        assertReminded(reminded);
        assertThat(labels(current(question))).contains("Approve");
        assertThat(answer(bob.press(question.ts(), APPROVE))).isEqualTo("You have approved *two #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
        awaitMessage(question, message -> message.text().contains("answered by Bob"));
    }

    /** Jenkins' own realm has no groups, so accounts stand for them. */
    @Test
    void shouldWaitForOneOfEachGroup() {
        pipeline("groups", "<groups>anna, bob</groups>", "input 'Groups?'");
        var build = bed.jobs().start("groups");
        var question = question("Groups?");

        assertThat(answer(bob.press(question.ts(), APPROVE))).contains("Missing: somebody else of anna.");
        assertThat(answer(anna.press(question.ts(), APPROVE))).isEqualTo("You have approved *groups #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    @Test
    void shouldAskForAFreshSignIn() {
        pipeline("fresh", "<signInHours>8</signInHours>", "input 'Fresh?'");
        var build = bed.jobs().start("fresh");
        var question = question("Fresh?");
        bed.admin().script("""
                def links = User.getById('anna', false).getProperty(io.jenkins.plugins.slacknotify.personal.SlackUserProperty)
                links.lastSignIn = java.time.Instant.now().minusSeconds(9 * 3600).toString()
                """);

        assertThat(answer(anna.press(question.ts(), APPROVE)))
                .startsWith("You may not: this job wants a sign-in to Jenkins within the last 8 hours.");
        bed.admin().script("""
                User.getById('anna', false).getProperty(io.jenkins.plugins.slacknotify.personal.SlackUserProperty)
                    .signedIn(java.time.Instant.now())
                """);
        assertThat(answer(anna.press(question.ts(), APPROVE))).isEqualTo("You have approved *fresh #1*.");
        build.await();
    }

    @Test
    void shouldTakeTheOptionsOfADeclarativePipeline() {
        bed.jobs().createPipeline("declared", """
                pipeline { agent none
                  options { slackNotifyApproval(people: 2, remindAfterMinutes: 5) }
                  stages { stage('Live') { steps { input 'Declared?' } } }
                }
                """);
        var build = bed.jobs().start("declared");
        var question = question("Declared?");

        assertThat(answer(anna.press(question.ts(), APPROVE))).contains("one more person");
        assertThat(answer(bob.press(question.ts(), APPROVE))).isEqualTo("You have approved *declared #1*.");
        build.await();
    }

    @Test
    void shouldLetAnAuthorsOwnButtonAnswerTheOneQuestionThatWaits() {
        bed.jobs().createPipeline("own", """
                input 'First?'
                parallel a: { input 'A?' }, b: { input 'B?' }
                """);
        var build = bed.jobs().start("own");
        question("First?");
        var value = bed.admin().script("""
                def run = Jenkins.get().getItem('own').lastBuild
                print groovy.json.JsonOutput.toJson([job: 'own', build: run.number, at: run.startTimeInMillis])
                """);

        assertThat(answer(eve.press(bed.postButton(APPROVE, value), APPROVE)))
                .contains("*Job/Build* on *own* is missing");
        assertThat(answer(anna.press(bed.postButton(APPROVE, value), APPROVE)))
                .isEqualTo("You have approved *own #1*.");
        question("A?");
        question("B?");
        assertThat(answer(anna.press(bed.postButton(APPROVE, value), APPROVE)))
                .contains("does not wait for exactly one answer now");
        build.stop();
    }

    private record Reminded(Build build, SandboxMessage question) {}

    private Reminded startReminded() {
        pipeline(
                "remind",
                "<remindAfterMinutes>30</remindAfterMinutes><remindEveryMinutes>60</remindEveryMinutes>",
                "input message: 'Remind?', submitter: 'bob,anna'");
        var build = bed.jobs().start("remind");
        var question = question("Remind?");

        remindAfter(29);
        awaitReminders(1, 31);
        remindAfter(32);
        return new Reminded(build, question);
    }

    /** Until it is answered, and no more often than before the kill. */
    private void assertReminded(Reminded reminded) {
        remindAfter(33);
        awaitReminders(2, 95);
        assertThat(reminders().get(0).text())
                .contains("<@" + anna.user().id() + ">", "<@" + bob.user().id() + ">", "still waiting");

        assertThat(answer(bob.press(reminded.question().ts(), APPROVE))).isEqualTo("You have approved *remind #1*.");
        reminded.build().await();
        remindAfter(500);
        assertThat(reminders()).hasSize(2);
    }

    private void remindAfter(int minutes) {
        bed.admin()
                .script(
                        "io.jenkins.plugins.slacknotify.trigger.running.InputReminder.remind(java.time.Instant.now().plusSeconds("
                                + minutes * 60 + "))");
    }

    /** Reminds again and again, as the periodic work does: a pipeline that is still being loaded has no questions. */
    private void awaitReminders(int count, int minutes) {
        org.awaitility.Awaitility.await("reminders").atMost(TIMEOUT).until(() -> {
            remindAfter(minutes);
            return reminders().size() >= count;
        });
        assertThat(reminders()).hasSize(count);
    }

    private List<SandboxMessage> reminders() {
        return bed.workspace().messagesIn("system").stream()
                .filter(message -> message.threadTs() != null
                        && message.text().contains("still waiting")
                        && message.text().contains("Remind?"))
                .toList();
    }

    private void pipeline(String name, String rules, String script) {
        bed.jobs().create(name, """
                <flow-definition>
                  <properties><io.jenkins.plugins.slacknotify.config.approval.ApprovalProperty>%s
                  </io.jenkins.plugins.slacknotify.config.approval.ApprovalProperty></properties>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition"><sandbox>true</sandbox>
                    <script>%s</script></definition>
                </flow-definition>
                """.formatted(rules, script));
    }
}

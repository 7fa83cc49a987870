package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The scenarios of the buttons below messages in a real Jenkins: who presses which one, in which state of the build. */
abstract class ButtonScenarios extends ButtonPlay {
    ButtonScenarios(boolean bySocket) {
        super(bySocket);
    }

    @Test
    void shouldApproveAndShowItToEverybody() {
        bed.jobs().createPipeline("ship", """
                stage('Live') { input message: 'Ship it?', ok: 'Go' }
                echo 'shipped'
                """);
        var build = bed.jobs().start("ship");
        var question = question("Ship it?");
        assertThat(labels(question)).containsExactly("Go", "Reject");
        assertThat(texts(question)).contains("Stage *Live*", "May answer: whoever may build the job");

        long pressed = System.nanoTime();
        var press = anna.press(question.ts(), APPROVE);
        assertThat(answer(press)).isEqualTo("You have approved *ship #1*.");
        var over = awaitMessage(question, message -> labels(message).isEmpty());
        System.out.printf(
                "%s: acknowledged after %.0f ms, message changed after %d ms%n",
                transport(), press.millis(), (System.nanoTime() - pressed) / 1_000_000);

        assertThat(over.text()).contains("answered by Anna");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
        assertThat(build.console())
                .contains(
                        "Approved by",
                        "[Slack] approved by Anna (anna) from Slack #system, member "
                                + anna.user().id())
                .contains("channel " + channelId(), "message " + question.ts());
        assertThat(answer(pressAgain(bob, APPROVE, question)))
                .isEqualTo("Nothing was done: *Anna* has approved *ship #1* before you.");
    }

    @Test
    void shouldRejectForWhoMay() {
        bed.jobs().createPipeline("refuse", "input 'Really?'");
        var build = bed.jobs().start("refuse");
        var question = question("Really?");

        eve.press(question.ts(), REJECT_WITH_REASON);
        await("the sentence")
                .atMost(TIMEOUT)
                .until(() -> eve.modal()
                        .filter(window -> window.toString()
                                .contains("You may not: *Job/Build* on *refuse* is missing. You are *Eve* (`eve`)"))
                        .isPresent());
        pressWithReason(anna, question, REJECT_WITH_REASON, "too late for today");

        assertThat(build.await().result()).isEqualTo("ABORTED");
        awaitMessage(
                question,
                message -> message.text().contains("rejected by Anna")
                        && message.text().contains(": too late for today"));
        awaitMessage(
                "refuse #1", message -> message.text().contains("was aborted: Rejected by Anna: too late for today"));
        assertThat(build.console())
                .contains("[Slack] rejected by Anna (anna) from Slack #system", "; reason: too late for today")
                .contains(
                        "Rejected by Anna",
                        "It was asked for in Slack #system, by the member "
                                + anna.user().id() + ": too late for today");
    }

    @Test
    void shouldRefuseEachWithASentenceOfItsOwn() {
        bed.jobs().createPipeline("guarded", "input message: 'Guarded?', submitter: 'bob'");
        var build = bed.jobs().start("guarded");
        var question = question("Guarded?");
        assertThat(texts(question)).contains("May answer: bob");

        assertThat(answer(anna.press(question.ts(), APPROVE))).contains("this question is for *bob* alone");
        assertThat(answer(eve.press(question.ts(), APPROVE))).contains("this question is for *bob* alone");
        assertThat(answer(ivy.press(question.ts(), APPROVE)))
                .contains("*guarded #1* is not there any more, or you may not see it");
        assertThat(answer(uma.press(question.ts(), APPROVE))).containsIgnoringCase("link");
        assertThat(answer(otto.press(question.ts(), APPROVE))).contains("organisation");
        assertThat(build.console()).doesNotContain("[Slack] approved", "Approved by");

        assertThat(answer(bob.press(question.ts(), APPROVE))).isEqualTo("You have approved *guarded #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    @Test
    void shouldLetOneOfTwoWinAndTellTheOther() {
        bed.jobs().createPipeline("race", "for (int i = 0; i < 5; i++) { input 'Race?' }\necho 'over'");
        var build = bed.jobs().start("race");
        for (int round = 0; round < 5; round++) {
            var question = openQuestion("race #1");
            var presses = new ArrayList<CompletableFuture<Exchange>>();
            for (var member : List.of(anna, bob)) {
                presses.add(CompletableFuture.supplyAsync(() -> member.press(question.ts(), APPROVE)));
            }
            var said = presses.stream()
                    .map(CompletableFuture::join)
                    .map(ButtonPlay::answer)
                    .toList();
            assertThat(said).filteredOn("You have approved *race #1*."::equals).hasSize(1);
            assertThat(said).filteredOn(text -> text.contains("before you")).hasSize(1);
            awaitMessage(question, message -> labels(message).isEmpty());
        }
        assertThat(build.await().result()).isEqualTo("SUCCESS");
        assertThat(build.consoleLines("[Slack] approved")).hasSize(5);
    }

    @Test
    void shouldTakeADoubleClickAsOne() {
        bed.jobs().createPipeline("double", "input 'Twice?'\ninput 'Once more?'");
        var build = bed.jobs().start("double");
        var question = question("Twice?");

        var clicks = List.of(anna.press(question.ts(), APPROVE), anna.press(question.ts(), APPROVE));

        assertThat(clicks).allMatch(Exchange::isAcknowledged);
        var next = question("Once more?");
        assertThat(labels(next)).containsExactly("Approve", "Reject");
        assertThat(answer(bob.press(next.ts(), APPROVE))).isEqualTo("You have approved *double #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
        assertThat(build.consoleLines("[Slack] approved")).hasSize(2);
    }

    /** Whoever configures one job has others press what it says of another one, under a label of the author's choice. */
    @Test
    void shouldAskBeforeItDoesWhatAnAuthorsButtonSays() {
        bed.jobs().createPipeline("prey", "error 'always'");
        bed.jobs().build("prey");
        var bad = awaitMessage("prey #1", message -> labels(message).contains("Run again"));
        var copied = valueOf(bad);
        assertThat(copied).contains("\"seal\"");
        bed.jobs().createPipeline("lure", """
                slackNotify channel: 'system', message: 'New report', blocks: [[type: 'actions', elements: [[type: 'button',
                    text: [type: 'plain_text', text: 'Open report'], action_id: 'slack-notify.build.again', value: '%s']]]]
                """.formatted(copied));
        bed.jobs().build("lure");
        var lure = awaitMessage("New report", message -> labels(message).contains("Open report"));
        assertThat(valueOf(lure)).as("a copied seal").doesNotContain("\"seal\"");

        var asked = anna.press(lure.ts(), AGAIN).awaitEphemerals(1, TIMEOUT).get(0);
        assertThat(asked.text()).startsWith("Nothing was done yet.").contains("runs *prey #1* again");
        assertThat(bed.admin().script("print Jenkins.get().getItem('prey').nextBuildNumber"))
                .isEqualTo("2");

        assertThat(answer(anna.press(asked.ts(), AGAIN))).contains("*prey #1* runs again");
        bed.jobs().build("prey", 2).await();
        var started = bed.admin().script("print Jenkins.get().getItem('prey').getBuildByNumber(1).startTimeInMillis");
        var old = bed.postUnsealedButton(CLAIM, "{\"job\":\"prey\",\"build\":1,\"at\":" + started.strip() + "}");
        assertThat(answer(anna.press(old, CLAIM)))
                .as("what an earlier version has drawn")
                .contains("notes that you look after *prey #1*");
        var late = bed.postUnsealedButton(ABORT, "{\"job\":\"prey\",\"build\":1,\"at\":" + started.strip() + "}");
        assertThat(answer(anna.press(late, ABORT)))
                .as("nothing is left to be meant")
                .isEqualTo("Nothing was done: *prey #1* has ended already.");
    }

    @Test
    void shouldApproveByAnAuthorsOwnButton() {
        bed.jobs().createPipeline("own", """
                slackNotify channel: 'system', message: 'Own words', blocks: [[type: 'actions', elements: [[type: 'button',
                    text: [type: 'plain_text', text: 'Off it goes'], action_id: 'slack-notify.approval.approve',
                    value: '{"job":"own","build":1,"at":' + currentBuild.startTimeInMillis + '}']]]]
                input 'Go?'
                """);
        var build = bed.jobs().start("own");
        openQuestion("own #1");
        var own = awaitMessage("Own words", message -> labels(message).contains("Off it goes"));

        assertThat(answer(anna.press(own.ts(), APPROVE))).isEqualTo("You have approved *own #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    @Test
    void shouldNeverAnswerAnotherQuestionOfTheSameText() {
        bed.jobs().createPipeline("loop", "input 'Same?'\ninput 'Same?'\nnode { echo 'both' }");
        var build = bed.jobs().start("loop");
        var first = openQuestion("loop #1");
        anna.press(first.ts(), APPROVE);
        var second = awaitQuestion("loop #1", message -> !message.ts().equals(first.ts()));

        assertThat(answer(pressAgain(bob, APPROVE, first))).contains("*Anna* has approved");
        assertThat(labels(current(second))).contains("Approve");

        assertThat(answer(bob.press(second.ts(), APPROVE))).isEqualTo("You have approved *loop #1*.");
        assertThat(build.await().result()).isEqualTo("SUCCESS");
    }

    @Test
    void shouldAskForParametersInAForm() {
        bed.jobs().createPipeline("form", """
                def given = input message: 'Which?', submitterParameter: 'by', parameters: [
                    string(name: 'version', defaultValue: '1.0', description: 'One of <a href="http://x">these</a>'),
                    text(name: 'notes'),
                    booleanParam(name: 'fast', defaultValue: true), choice(name: 'where', choices: ['test', 'live'])]
                echo "got ${given.version}/${given.notes}/${given.fast}/${given.where}/${given.by}"
                """);
        var build = bed.jobs().start("form");
        var question = question("Which?");
        assertThat(labels(question)).containsExactly("Answer…", "Reject");
        assertThat(texts(question)).contains("Asks for `version`, `notes`, `fast`, `where`");

        anna.press(question.ts(), ANSWER);
        await("the form")
                .atMost(TIMEOUT)
                .until(() -> anna.modal()
                        .filter(view -> view.toString().contains("parameter-3"))
                        .isPresent());
        assertThat(anna.modal().orElseThrow().toString()).contains("One of these");
        var sent = anna.submit(
                anna.modal().orElseThrow(),
                Map.of("parameter-0", "1.4", "parameter-1", "für alle", "parameter-3", "1"));

        assertThat(sent.isAcknowledged()).isTrue();
        assertThat(build.await().result()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("got 1.4/für alle/true/live/anna");
        var over = awaitMessage(question, message -> labels(message).isEmpty());
        assertThat(texts(over)).contains("with `", "version = 1.4", "where = live");
    }

    @Test
    void shouldLeadToJenkinsForASecret() {
        bed.jobs().createPipeline("secret", "input message: 'Key?', parameters: [password(name: 'key')]");
        var build = bed.jobs().start("secret");
        var question = question("Key?");

        assertThat(labels(question)).containsExactly("Answer in Jenkins", "Reject");
        assertThat(answer(pressAgain(anna, APPROVE, question, REJECT))).contains("can be answered in Jenkins only");
        pressWithReason(anna, question, REJECT_WITH_REASON, "");
        build.await();
    }

    @Test
    void shouldTakeTheButtonsAwayWhereverItWasAnswered() {
        bed.jobs().createPipeline("elsewhere", "input message: 'Web?', id: 'Web'");
        var build = bed.jobs().start("elsewhere");
        var question = question("Web?");

        bed.admin().post("job/elsewhere/1/input/Web/proceedEmpty", Map.of()).requireStatus(200);

        awaitMessage(
                question,
                message -> message.text().contains("answered by admin")
                        && labels(message).isEmpty());
        assertThat(answer(pressAgain(anna, APPROVE, question)))
                .contains("*admin* has approved *elsewhere #1* before you");
        build.await();
    }

    @Test
    void shouldRunAgainWithTheSameParameters() {
        bed.jobs().create("param", """
                <flow-definition>
                  <properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>
                    <hudson.model.StringParameterDefinition><name>WHAT</name></hudson.model.StringParameterDefinition>
                  </parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition"><sandbox>true</sandbox>
                    <script>echo "what ${WHAT}"; error 'always'</script></definition>
                </flow-definition>
                """);
        bed.jobs().build("param", "WHAT", "a &b");
        var bad = awaitMessage("param #1", message -> labels(message).contains("Run again"));
        assertThat(labels(bad)).containsExactly("Run again", "Again with changes…", "I’m on it", "Mute…");

        assertThat(answer(eve.press(bad.ts(), AGAIN))).contains("*Job/Build* on *param* is missing");
        assertThat(answer(anna.press(bad.ts(), AGAIN))).isEqualTo("*param #1* runs again with the same parameters.");

        var again = bed.jobs().build("param", 2).await();
        assertThat(again.console()).contains("Started by user Anna", "in Slack #system", "what a &b");
    }

    @Test
    void shouldRunAgainOnceForADoubleClick() {
        bed.jobs().createPipeline("clicked", "error 'always'");
        bed.jobs().build("clicked");
        var bad = awaitMessage("clicked #1", message -> labels(message).contains("Run again"));

        var clicks = List.of(anna.press(bad.ts(), AGAIN), anna.press(bad.ts(), AGAIN));

        assertThat(clicks).allMatch(Exchange::isAcknowledged);
        assertThat(answer(clicks.get(0))).contains("runs again");
        bed.jobs().build("clicked", 2).await();
        // What the same member asks for next is done after both clicks.
        assertThat(answer(anna.press(bad.ts(), CLAIM))).contains("You look after");
        assertThat(bed.admin().script("print jenkins.model.Jenkins.get().getItem('clicked').nextBuildNumber"))
                .isEqualTo("3");
    }

    @Test
    void shouldNotHandAPasswordToAnotherBuild() {
        bed.jobs().create("sealed", """
                <flow-definition>
                  <properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>
                    <hudson.model.PasswordParameterDefinition><name>KEY</name><defaultValue>x</defaultValue>
                    </hudson.model.PasswordParameterDefinition>
                  </parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition"><sandbox>true</sandbox>
                    <script>error 'always'</script></definition>
                </flow-definition>
                """);
        bed.jobs().build("sealed", "KEY", "y");
        var bad = awaitMessage("sealed #1", message -> labels(message).contains("Run again"));

        assertThat(answer(anna.press(bad.ts(), AGAIN))).contains("the parameter `KEY` is a secret");
        assertThat(bed.admin().script("print Jenkins.get().getItem('sealed').nextBuildNumber"))
                .isEqualTo("2");
    }

    @Test
    void shouldAbortThatVeryBuild() {
        bed.jobs().createPipeline("endless", "echo 'begun'; sleep 600");
        var build = bed.jobs().start("endless").awaitConsole("begun");
        var running = awaitMessage("endless #1", message -> labels(message).contains("Abort"));

        assertThat(answer(pressAgain(eve, ABORT, running, ABORT_WITH_REASON)))
                .contains("*Job/Cancel* on *endless* is missing");
        pressWithReason(anna, running, ABORT_WITH_REASON, "it hangs");

        assertThat(build.await().result()).isEqualTo("ABORTED");
        assertThat(build.console()).contains("in Slack");
        awaitMessage(running, message -> message.text().contains("was aborted by Anna: it hangs"));
        assertThat(answer(pressAgain(anna, ABORT, running, AGAIN))).contains("*endless #1* has ended already");
    }

    @Test
    void shouldMuteAJobByAForm() {
        bed.jobs().createPipeline("muted", "error 'x'");
        bed.jobs().createPipeline("loud", "error 'x'");
        bed.jobs().build("muted");
        var bad = awaitMessage("muted #1", message -> labels(message).contains("Mute…"));

        eve.press(bad.ts(), MUTE);
        await("the form")
                .atMost(TIMEOUT)
                .until(() -> eve.modal()
                        .filter(view -> view.toString().contains("Everybody in this channel"))
                        .isPresent());
        var form = eve.modal().orElseThrow();
        assertThat(form.toString()).as("a job without branches").doesNotContain("All branches");
        var sent = eve.submit(form, Map.of("parameter-0", "1", "parameter-1", "3"));
        assertThat(sent.isAcknowledged()).isTrue();
        awaitMessage("has muted this channel for `muted` until the next good build", message -> true);

        bed.jobs().build("muted");
        bed.jobs().build("loud");
        awaitMessage("loud #1", message -> true);
        assertThat(bed.workspace().messagesIn("system"))
                .noneMatch(message -> message.text().contains("muted #2"));
    }

    @Test
    void shouldSayWhoLooksAfterABadBuild() {
        bed.jobs().createPipeline("claimed", "if (currentBuild.number < 3) { error 'x' }");
        bed.jobs().build("claimed");
        var bad = awaitMessage("claimed #1", message -> labels(message).contains("I’m on it"));

        assertThat(answer(eve.press(bad.ts(), CLAIM))).startsWith("You look after *claimed #1*.");
        awaitMessage(bad, message -> texts(message).contains("*Eve* is on it"));
        assertThat(labels(current(bad))).containsExactly("Run again", "Not me any more", "Mute…");
        assertThat(answer(pressAgain(bob, CLAIM, bad))).isEqualTo("*Eve* looks after *claimed #1* already.");

        bed.jobs().build("claimed");
        var second = awaitMessage("claimed #2", message -> texts(message).contains("*Eve* is on it"));

        // One of a row of bad builds is as good as the other: nobody looks after one, and somebody else after the next.
        assertThat(answer(pressAgain(eve, RELEASE, second))).contains("Nobody looks after");
        awaitMessage(bad, message -> !texts(message).contains("is on it"));
        assertThat(answer(pressAgain(bob, CLAIM, bad))).startsWith("You look after *claimed #1*.");
        awaitMessage(second, message -> texts(message).contains("*Bob* is on it"));
        assertThat(answer(pressAgain(eve, CLAIM, second))).isEqualTo("*Bob* looks after *claimed #2* already.");
        bed.jobs().build("claimed");
        awaitMessage("claimed #3", message -> texts(message).contains("Thanks to *Bob*"));
        assertThat(answer(pressAgain(bob, CLAIM, bad))).contains("its job is good again");
    }

    @Test
    void shouldSaySoOfBuildsThatAreGone() {
        for (var fate : List.of("renamed", "deleted", "anew")) {
            bed.jobs().createPipeline("fate-" + fate, "error 'x'");
            bed.jobs().build("fate-" + fate);
        }
        var messages = Map.of(
                "renamed",
                        awaitMessage(
                                "fate-renamed #1", message -> labels(message).contains("Run again")),
                "deleted",
                        awaitMessage(
                                "fate-deleted #1", message -> labels(message).contains("Run again")),
                "anew", awaitMessage("fate-anew #1", message -> labels(message).contains("Run again")));
        bed.admin().script("""
                Jenkins.get().getItem('fate-renamed').renameTo('other')
                Jenkins.get().getItem('fate-deleted').delete()
                Jenkins.get().getItem('fate-anew').delete()
                """);
        bed.jobs().createPipeline("fate-anew", "echo 'another'");
        bed.jobs().build("fate-anew");

        assertThat(answer(anna.press(messages.get("renamed").ts(), AGAIN)))
                .as("a job that was renamed goes on")
                .contains("*fate-renamed #1* runs again");
        for (var fate : List.of("deleted", "anew")) {
            assertThat(answer(anna.press(messages.get(fate).ts(), AGAIN)))
                    .as(fate)
                    .contains("*fate-" + fate + " #1* is not there any more", "renamed or deleted");
        }
        assertThat(bed.admin().script("print Jenkins.get().getItem('fate-anew').nextBuildNumber"))
                .isEqualTo("2");
    }
}

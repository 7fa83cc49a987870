package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.delivery.DeliveryFault;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Tests what waits and what runs in a Jenkins that is killed: each is prepared before the one kill, and goes on after the one start. */
@Tag("acceptance")
@Order(13)
class KilledJenkinsTest extends ButtonPlay {
    KilledJenkinsTest() {
        super(true);
    }

    @Override
    Set<String> plugins() {
        return Set.of("pipeline-model-definition");
    }

    /** Follows come last and first: their builds end by themselves. No configuration as code says anew where the socket leads. */
    @TestFactory
    Stream<DynamicTest> shouldGoOnAfterAKill() {
        bed.keepSettings();
        var table = new ButtonTable(this);
        var approved = new ApprovedInPart();
        var reminded = new Reminded();
        var previewed = new Previewed();
        var unseen = new AnsweredUnseen();
        var followed = new Followed();
        var acknowledged = new Acknowledged();
        var subscribed = new Subscribed();
        var takenBack = new TakenBack();
        acknowledged.ask();
        var unanswered = new Unanswered();
        unseen.answer();

        bed.process().kill();
        bed.sandbox().faults().clear();
        bed.startAgain();

        return Stream.of(
                DynamicTest.dynamicTest(
                        "a command that takes a build out of the queue", takenBack::assertOutOfTheQueue),
                DynamicTest.dynamicTest("a message that follows a build, up to its end", followed::assertFollowedOn),
                DynamicTest.dynamicTest("a card that follows a build, up to its end", previewed::assertFollowedOn),
                DynamicTest.dynamicTest("presses and a command that were acknowledged", acknowledged::assertDoneOnce),
                DynamicTest.dynamicTest("an answer that Slack had not taken", unanswered::assertAnswered),
                DynamicTest.dynamicTest("a question that was answered as Jenkins was killed", unseen::assertClosed),
                DynamicTest.dynamicTest("a subscription", subscribed::assertKept),
                DynamicTest.dynamicTest("what one of two people has approved", approved::assertItCounts),
                DynamicTest.dynamicTest("reminders, none twice", reminded::assertRemindedUntilItIsAnswered),
                DynamicTest.dynamicTest("the table of buttons", table::assertAsDocumented));
    }

    /** Nothing is started or taken out of the queue while another thread has it, from now on for ever. */
    private void holdQueue() {
        bed.admin().script("""
                def held = new java.util.concurrent.CountDownLatch(1)
                Thread.start {
                    Queue.withLock({ held.countDown(); new java.util.concurrent.CountDownLatch(1).await() } as Runnable)
                }
                held.await()
                """);
    }

    /** The presses and requests that come while somebody {@linkplain #holdQueue() holds the queue}, so that Jenkins dies before the act. */
    private final class Acknowledged {
        private final Build waiting;
        private final SandboxMessage bad;
        private final SandboxMessage question;

        Acknowledged() {
            bed.jobs().createPipeline("killed", "error 'x'");
            bed.jobs().build("killed");
            bed.jobs().createPipeline("asked", "echo 'once'");
            bed.jobs().createPipeline("waits-for-bob", "input 'Kill?'\necho 'went on'");
            waiting = bed.jobs().start("waits-for-bob");
            bad = awaitMessage("killed #1", message -> labels(message).contains("Run again"));
            question = question("Kill?");
        }

        /** What one member asks for is done in turn, so that no act of Bob's begins either. */
        void ask() {
            assertThat(anna.press(bad.ts(), AGAIN).isAcknowledged()).isTrue();
            assertThat(bob.command("system", "/jenkins", "run asked").isAcknowledged())
                    .isTrue();
            assertThat(bob.press(question.ts(), APPROVE).isAcknowledged()).isTrue();
        }

        void assertDoneOnce() {
            await("the second build")
                    .atMost(TIMEOUT)
                    .until(() -> bed.admin()
                            .script("print Jenkins.get().getItem('killed').getBuildByNumber(2)?.result")
                            .equals("FAILURE"));
            assertThat(waiting.await().result()).isEqualTo("SUCCESS");
            assertThat(waiting.consoleLines("went on")).hasSize(1);
            awaitMessage(question, message -> message.text().contains("answered by Bob"));
            assertThat(bed.admin().script("print Jenkins.get().getItem('killed').nextBuildNumber"))
                    .as("a press that was acknowledged before the kill, done once")
                    .isEqualTo("3");
            await("the build that was asked for")
                    .atMost(TIMEOUT)
                    .until(() -> bed.admin()
                            .script("print Jenkins.get().getItem('asked').getBuildByNumber(1)?.result")
                            .equals("SUCCESS"));
            assertThat(bed.admin().script("print Jenkins.get().getItem('asked').nextBuildNumber"))
                    .as("a command that was acknowledged before the kill, done once")
                    .isEqualTo("2");
        }
    }

    /** A press of which Slack has taken no answer. */
    private final class Unanswered {
        private final Exchange pressed;

        Unanswered() {
            bed.sandbox().requests().next(DeliveryFault.RESPONSE_URL_USED_UP);
            bed.sandbox().faults().always("chat.postEphemeral", Fault.status(503));
            pressed = bed.ada().press(bed.postButton(InboundBed.UNKNOWN_BUTTON), InboundBed.UNKNOWN_BUTTON);
            assertThat(pressed.isAcknowledged()).isTrue();
            await("an answer that Slack does not take")
                    .atMost(TIMEOUT)
                    .until(() -> !pressed.answers().isEmpty());
        }

        void assertAnswered() {
            assertThat(pressed.awaitEphemerals(1, TIMEOUT))
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.text()).contains("no longer knows what this was for"));
        }
    }

    /** A question that is answered right before Jenkins is killed, so that nobody has been told of that. */
    private final class AnsweredUnseen {
        private final Build build;
        private final SandboxMessage question;

        AnsweredUnseen() {
            bed.jobs().createPipeline("unseen", "input 'Unseen?'\nsleep 600");
            build = bed.jobs().start("unseen");
            question = question("Unseen?");
        }

        void answer() {
            bed.admin().script("""
                    def listeners = ExtensionList.lookup(org.jenkinsci.plugins.workflow.flow.GraphListener)
                    listeners.remove(listeners.find { it.class.simpleName == 'InputListener' })
                    Jenkins.get().getItem('unseen').lastBuild
                        .getAction(org.jenkinsci.plugins.workflow.support.steps.input.InputAction).executions[0].proceed(null)
                    """);
            build.awaitConsole("Sleeping");
        }

        void assertClosed() {
            awaitMessage(question, message -> message.text().contains("answered by"));
            build.keep();
        }
    }

    /** A channel that has subscribed to a job. */
    private final class Subscribed {
        Subscribed() {
            bed.jobs().createPipeline("subscribed", "echo 'good'");
            assertThat(anna.command("system", "/jenkins", "subscribe subscribed")
                            .isAcknowledged())
                    .isTrue();
            awaitMessage("has subscribed this channel to `subscribed`", message -> true);
        }

        void assertKept() {
            assertThat(answer(anna.command("system", "/jenkins", "list"))).contains("`subscribed`");
        }
    }

    /** A question that two people have to approve, and one has. */
    private final class ApprovedInPart {
        private final Build build;
        private final SandboxMessage question;

        ApprovedInPart() {
            createApproved("two", "<people>2</people>", "input 'Two?'\necho 'went on'");
            build = bed.jobs().start("two");
            question = question("Two?");
            assertThat(texts(question)).contains("2 people have to approve");

            assertThat(answer(anna.press(question.ts(), APPROVE)))
                    .isEqualTo("Your approval of *two #1* counts, and it still waits. Missing: one more person.");
            awaitMessage(question, message -> texts(message).contains("Approved so far by `Anna`"));
            assertThat(answer(anna.press(question.ts(), APPROVE)))
                    .isEqualTo("You have approved *two #1* already, and it still waits. Missing: one more person.");
            assertThat(build.console())
                    .contains("[Slack] approved in part by Anna (anna) from Slack #system")
                    .doesNotContain("went on");
        }

        void assertItCounts() {
            assertThat(labels(current(question))).contains("Approve");
            assertThat(answer(bob.press(question.ts(), APPROVE))).isEqualTo("You have approved *two #1*.");
            assertThat(build.await().result()).isEqualTo("SUCCESS");
            awaitMessage(question, message -> message.text().contains("answered by Anna, Bob"));
        }
    }

    /** A question of which people were reminded once. */
    private final class Reminded {
        private final Build build;
        private final SandboxMessage question;

        Reminded() {
            createApproved(
                    "remind",
                    "<remindAfterMinutes>30</remindAfterMinutes><remindEveryMinutes>60</remindEveryMinutes>",
                    "input message: 'Remind?', submitter: 'bob,anna'");
            build = bed.jobs().start("remind");
            question = question("Remind?");

            remindAfter(29);
            awaitReminders(1, 31);
            remindAfter(32);
        }

        void assertRemindedUntilItIsAnswered() {
            remindAfter(33);
            awaitReminders(2, 95);
            assertThat(reminders().get(0).text())
                    .contains("<@" + anna.user().id() + ">", "<@" + bob.user().id() + ">", "still waiting");

            assertThat(answer(bob.press(question.ts(), APPROVE))).isEqualTo("You have approved *remind #1*.");
            build.await();
            remindAfter(500);
            assertThat(reminders()).hasSize(2);
        }

        private void remindAfter(int minutes) {
            bed.admin()
                    .script("io.jenkins.plugins.slacknotify.trigger.running.InputReminder.remind("
                            + "java.time.Instant.now().plusSeconds(" + minutes * 60 + "))");
        }

        /** Reminds again and again, as the periodic work does: a pipeline that is still being loaded has no questions. */
        private void awaitReminders(int count, int minutes) {
            await("reminders").atMost(TIMEOUT).until(() -> {
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
    }

    /**
     * A build that waits in the queue. It is being taken out when Jenkins is killed, as somebody {@linkplain #holdQueue() holds the queue}.
     */
    private final class TakenBack {
        TakenBack() {
            bed.jobs()
                    .create("waits", "<project><assignedNode>nowhere</assignedNode><canRoam>false</canRoam></project>");
            bed.admin().script("""
                    Jenkins.get().getItem('waits').scheduleBuild2(0)
                    Queue.instance.save()
                    """);
            holdQueue();
            assertThat(anna.command("system", "/jenkins", "abort waits").isAcknowledged())
                    .isTrue();
            await("the attempt")
                    .atMost(TIMEOUT)
                    .until(() -> bed.admin().script("""
                            print Thread.allStackTraces.values().any { stack ->
                                stack.any { it.className.endsWith('.BuildStopper') } }
                            """).equals("true"));
        }

        void assertOutOfTheQueue() {
            awaitMessage("waits", message -> message.text().contains("out of the queue"));
            assertThat(bed.admin()
                            .script("print Queue.instance.items.count { it.task == Jenkins.get().getItem('waits') }"))
                    .isEqualTo("0");
        }
    }

    /** A running build whose message shows its stages. */
    private final class Followed {
        private final Build build;
        private final SandboxMessage running;

        Followed() {
            bed.jobs().createPipeline("live", """
                    stage('Compile') { echo 'compiled' }
                    stage('Test') { catchError(stageResult: 'FAILURE', buildResult: 'SUCCESS') { error 'no' } }
                    stage('Deploy') { echo 'begun'; sleep 40 }
                    stage('Clean') { sleep 15 }
                    """);
            build = bed.jobs().start("live").awaitConsole("begun");
            running = awaitMessage("live #1", message -> labels(message).contains("Follow"));
            assertThat(labels(running)).containsExactly("Abort", "Follow");

            assertThat(answer(eve.press(running.ts(), FOLLOW)))
                    .isEqualTo("The message of *live #1* shows how far it is, up to its end.");
            awaitMessage(running, message -> texts(message).contains(":arrow_forward: Deploy"));
            assertThat(texts(current(running))).contains(":white_check_mark: Compile", ":x: Test", "Running for");
            assertThat(labels(current(running))).containsExactly("Abort", "Unfollow");
            assertThat(answer(ivy.press(bed.postButton(FOLLOW, valueOf(running)), FOLLOW)))
                    .contains("may not see it");
        }

        void assertFollowedOn() {
            awaitMessage(running, message -> texts(message).contains(":white_check_mark: Deploy"));
            build.await();
            var over = awaitMessage(running, message -> labels(message).isEmpty());
            assertThat(texts(over)).doesNotContain("Running for", "Deploy");
            assertThat(answer(eve.press(bed.postButton(FOLLOW, valueOf(running)), FOLLOW)))
                    .contains("has ended already");
            assertThat(over.revisions()).as("changes in a minute").hasSizeLessThan(12);
        }
    }

    /** A running build to which somebody has posted a link. */
    private final class Previewed {
        private final Build build;
        private final String ts;

        Previewed() {
            bed.jobs()
                    .createPipeline(
                            "ship",
                            "stage('Build') { input message: 'Go on?' }; stage('Deploy') { input message: 'Ship it?' }");
            bed.workspace().channel("builds").invite("Anna");
            build = bed.jobs().start("ship").awaitConsole("Go on?");

            var posted = anna.postLink("builds", bed.process().url() + "job/ship/1/");
            ts = posted.payload().getAsJsonObject("event").get("message_ts").getAsString();
            awaitCard("Now in *Build*", "Go on?", "[Approve]", "[Reject]");

            SandboxPictures.take(bed, anna, "acme/builds", "link-preview");
            assertThat(anna.pressPreview(ts, APPROVE).isAcknowledged()).isTrue();
            awaitCard("Now in *Deploy*", "Ship it?");
            build.keep();
        }

        void assertFollowedOn() {
            assertThat(shown()).contains("Ship it?");
            anna.pressPreview(ts, APPROVE);
            assertThat(build.await().result()).isEqualTo("SUCCESS");
            awaitCard("succeeded");
            assertThat(shown()).doesNotContain("[Approve]");
            assertThat(unfurls()).hasSizeLessThan(8).allMatch(ApiCall::ok);
            assertThat(bed.admin()
                            .script("print io.jenkins.plugins.slacknotify.control.live.LinkPreviews.get()"
                                    + ".previews().size()"))
                    .isEqualTo("0");
        }

        private void awaitCard(String... texts) {
            await("a card")
                    .atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(shown()).contains(texts));
        }

        private String shown() {
            var calls = unfurls();
            return calls.isEmpty()
                    ? ""
                    : LinkedMembers.read(JsonParser.parseString(
                                    calls.get(calls.size() - 1).arguments().get("unfurls"))
                            .getAsJsonObject()
                            .entrySet()
                            .iterator()
                            .next()
                            .getValue());
        }

        private List<ApiCall> unfurls() {
            return bed.sandbox().calls().stream()
                    .filter(call -> call.method().equals("chat.unfurl"))
                    .toList();
        }
    }
}

package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The home tab of a real Jenkins, by both transports. Anna may read and build, Eve is linked and may read no job, Uma is not
 * linked.
 */
@Tag("acceptance")
class HomeTabTest {
    private static final Duration TIMEOUT = InboundBed.TIMEOUT;

    private static String withPeople(String yaml) {
        return yaml.replace(
                        "        - {id: admin,",
                        "        - {id: anna, name: Anna, password: password-of-anna}\n"
                                + "        - {id: eve, name: Eve, password: password-of-eve}\n"
                                + "        - {id: admin,")
                .replace(
                        "        - user: {name: admin,",
                        "        - user: {name: anna, permissions: [Overall/Read, Job/Read, Job/Build, Job/Cancel]}\n"
                                + "        - user: {name: eve, permissions: [Overall/Read]}\n"
                                + "        - user: {name: admin,");
    }

    private static SandboxMember member(InboundBed bed, String name) {
        return bed.sandbox().as(bed.workspace().user(name, name.toLowerCase() + "@example.org"));
    }

    private static SandboxMember linked(InboundBed bed, String name) {
        var member = member(bed, name);
        bed.admin().script("""
                io.jenkins.plugins.slacknotify.personal.SlackLinks.get()
                    .link(User.getById('%s', false), '%s', '%s', '%s', 'acme')
                """.formatted(
                name.toLowerCase(), bed.workspace().teamId(), member.user().id(), name));
        return member;
    }

    private static String home(SandboxMember member) {
        return member.home().map(view -> view.blocks().toString()).orElse("");
    }

    private static String open(SandboxMember member) {
        assertThat(member.openHome().isAcknowledged()).isTrue();
        await(member.user().name()).atMost(TIMEOUT).until(() -> member.home().isPresent());
        return home(member);
    }

    private static long published(InboundBed bed, SandboxMember member) {
        return bed.sandbox().calls().stream()
                .filter(call -> call.method().equals("views.publish"))
                .map(ApiCall::arguments)
                .filter(arguments -> member.user().id().equals(arguments.get("user_id")))
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldShowAWaitingPipelineToWhoMayReadItAlone(boolean bySocket) {
        try (var bed = InboundBed.start(bySocket, HomeTabTest::withPeople)) {
            var anna = linked(bed, "Anna");
            var eve = linked(bed, "Eve");
            var uma = member(bed, "Uma");
            bed.jobs().createPipeline("ship", "input message: 'Ship it?', ok: 'Go'");
            var build = new Jobs(JenkinsClient.of(bed.process().url(), "anna", "password-of-anna")).start("ship");
            build.awaitConsole("Ship it?");

            assertThat(open(anna))
                    .contains("You are *anna* (Anna) in Jenkins.")
                    .contains("*Waiting for input* (1)", "/jenkins/job/ship/1/input/|ship #1", ", started by you")
                    .contains("Nothing else runs that you may see.", "You have muted no job.", "`status`");
            assertThat(open(eve))
                    .contains("You are *eve* (Eve) in Jenkins.", "No build that you may see waits for input.")
                    .doesNotContain("ship");
            assertThat(open(uma))
                    .contains("I do not know yet who you are in Jenkins.", "slack-notify-link/?code=")
                    .doesNotContain("ship");

            var button = uma.home()
                    .orElseThrow()
                    .blocks()
                    .get(1)
                    .getAsJsonObject()
                    .getAsJsonArray("elements")
                    .get(0)
                    .getAsJsonObject();
            var press =
                    uma.press(uma.home().orElseThrow(), button.get("action_id").getAsString());
            assertThat(press.isAcknowledged())
                    .as("no warning sign beside the button")
                    .isTrue();

            long before = published(bed, anna);
            long start = System.nanoTime();
            for (int time = 0; time < 10; time++) {
                anna.openHome();
            }
            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            assertThat(published(bed, anna) - before)
                    .as("tabs published for ten openings in " + seconds + " s")
                    .isLessThanOrEqualTo(2 + seconds / 3);

            bed.admin().script("""
                    Jenkins.get().getItemByFullName('ship').lastBuild
                        .getAction(org.jenkinsci.plugins.workflow.support.steps.input.InputAction)
                        .executions.each { it.proceed(null) }
                    """);
            assertThat(build.await().result()).isEqualTo("SUCCESS");
            await().atMost(TIMEOUT)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(open(anna)).contains("No build that you may see waits for input."));
            assertThat(published(bed, eve)).isOne();
        }
    }
}

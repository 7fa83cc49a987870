package io.jenkins.plugins.slacknotify.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Builds that the Rebuild plugin runs again. It copies the causes of the original into the new build, which neither the clock nor
 * a build upstream has started.
 */
@JenkinsAcceptance(extraPlugins = {"promoted-builds", "rebuild"})
@ResourceLock("the Jenkins with extra plugins")
class RebuildPluginTest {
    private static Team team;

    @BeforeAll
    static void createTeam(TestBed bed) {
        bed.openSystemChannel();
        team = Team.create(bed);
        team.join("ann", "bob");
        team.prefer("ann", "choice.startedByMe = true");
        team.prefer("bob", "choice.startedByMe = true");
        bed.channels().open("by-clock");
        bed.channels().open("by-upstream");
        bed.channels().open("by-hand");
        bed.configuration().set("personal: {enabled: true}", """
            routing:
                  rules:
                    - {causes: [timer], to: ["#by-clock"]}
                    - {causes: [upstream], to: ["#by-upstream"]}
                    - {causes: [user], to: ["#by-hand"]}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clock    | new hudson.triggers.TimerTrigger.TimerTriggerCause()                      | by-clock
            upstream | new hudson.model.Cause.UpstreamCause(jenkins.model.Jenkins.get().getItemByFullName('team/first').lastBuild) | by-upstream
            hand     | new hudson.model.Cause.UserIdCause('ann')                                 | by-hand
            """)
    void shouldTellOfARebuildAsOfOneThatSomebodyHasStarted(String name, String cause, String channel, TestBed bed) {
        bed.jobDsl().run("job('team/first') {}");
        bed.jobs().build("team/first");
        bed.jobDsl().run("job('team/again-%s') { steps { shell('exit 1') } }".formatted(name));
        bed.admin().script("""
                jenkins.model.Jenkins.get().getItemByFullName('team/again-%s').scheduleBuild2(0, %s).get()
                """.formatted(name, cause));

        bed.user("bob").post("job/team/job/again-" + name + "/1/rebuild/", Map.of());
        bed.jobs().build("team/again-" + name, 2).await();
        team.quiet();

        assertThat(bed.channels().messagesAbout("again-" + name + " #1", channel))
                .hasSize(1);
        assertThat(bed.channels().awaitAbout("again-" + name + " #2", "by-hand", 1))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("(re-run of #1)"));
        // What the channel of the original reads in its thread is no message by a rule.
        assertThat(List.of("by-clock", "by-upstream"))
                .flatMap(other -> bed.channels().messagesAbout("again-" + name + " #2", other))
                .allSatisfy(message -> assertThat(message.threadTs()).isNotNull());
        assertThat(team.quiet().told("again-" + name))
                .contains("again-" + name + " #2 | bob")
                .doesNotContain("#2 | ann")
                .doesNotContain("#1 | bob");
    }
}

package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs and folders that are renamed, moved, copied or deleted between builds that people hear of. */
@JenkinsAcceptance(resetAfterEach = true)
class RelocatedJobsTest {
    private static final String FOLDER = "<com.cloudbees.hudson.plugins.folder.Folder/>";

    /** A pipeline whose first two builds fail. */
    private static void create(TestBed bed, String job) {
        bed.jobs().createPipeline(job, "if (currentBuild.number < 3) { error 'no' }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            named         | renamed       | getItem('named').renameTo('renamed')
            moving/app    | moved/app     | with { hudson.model.Items.move(getItemByFullName('moving/app'), getItem('moved')) }
            team/sub/app  | crew/sub/app  | getItem('team').renameTo('crew')
            """)
    void shouldGoOnWithTheConversation(String before, String after, String change, TestBed bed) {
        for (String folder : List.of("moving", "moved", "team", "team/sub")) {
            if (before.startsWith(folder + "/") || after.startsWith(folder + "/")) {
                bed.jobs().create(folder, FOLDER);
            }
        }
        create(bed, before);
        bed.jobs().build(before);
        bed.waits().untilNothingIsLeftOf(before);

        bed.admin().script("Jenkins.get()." + change);
        bed.jobs().build(after);
        bed.jobs().build(after);

        bed.waits().untilSystemChannelSays("#1>", "#3>\\* is fixed after .*#1>\\* failed.*");
        SandboxMessage first = messages(bed, "#1>").get(0);
        assertThat(first.text())
                .contains(Jobs.path(after) + "1/", Jobs.path(after) + "3/")
                .doesNotContain(Jobs.path(before) + "1/");
        assertThat(messages(bed, "#2>")).singleElement().satisfies(answer -> {
            assertThat(answer.text()).contains("still fails, 2nd time");
            assertThat(answer.isReply()).isTrue();
        });
        assertThat(bed.admin().get(Jobs.path(after) + "1/").body()).contains("Slack: ");
    }

    /** Each edition of a job is tried under another name before it takes the place of the one before. */
    @Test
    void shouldGoOnWithEachEditionOfAJobThatTakesTheSamePlace(TestBed bed) {
        for (int edition = 1; edition <= 2; edition++) {
            bed.openSystemChannel();
            create(bed, "next-edition");
            bed.jobs().build("next-edition");
            bed.waits().untilSystemChannelSays("edition #1>", "next-edition #1>\\* failed.*");

            bed.admin().script("""
                Jenkins.get().getItem('edition')?.delete()
                Jenkins.get().getItem('next-edition').renameTo('edition')
                """);
            bed.jobs().build("edition");
            bed.jobs().build("edition");

            bed.waits().untilSystemChannelSays("edition #1>", "edition #3>\\* is fixed after .*#1>\\* failed.*");
            assertThat(messages(bed, "edition #2>"))
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.isReply()).isTrue());
        }
    }

    @Test
    void shouldBeginAnewWithACopy(TestBed bed) {
        create(bed, "original");
        bed.jobs().build("original");
        bed.channels().awaitAbout("original #1", bed.systemChannel(), 1);
        // Jenkins builds no copy before somebody has saved its form.
        bed.admin().script("""
            def twin = Jenkins.get().copy(Jenkins.get().getItem('original'), 'twin')
            def held = Job.getDeclaredField('holdOffBuildUntilSave')
            held.accessible = true
            held.setBoolean(twin, false)
            """);
        bed.jobs().build("twin");

        assertThat(bed.channels().awaitAbout("twin #1", bed.systemChannel(), 1))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.text()).contains("#1>* failed");
                    assertThat(message.isReply()).isFalse();
                });
        bed.jobs().build("twin");
        bed.jobs().build("twin");
        bed.waits().untilSystemChannelSays("original #1", "original #1>\\* failed.*");
        bed.waits().untilSystemChannelSays("twin #1", "twin #3>\\* is fixed .*twin #1>\\* failed.*");
    }

    @Test
    void shouldTellWhatWasTrueOfADeletedJobAndOfADeletedBuild(TestBed bed) {
        bed.messageFaults().always("doomed", Fault.status(503));
        create(bed, "doomed-job");
        create(bed, "doomed-build");
        bed.jobs().build("doomed-job");
        bed.jobs().build("doomed-build");
        bed.waits().untilLogHas("doomed-job #1", "will be looked for");
        bed.waits().untilLogHas("doomed-build #1", "will be looked for");
        bed.admin().script("""
            Jenkins.get().getItem('doomed-job').delete()
            Jenkins.get().getItem('doomed-build').getBuildByNumber(1).delete()
            """);
        bed.sandbox().faults().clear();
        bed.admin()
                .script(
                        "io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().retries().settingsChanged()");

        var told = bed.channels().awaitAbout("doomed", bed.systemChannel(), 2);
        assertThat(told).extracting(SandboxMessage::text).allMatch(text -> text.contains("#1* failed"));
        assertThat(told).noneMatch(message -> message.toString().contains("/job/doomed"));
        assertThat(told)
                .anyMatch(message -> message.toString().contains("The job was deleted since"))
                .anyMatch(message -> message.toString().contains("This build was deleted since"));
    }

    private static List<SandboxMessage> messages(TestBed bed, String word) {
        return bed.channels().messagesAbout(word, bed.systemChannel());
    }
}

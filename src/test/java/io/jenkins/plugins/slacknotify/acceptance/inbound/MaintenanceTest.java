package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command {@code maintenance}, and what is told where somebody quiets Jenkins down, in a real Jenkins. */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
class MaintenanceTest {
    private static final Pattern LINK = Pattern.compile("slack-notify-link/\\?code=([\\w-]+)");

    private static final String QUIET = "print jenkins.model.Jenkins.get().quietingDown";

    /** Groovy: the file of the maintenance, and a look that the plugin takes every ten seconds. */
    private static final String FILE_AND_LOOK = """
            def file = new File(jenkins.model.Jenkins.get().rootDir, 'slack-notify/maintenance.properties')
            def look = { io.jenkins.plugins.slacknotify.control.maintenance.JenkinsMaintenance.get().doRun() }
            """;

    private static InboundBed bed;
    private static SandboxMember admin;
    private static final Map<String, Integer> SAID_BEFORE = new HashMap<>();

    @BeforeAll
    static void start() {
        bed = InboundBed.start(false);
        bed.jobs().createPipeline("slow", "sleep 600");
        bed.jobs().start("slow");
        Awaitility.await("a build that runs")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> bed.admin()
                        .script("print io.jenkins.plugins.slacknotify.lifecycle.RunningRuns.all().size()")
                        .equals("1"));
        admin = linked("admin");
    }

    @BeforeEach
    void skipWhatOthersSaid() {
        SAID_BEFORE.clear();
        List.of("builds", "system")
                .forEach(channel -> SAID_BEFORE.put(channel, said(channel).size()));
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static SandboxMember linked(String who) {
        var acme = bed.workspace();
        var member = bed.sandbox().as(acme.user(who, who + "@acme.example"), acme);
        acme.channel("builds").invite(who);
        var asked = member.command("builds", "/jenkins", "link");
        // On a busy machine another word comes before the answer.
        var code = Awaitility.await("a code")
                .atMost(InboundBed.TIMEOUT)
                .until(
                        () -> LINK.matcher(asked.ephemerals().stream()
                                .map(answer -> answer.text() + answer.blocks())
                                .collect(Collectors.joining())),
                        Matcher::find);
        JenkinsClient.of(bed.process().url(), who, who + "-password")
                .post("slack-notify-link/confirm", Map.of("code", code.group(1)))
                .requireStatus(200);
        return member;
    }

    /** What is said of a maintenance in a channel: where the command was given, or where builds are told. */
    private static List<String> said(String channel) {
        return bed.workspace().messagesIn(channel).stream()
                .map(SandboxMessage::text)
                .filter(text -> text.contains("maintenance"))
                .skip(SAID_BEFORE.getOrDefault(channel, 0))
                .toList();
    }

    private static List<String> await(String channel, int count) {
        Awaitility.await("what is said in " + channel)
                .atMost(InboundBed.TIMEOUT)
                .until(() -> said(channel).size() >= count);
        return said(channel);
    }

    @Test
    void shouldTellTheChannelsOfRunningBuildsWhoeverQuietsJenkinsDown() {
        admin.command("builds", "/jenkins", "maintenance 30m \"new <disks>\"");
        assertThat(await("builds", 1)).singleElement().asString().contains("has begun maintenance of Jenkins until");
        assertThat(await("system", 1))
                .singleElement()
                .asString()
                .contains("*Jenkins is in maintenance* until <!date^", ": new &lt;disks&gt;");
        assertThat(bed.admin().script(QUIET)).isEqualTo("true");
        assertThat(bed.admin().get("").body()).contains("<div id=\"shutdown-msg\">new &lt;disks>");

        admin.command("builds", "/jenkins", "maintenance over");
        assertThat(await("builds", 2).get(1)).contains("has ended the maintenance of Jenkins");
        assertThat(await("system", 2).get(1)).contains("The maintenance of Jenkins is over.");
        assertThat(bed.admin().script(QUIET)).isEqualTo("false");

        bed.admin().script("jenkins.model.Jenkins.get().doQuietDown(false, 0, 'a new kernel', false)");
        assertThat(await("system", 3).get(2)).contains("*Jenkins is in maintenance*: a new kernel");
        bed.admin().script("jenkins.model.Jenkins.get().doCancelQuietDown()");
        assertThat(await("system", 4).get(3)).contains("is over");
        assertThat(said("builds")).hasSize(2);
        assertThat(said("system")).hasSize(4);

        bed.admin().script("jenkins.model.Jenkins.get().doQuietDown(false, 0, null, true)");
        assertThat(await("system", 5).get(4)).contains("*Jenkins is in maintenance*: it restarts when they have ended");
        bed.admin().script("jenkins.model.Jenkins.get().doCancelQuietDown()");
        assertThat(await("system", 6).get(5)).contains("is over");
    }

    /** A backup each night would otherwise write two lines into each channel. */
    @Test
    void shouldTellOfTheCommandAloneWhereAdministratorsWantNoMore() {
        tellOfQuietDowns(false);
        try {
            var before = said("system").size();
            bed.admin().script("jenkins.model.Jenkins.get().doQuietDown(false, 0, 'backup', false)");
            bed.admin().script(FILE_AND_LOOK + "2.times { look() }");
            assertThat(bed.admin().script(FILE_AND_LOOK + "print file.exists()"))
                    .isEqualTo("false");
            bed.admin().script("jenkins.model.Jenkins.get().doCancelQuietDown()\n" + FILE_AND_LOOK + "look()");

            begin("new disks");
            assertThat(bed.admin().script(FILE_AND_LOOK + "print file.exists()"))
                    .isEqualTo("true");
            admin.command("builds", "/jenkins", "maintenance over");
            assertThat(said("system")).as("what was told of the backup").noneMatch(text -> text.contains("backup"));
            assertThat(said("system").size()).isGreaterThanOrEqualTo(before);
        } finally {
            tellOfQuietDowns(true);
        }
    }

    private static void tellOfQuietDowns(boolean isWanted) {
        bed.admin()
                .script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().quietDownNotices = "
                        + isWanted);
    }

    /** The time is set back, so that the test need not wait. */
    private static String atTheEnd() {
        return bed.admin().script(FILE_AND_LOOK + """
                file.text = file.text.replaceAll(/(?m)^until=.*$/, 'until=2020-01-01T00:00:00Z')
                look()
                """ + QUIET);
    }

    private static void begin(String reason) {
        int before = said("builds").size();
        admin.command("builds", "/jenkins", "maintenance 30m \"" + reason + "\"");
        assertThat(await("builds", before + 1).get(before)).contains("has begun maintenance of Jenkins until");
    }

    @Test
    void shouldEndByItselfAndLeaveWhatSomebodyElseHasPrepared() {
        begin("");
        assertThat(bed.admin().get("").body()).contains("Jenkins is in maintenance.");
        assertThat(atTheEnd()).isEqualTo("false");

        var others = List.of(
                "doQuietDown(false, 0, 'new disks', false)",
                "doQuietDown(false, 0, null, false)",
                "doQuietDown(false, 0, 'new disks', true)");
        for (var other : others) {
            begin("new disks");
            bed.admin().script("jenkins.model.Jenkins.get()." + other);
            assertThat(atTheEnd()).as(other).isEqualTo("true");
            assertThat(bed.admin().script(FILE_AND_LOOK + "print file.text.contains('until')"))
                    .as("the end of the window, after " + other)
                    .isEqualTo("false");
            bed.admin().script("jenkins.model.Jenkins.get().doCancelQuietDown()\n" + FILE_AND_LOOK + "look()");
        }
        assertThat(await("system", 8))
                .filteredOn(text -> text.contains("is over"))
                .hasSize(4);
    }

    @Test
    void shouldNotBeginWhatItCannotKeep() {
        bed.admin().script(FILE_AND_LOOK + "new File(file, 'in the way').mkdirs()");
        try {
            var asked = admin.command("builds", "/jenkins", "maintenance 30m");
            Awaitility.await("an answer")
                    .atMost(InboundBed.TIMEOUT)
                    .until(() -> asked.ephemerals().stream()
                            .map(SandboxMessage::text)
                            .anyMatch(text -> text.contains("error")));
            assertThat(bed.admin().script(QUIET)).isEqualTo("false");
            // Jenkins logs each time that this throws, every ten seconds.
            bed.admin().script(FILE_AND_LOOK + "look()");
        } finally {
            bed.admin().script(FILE_AND_LOOK + "file.deleteDir()");
        }
    }
}

package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command {@code maintenance}, and what is told where somebody quiets Jenkins down, in a real Jenkins. */
@Tag("acceptance")
@Order(5)
@ExtendWith(InboundBeds.class)
class MaintenanceTest {
    private static final Pattern LINK = Pattern.compile("slack-notify-link/\\?code=([\\w-]+)");

    private static InboundBed bed;

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
        var admin = linked("admin");
        admin.command("builds", "/jenkins", "maintenance 30m new <disks>");
        assertThat(await("builds", 1)).singleElement().asString().contains("has begun maintenance of Jenkins until");
        assertThat(await("system", 1))
                .singleElement()
                .asString()
                .contains("*Jenkins is in maintenance* until <!date^", ": new &lt;disks&gt;");
        assertThat(bed.admin().script("print jenkins.model.Jenkins.get().quietingDown"))
                .isEqualTo("true");
        assertThat(bed.admin().get("").body()).contains("<div id=\"shutdown-msg\">new &lt;disks>");

        admin.command("builds", "/jenkins", "maintenance over");
        assertThat(await("builds", 2).get(1)).contains("has ended the maintenance of Jenkins");
        assertThat(await("system", 2).get(1)).contains("The maintenance of Jenkins is over.");
        assertThat(bed.admin().script("print jenkins.model.Jenkins.get().quietingDown"))
                .isEqualTo("false");

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
}

package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command {@code maintenance}, and what is told where somebody quiets Jenkins down, in a real Jenkins. */
@Tag("acceptance")
@Order(5)
class MaintenanceTest {
    private static final Pattern LINK = Pattern.compile("slack-notify-link/\\?code=([\\w-]+)");

    private static InboundBed bed;

    @BeforeAll
    static void start() {
        bed = InboundBed.start(false);
        bed.admin().script("""
                jenkins.model.Jenkins.get().securityRealm.createAccount('dora', 'dora-password')
                """);
        bed.jobs().createPipeline("slow", "sleep 600");
        bed.jobs().start("slow");
        await("a build that runs")
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
        var answer = asked.awaitEphemerals(1, InboundBed.TIMEOUT).get(0);
        var code = LINK.matcher(answer.text() + answer.blocks());
        assertThat(code.find()).isTrue();
        JenkinsClient.of(bed.process().url(), who, who + "-password")
                .post("slack-notify-link/confirm", Map.of("code", code.group(1)))
                .requireStatus(200);
        return member;
    }

    private static List<String> told() {
        return bed.workspace().messagesIn("builds").stream()
                .map(SandboxMessage::text)
                .filter(text -> text.contains("maintenance"))
                .toList();
    }

    private static void awaitTold(int count) {
        await("the messages of the maintenance").atMost(InboundBed.TIMEOUT).until(() -> told().size() >= count);
    }

    @Test
    void shouldTellTheChannelsOfRunningBuildsWhoeverQuietsJenkinsDown() {
        var admin = linked("admin");
        var dora = linked("dora");

        var refused = dora.command("builds", "/jenkins", "maintenance 30m sabotage");
        assertThat(refused.awaitEphemerals(1, InboundBed.TIMEOUT).get(0).text())
                .contains("You may not: *Overall/Administer* is missing.");
        assertThat(told()).isEmpty();

        admin.command("builds", "/jenkins", "maintenance 30m new <disks>");
        awaitTold(2);
        assertThat(bed.admin().script("print jenkins.model.Jenkins.get().quietingDown"))
                .isEqualTo("true");
        assertThat(bed.admin().get("").body()).contains("new &lt;disks&gt;");

        admin.command("builds", "/jenkins", "maintenance over");
        awaitTold(4);
        assertThat(bed.admin().script("print jenkins.model.Jenkins.get().quietingDown"))
                .isEqualTo("false");
        told().forEach(System.out::println);
        assertThat(told())
                .anyMatch(text -> text.contains("*Jenkins is in maintenance* until <!date^")
                        && text.contains(": new &lt;disks&gt;"))
                .anyMatch(text -> text.contains("The maintenance of Jenkins is over."))
                .anyMatch(text -> text.contains("has begun maintenance of Jenkins until"))
                .anyMatch(text -> text.contains("has ended the maintenance of Jenkins"));

        bed.admin().script("jenkins.model.Jenkins.get().doQuietDown(false, 0, 'a new kernel', false)");
        awaitTold(5);
        assertThat(told().get(4)).contains("*Jenkins is in maintenance*: a new kernel");
        bed.admin().script("jenkins.model.Jenkins.get().doCancelQuietDown()");
        awaitTold(6);
        assertThat(told().get(5)).contains("is over");
        assertThat(told()).hasSize(6);
    }
}

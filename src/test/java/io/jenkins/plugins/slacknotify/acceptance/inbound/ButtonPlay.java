package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.acceptance.harness.Accounts;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * People who press the buttons below messages of builds, in a real Jenkins. Anna and Bob may build and cancel, Eve may read, Ivy is
 * linked and may not even do that, Uma is not linked, Otto is of another organisation.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InboundBeds.class)
abstract class ButtonPlay {
    static final Duration TIMEOUT = InboundBed.TIMEOUT;
    static final String APPROVE = "slack-notify.approval.approve";
    static final String ANSWER = "slack-notify.approval.answer";
    static final String REJECT = "slack-notify.approval.reject";
    static final String REJECT_WITH_REASON = "slack-notify.approval.reject-with-reason";
    static final String AGAIN = "slack-notify.build.again";
    static final String FOLLOW = "slack-notify.build.follow";
    static final String UNFOLLOW = "slack-notify.build.unfollow";
    static final String ABORT = "slack-notify.build.abort";
    static final String ABORT_WITH_REASON = "slack-notify.build.abort-with-reason";
    static final String CLAIM = "slack-notify.claim.take";
    static final String RELEASE = "slack-notify.claim.release";
    static final String MUTE = "slack-notify.mute.open";
    static final String CANCEL = "slack-notify.queue.cancel";

    private final boolean bySocket;
    InboundBed bed;
    SandboxMember anna;
    SandboxMember bob;
    SandboxMember eve;
    SandboxMember ivy;
    SandboxMember uma;
    SandboxMember otto;

    ButtonPlay(boolean bySocket) {
        this.bySocket = bySocket;
    }

    @BeforeAll
    void start() {
        bed = InboundBed.start(bySocket, plugins(), extraPlugins(), yaml -> configure(withPeople(yaml)));
        anna = member("Anna");
        bob = member("Bob");
        eve = member("Eve");
        ivy = member("Ivy");
        uma = unlinked("Uma");
        var stranger = bed.sandbox().workspace("partner").user("Otto", "otto@partner.example.org");
        otto = bed.sandbox().as(bed.workspace().outsider(stranger), bed.workspace());
        bed.workspace().channel("system").invite("Otto");
    }

    /** The plugins of Jenkins that the scenarios need besides those of the bed. */
    Set<String> plugins() {
        return Set.of();
    }

    /** The names of the plugins that Jenkins does not have by itself. */
    Set<String> extraPlugins() {
        return Set.of();
    }

    /** Changes the configuration as code. */
    String configure(String yaml) {
        return yaml;
    }

    final String transport() {
        return bySocket ? "socket" : "http";
    }

    /** Jenkins reads its accounts and permissions anew at each start. */
    private static String withPeople(String yaml) {
        var users = new StringBuilder();
        var permissions = new StringBuilder();
        Map.of(
                        "Anna", "Overall/Read, Job/Read, Job/Build, Job/Cancel",
                        "Bob", "Overall/Read, Job/Read, Job/Build, Job/Cancel",
                        "Eve", "Overall/Read, Job/Read",
                        "Ivy", "Overall/Read")
                .forEach((name, may) -> {
                    var id = name.toLowerCase();
                    users.append("        - " + Accounts.yaml(name) + "\n");
                    permissions.append("        - user: {name: %s, permissions: [%s]}\n".formatted(id, may));
                });
        return yaml.replace(
                        "events: [regressed, stillFailing, fixed, unstable]",
                        "events: [started, waitingForInput, failure, aborted, success]")
                .replace("        - {id: admin,", users + "        - {id: admin,")
                .replace("        - user: {name: admin,", permissions + "        - user: {name: admin,");
    }

    @AfterAll
    void stop() {
        if (bed != null) {
            bed.close();
        }
    }

    /** Makes a pipeline with rules for approvals, as Jenkins stores them. */
    final void createApproved(String name, String rules, String script) {
        bed.jobs().create(name, """
                <flow-definition>
                  <properties><io.jenkins.plugins.slacknotify.config.approval.ApprovalProperty>%s
                  </io.jenkins.plugins.slacknotify.config.approval.ApprovalProperty></properties>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition"><sandbox>true</sandbox>
                    <script>%s</script></definition>
                </flow-definition>
                """.formatted(rules, script));
    }

    final SandboxMember unlinked(String name) {
        var user = bed.workspace().user(name, name.toLowerCase() + "@example.org");
        bed.workspace().channel("system").invite(name);
        return bed.sandbox().as(user);
    }

    /** A member who is linked with the account of the same name. */
    final SandboxMember member(String name) {
        var member = unlinked(name);
        link(name, member);
        return member;
    }

    /** Links the account of that name with a member, as the page for it does. */
    final void link(String name, SandboxMember member) {
        bed.admin().script("""
                io.jenkins.plugins.slacknotify.personal.SlackLinks.get()
                    .link(User.getById('%s', false), '%s', '%s', '%s', 'acme')
                """.formatted(
                name.toLowerCase(), bed.workspace().teamId(), member.user().id(), name));
    }

    /** Presses a button as it once stood below a message, which has none any more. */
    final Exchange pressAgain(SandboxMember member, String action, SandboxMessage message) {
        return pressAgain(member, action, message, action);
    }

    final Exchange pressAgain(SandboxMember member, String action, SandboxMessage message, String like) {
        var value = elements(message).stream()
                .filter(button -> button.get("action_id").getAsString().equals(like))
                .findFirst()
                .map(button -> button.get("value").getAsString())
                .orElseGet(() -> valueOf(message));
        return member.press(bed.postButton(action, value), action);
    }

    static String valueOf(SandboxMessage message) {
        return elements(message).stream()
                .filter(button -> button.has("value"))
                .findFirst()
                .orElseThrow()
                .get("value")
                .getAsString();
    }

    /** Presses a button that asks for a reason, and sends its form. */
    static Exchange pressWithReason(SandboxMember member, SandboxMessage message, String action, String reason) {
        member.press(message.ts(), action);
        return submitReason(member, reason);
    }

    static Exchange submitReason(SandboxMember member, String reason) {
        var form = await("the form")
                .atMost(TIMEOUT)
                .until(
                        () -> member.modal().filter(view -> view.toString().contains("Reason")),
                        java.util.Optional::isPresent)
                .orElseThrow();
        return member.submit(form, Map.of("parameter-0", reason));
    }

    static String answer(Exchange press) {
        return press.awaitEphemerals(1, TIMEOUT).get(0).text();
    }

    final SandboxMessage question(String text) {
        return awaitMessage(text, message -> !labels(message).isEmpty());
    }

    final SandboxMessage openQuestion(String build) {
        return awaitQuestion(build, message -> true);
    }

    final SandboxMessage awaitQuestion(String build, Predicate<SandboxMessage> which) {
        return awaitMessage(build, message -> labels(message).contains("Reject") && which.test(message));
    }

    final SandboxMessage awaitMessage(SandboxMessage same, Predicate<SandboxMessage> which) {
        return await("change of " + same.text())
                .pollInterval(Duration.ofMillis(20))
                .atMost(TIMEOUT)
                .until(() -> current(same), which);
    }

    final SandboxMessage awaitMessage(String about, Predicate<SandboxMessage> which) {
        return await("message about " + about)
                .pollInterval(Duration.ofMillis(50))
                .atMost(TIMEOUT)
                .until(
                        () -> {
                            var all = new ArrayList<>(bed.workspace().messagesIn("system"));
                            Collections.reverse(all);
                            return all.stream()
                                    .filter(message -> message.text().contains(about) && which.test(message))
                                    .findFirst();
                        },
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    final SandboxMessage current(SandboxMessage message) {
        return bed.workspace().messagesIn("system").stream()
                .filter(other -> other.ts().equals(message.ts()))
                .findFirst()
                .orElseThrow();
    }

    final String channelId() {
        return bed.workspace().channelNamed("system").orElseThrow().id();
    }

    static String texts(SandboxMessage message) {
        return message.blocks().toString() + message.attachments();
    }

    static List<String> labels(SandboxMessage message) {
        return elements(message).stream()
                .map(button -> button.getAsJsonObject("text").get("text").getAsString())
                .toList();
    }

    static List<JsonObject> elements(SandboxMessage message) {
        var buttons = new ArrayList<JsonObject>();
        message.blocks().forEach(block -> {
            if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                block.getAsJsonObject()
                        .getAsJsonArray("elements")
                        .forEach(button -> buttons.add(button.getAsJsonObject()));
            }
        });
        return buttons;
    }
}

package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Accounts;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.interaction.answer.SlowAnswers;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Jenkins with jobs, people who have accounts there, and members of Slack. */
final class CommandOffice {
    private static final Pattern LINK = Pattern.compile("slack-notify-link/\\?code=([\\w-]+)");

    final InboundBed bed;
    final Map<String, SandboxMember> members = new LinkedHashMap<>();

    CommandOffice(boolean bySocket) {
        bed = InboundBed.start(bySocket);
        try {
            furnish();
        } catch (RuntimeException | AssertionError e) {
            bed.close();
            throw e;
        }
    }

    private void furnish() {
        bed.jobs().createPipeline("shop", "echo 'the end of the log'");
        bed.jobs().build("shop");
        bed.jobs().createPipeline("payroll", "echo 'secret'");
        bed.jobs().createPipeline("slow", "sleep 600");
        bed.admin().script("""
                import hudson.model.*
                import hudson.security.*
                import jenkins.model.Jenkins
                """ + Accounts.CREATE_ACCOUNT + """
                import org.jenkinsci.plugins.matrixauth.PermissionEntry
                def jenkins = Jenkins.get()
                def matrix = new ProjectMatrixAuthorizationStrategy()
                matrix.add(Jenkins.ADMINISTER, PermissionEntry.user('admin'))
                ['developer', 'reader', 'nothing', 'gone', 'locked'].each {
                    createAccount(it, it + '-password')
                }
                ['developer', 'reader', 'gone', 'locked'].each { who ->
                    [Jenkins.READ, Item.READ].each { matrix.add(it, PermissionEntry.user(who)) }
                }
                [Item.BUILD, Item.CANCEL].each { matrix.add(it, PermissionEntry.user('developer')) }
                matrix.add(Jenkins.READ, PermissionEntry.user('nothing'))
                jenkins.authorizationStrategy = matrix
                jenkins.save()
                def hidden = new AuthorizationMatrixProperty([:])
                hidden.inheritanceStrategy = new org.jenkinsci.plugins.matrixauth.inheritance.NonInheritingStrategy()
                jenkins.getItem('payroll').addProperty(hidden)
                jenkins.getItem('shop').addProperty(new ParametersDefinitionProperty(
                    new StringParameterDefinition('TARGET', 'test'),
                    new ChoiceParameterDefinition('MODE', ['fast', 'full'] as String[], ''),
                    new PasswordParameterDefinition('KEY', 'default-secret', '')))
                """);
        var acme = bed.workspace();
        for (var who : List.of("admin", "developer", "reader", "nothing", "gone", "locked", "unlinked")) {
            join(who, acme.user(who, who + "@acme.example"));
        }
        join("guest", acme.guest("guest", "guest@acme.example"));
        var partner = bed.sandbox().workspace("partner").user("outsider", "outsider@partner.example");
        join("outsider", acme.outsider(partner));
        awaitPromptness();
        for (var who : List.of("admin", "developer", "reader", "nothing", "gone", "locked")) {
            link(who);
        }
        bed.admin().script("""
                import org.springframework.security.core.userdetails.UserDetails
                hudson.model.User.getById('gone', false).getAllProperties()
                    .findAll { it instanceof hudson.security.HudsonPrivateSecurityRealm.Details }
                    .each { hudson.model.User.getById('gone', false).@properties.remove(it) }
                """);
        bed.admin().script("""
                class Locking extends hudson.security.HudsonPrivateSecurityRealm {
                    Locking() { super(false, false, null) }
                    org.springframework.security.core.userdetails.UserDetails loadUserByUsername2(String name) {
                        if (name == 'locked') throw new org.springframework.security.authentication.DisabledException(name)
                        super.loadUserByUsername2(name)
                    }
                }
                jenkins.model.Jenkins.get().securityRealm = new Locking()
                """);
    }

    /**
     * Has somebody ask who is in no test: the first command makes Jenkins load much code, on a busy machine for longer than Slack
     * waits.
     */
    private void awaitPromptness() {
        var visitor = bed.sandbox().as(bed.workspace().user("visitor", "visitor@acme.example"), bed.workspace());
        bed.workspace().channel("builds").invite("visitor");
        await("a command that is acknowledged in time")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> visitor.command("builds", "/jenkins", "ping").isAcknowledged());
    }

    void join(String who, io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser user) {
        bed.workspace().channel("builds").invite(who);
        members.put(who, bed.sandbox().as(user, bed.workspace()));
    }

    JenkinsClient account(String who) {
        return JenkinsClient.of(bed.process().url(), who, who + "-password");
    }

    /** As a person does: asks in Slack, opens the address, reads it, and confirms. */
    void link(String who) {
        var code = code(who);
        var account = account(who);
        // A picture that Slack does not give in time is left out.
        var page = await("the page with the member's picture")
                .atMost(InboundBed.TIMEOUT)
                .until(
                        () -> account.get("slack-notify-link/?code=" + code)
                                .requireStatus(200)
                                .body(),
                        body -> body.contains("data:image/png;base64,"));
        assertThat(page).contains(who, members.get(who).user().id(), "acme");
        assertThat(account.post("slack-notify-link/confirm", Map.of("code", code))
                        .requireStatus(200)
                        .body())
                .contains("is linked with your account " + who);
    }

    String code(String who) {
        var answer = answer(who, "link");
        Matcher found = LINK.matcher(answer.text() + answer.blocks());
        assertThat(found.find()).as(answer.text()).isTrue();
        return found.group(1);
    }

    /** Returns what a member is told, in the channel or alone. Outsiders have no commands in Slack, but they can mention the app. */
    SandboxMessage answer(String who, String text) {
        var before = bed.workspace().messagesIn("builds").size();
        Exchange asked = who.equals("outsider")
                ? members.get(who).mention("builds", text)
                : members.get(who).command("builds", "/jenkins", text);
        assertThat(asked.isAcknowledged()).as(asked.toString()).isTrue();
        var own = who.equals("outsider") ? 1 : 0;
        await(who + " asks " + text)
                .atMost(InboundBed.TIMEOUT)
                .until(() -> told(asked).isPresent()
                        || bed.workspace().messagesIn("builds").size() > before + own);
        return told(asked).orElseGet(() -> bed.workspace().messagesIn("builds").get(before + own));
    }

    /** What takes long on a busy machine has a word before it. */
    private static Optional<SandboxMessage> told(Exchange asked) {
        return asked.ephemerals().stream()
                .filter(message -> !message.text().equals(SlowAnswers.LOOKING))
                .findFirst();
    }
}

package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two Slack apps of two workspaces at one Jenkins: whoever knows the secret of one has no say in the workspace of the other. */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
class SeveralAppsTest {
    @Test
    void shouldDoNothingForAMemberOfAWorkspaceForWhichTheAppMayNotSpeak() {
        try (var bed = InboundBed.start(false)) {
            var partnerToken = bed.sandbox().workspace("partner").installBot("jenkins");
            var partner = bed.sandbox().appOf(partnerToken);
            add(bed, partner, partnerToken);
            try {
                bed.jobs().createPipeline("walled", "echo 'done'");
                var admin = LinkedMembers.link(bed, "admin");
                bed.workspace().channel("builds").invite("admin");
                var partnerTeam = bed.sandbox().workspace("partner").teamId();
                await("the new app")
                        .atMost(InboundBed.TIMEOUT)
                        .until(
                                () -> send(bed, partner, partnerTeam, "U0PARTNER", "help")
                                        .statusCode(),
                                code -> code == 200);

                // Whatever Jenkins knows by then of the workspaces, and in whatever order that came.
                await("a refusal at the gate").atMost(InboundBed.TIMEOUT).until(() -> {
                    var forged = send(
                            bed, partner, bed.workspace().teamId(), admin.user().id(), "run walled");
                    assertThat(forged.statusCode()).isEqualTo(200);
                    return forged.body().contains("does not work with this workspace");
                });
                assertThat(bed.status("it.requests().lastRefusal().reason()")).isEqualTo("FOREIGN_WORKSPACE");

                admin.command("builds", "/jenkins", "run walled");
                await("the build that the app of the workspace has asked for")
                        .atMost(InboundBed.TIMEOUT)
                        .until(() -> builds(bed), "1"::equals);
                await("nothing to do").atMost(InboundBed.TIMEOUT).until(() -> bed.status("it.waiting()"), "0"::equals);
                assertThat(builds(bed)).isEqualTo("1");
            } finally {
                remove(bed);
            }
        }
    }

    @Test
    void shouldMuteNoChannelOfAWorkspaceForWhichTheAppMayNotSpeak() {
        try (var bed = InboundBed.start(false)) {
            var workspace = bed.sandbox().workspace("partner");
            var partnerToken = workspace.installBot("jenkins");
            var partner = bed.sandbox().appOf(partnerToken);
            add(bed, partner, partnerToken);
            try {
                bed.jobs().createPipeline("loud", "error 'no'");
                var mallory = workspace.user("mallory", "mallory@partner.example");
                var own = workspace.channel("own").invite("jenkins").invite("mallory");
                bed.admin().script("""
                        io.jenkins.plugins.slacknotify.personal.SlackLinks.get()
                            .link(User.getById('admin', false), '%s', '%s', 'mallory', 'partner')
                        """.formatted(workspace.teamId(), mallory.id()));
                await("the new app")
                        .atMost(InboundBed.TIMEOUT)
                        .until(
                                () -> send(bed, partner, workspace.teamId(), mallory.id(), "help")
                                        .statusCode(),
                                code -> code == 200);

                for (var channel : List.of(bed.workspace().channel("builds"), own)) {
                    var fields = Map.of("channel_id", channel.id(), "channel_name", "builds");
                    assertThat(send(bed, partner, workspace.teamId(), mallory.id(), "mute loud channel", fields)
                                    .statusCode())
                            .isEqualTo(200);
                }

                await("the mute of the own channel")
                        .atMost(InboundBed.TIMEOUT)
                        .until(() -> mutes(bed), own.id()::equals);
                await("nothing to do").atMost(InboundBed.TIMEOUT).until(() -> bed.status("it.waiting()"), "0"::equals);
                assertThat(mutes(bed)).isEqualTo(own.id());
            } finally {
                remove(bed);
            }
        }
    }

    private static String mutes(InboundBed bed) {
        return bed.admin().script("""
                print io.jenkins.plugins.slacknotify.control.subscription.SlackSubscriptions.get()
                    .mutes().all()*.target()*.channel().join(' ')
                """);
    }

    private static String builds(InboundBed bed) {
        return bed.admin()
                .script("print Jenkins.get().getItem('walled').builds.size() + Jenkins.get().queue.items.size()");
    }

    private static HttpResponse<String> send(InboundBed bed, SandboxApp app, String team, String member, String text) {
        return send(bed, app, team, member, text, Map.of());
    }

    private static HttpResponse<String> send(
            InboundBed bed, SandboxApp app, String team, String member, String text, Map<String, String> more) {
        var fields = Payloads.command(UUID.randomUUID().toString(), text);
        fields.put("team_id", team);
        fields.remove("enterprise_id");
        fields.put("user_id", member);
        fields.put("api_app_id", app.id());
        fields.putAll(more);
        fields.put(
                "response_url",
                URI.create(bed.sandbox().pageUrl()).resolve("hooks/none").toString());
        var body = Payloads.form(fields).getBytes(StandardCharsets.UTF_8);
        var now = Instant.now();
        return bed.send(HttpRequest.newBuilder(bed.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", String.valueOf(now.getEpochSecond()))
                .header("X-Slack-Signature", new SlackSigner(app.signingSecret()).sign(now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private static void add(InboundBed bed, SandboxApp partner, String token) {
        bed.admin().script("""
                import com.cloudbees.plugins.credentials.*
                import com.cloudbees.plugins.credentials.domains.Domain
                import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration
                import io.jenkins.plugins.slacknotify.config.inbound.SlackAppConfig
                import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig
                import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
                def store = SystemCredentialsProvider.instance.store
                ['partner-token': '%s', 'partner-secret': '%s'].each { id, secret ->
                    store.addCredentials(Domain.global(), new StringCredentialsImpl(
                        CredentialsScope.SYSTEM, id, '', hudson.util.Secret.fromString(secret)))
                }
                def configuration = SlackNotifyConfiguration.get()
                def routing = configuration.routing.copy()
                routing.workspaces = [new WorkspaceConfig('partner', 'partner-token')]
                configuration.routing = routing
                def app = new SlackAppConfig('partner')
                app.workspace = 'partner'
                app.signingSecretCredentialsId = 'partner-secret'
                def inbound = configuration.inbound.copy()
                inbound.apps = inbound.apps + [app]
                configuration.inbound = inbound
                configuration.save()
                """.formatted(token, partner.signingSecret()));
    }

    private static void remove(InboundBed bed) {
        bed.admin().script("""
                import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration
                def configuration = SlackNotifyConfiguration.get()
                def inbound = configuration.inbound.copy()
                inbound.apps = inbound.apps.findAll { it.name != 'partner' }
                configuration.inbound = inbound
                def routing = configuration.routing.copy()
                routing.workspaces = []
                configuration.routing = routing
                configuration.save()
                """);
    }
}

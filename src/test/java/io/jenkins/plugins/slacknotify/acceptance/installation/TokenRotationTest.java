package io.jenkins.plugins.slacknotify.acceptance.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that end after twelve hours, of an app whose client id and secret come from the environment. Jenkins is killed on the way. */
@Tag("acceptance")
class TokenRotationTest {
    private static final String ROTATION = "io.jenkins.plugins.slacknotify.config.installation.Rotations.get()";

    @TempDir
    static Path folder;

    private static InstallationBed bed;
    private static SandboxApp app;
    private static String credentialsId;

    @BeforeAll
    static void start() {
        bed = InstallationBed.start(sandbox -> {
            app = sandbox.newApp(sandbox.workspace("acme"), "jenkins");
            return Map.of(
                    "SLACK_APP_CLIENT_ID",
                    app.clientId(),
                    "SLACK_APP_CLIENT_SECRET_FILE",
                    fileWith(app.clientSecret()));
        });
        app.configure(JsonParser.parseString("""
                {"display_information": {"name": "jenkins"}, "features": {"bot_user": {"display_name": "jenkins"}},
                 "oauth_config": {"redirect_urls": ["%sslack-notify-install/callback"], "scopes": {"bot": ["chat:write"]}},
                 "settings": {"token_rotation_enabled": true}}""".formatted(bed.process().url())).getAsJsonObject());
        assertThat(bed.admin().get(InstallationBed.GUIDE).body())
                .contains("the environment variable SLACK_APP_CLIENT_ID<", "SLACK_APP_CLIENT_SECRET_FILE");
        var page = bed.addedTo(bed.acme(), bed.ada(), false);
        assertThat(page).contains("Jenkins renews it two hours before");
        bed.keep(page, Map.of("place", "system"));
        credentialsId = "slack-notify-bot-" + bed.acme().teamId();
        assertThat(bed.token(credentialsId)).startsWith("xoxe.xoxb-");
    }

    private static String fileWith(String secret) {
        try {
            return Files.writeString(folder.resolve("client-secret"), secret + "\n")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        if (bed != null) {
            bed.close();
        }
    }

    /** Ten hours pass for what Jenkins has written down. */
    private static void passTenHours() {
        bed.admin().script("""
                import io.jenkins.plugins.slacknotify.installation.*
                def store = io.jenkins.plugins.slacknotify.config.credentials.KnownInstallations.get().store()
                store.all().each { each ->
                    def r = each.rotation()
                    def soon = r.expiresAt().minusSeconds(10 * 3600 + 60)
                    store.put(new Installation(each.owner(), each.orgWide(), each.appId(), each.installerId(), each.scopes(),
                        each.credentialsId(), each.at(),
                        new Installation.Rotation(r.token(), r.refreshToken(), soon, r.published(), r.askedAt(), r.lost())))
                }
                """);
    }

    private static boolean works(String token) {
        var answer = new SlackCall(bed.sandbox().apiUrl()).authTest(token);
        return answer.contains("\"ok\":true");
    }

    private static void assertSends() {
        bed.acme().channel("builds").invite("jenkins");
        int before = bed.acme().messagesIn("builds").size();
        bed.admin().post(InstallationBed.INSTALL + "setup/sendFirst", Map.of("channel", "#builds"));
        assertThat(bed.notice()).contains("#builds");
        bed.acme().awaitMessages("builds", before + 1, InstallationBed.TIMEOUT);
    }

    @Test
    void shouldRenewOnOneThreadAndKeepTheTokenNowhereElse() throws IOException {
        var before = bed.token(credentialsId);
        passTenHours();

        bed.admin()
                .script("hudson.ExtensionList.lookupSingleton("
                        + "io.jenkins.plugins.slacknotify.lifecycle.RotationUpkeep).doRun()");
        await("another token")
                .atMost(InstallationBed.TIMEOUT)
                .until(() -> bed.token(credentialsId), token -> !token.equals(before));

        var token = bed.token(credentialsId);
        assertThat(works(token)).isTrue();
        assertSends();
        for (var secret : new String[] {before, token, app.clientSecret()}) {
            assertThat(FileTree.filesWith(secret, bed.process().home())).isEmpty();
            assertThat(String.join("\n", bed.process().log())).doesNotContain(secret);
            assertThat(bed.admin().get(InstallationBed.GUIDE).body()).doesNotContain(secret);
        }
        assertThat(FileTree.filesWith("xoxe-1-", bed.process().home()))
                .as("refresh tokens")
                .isEmpty();
        assertThat(bed.admin().get("manage/").body()).doesNotContain("cannot be renewed");
    }

    /** As where the clock of Jenkins was ahead when the token was given, and was set right. */
    @Test
    void shouldRenewAtOnceATokenThatEndsBeforeItsTime() {
        var before = bed.token(credentialsId);
        bed.acme().channel("late").invite("jenkins");
        bed.jobs().createPipeline("late", "slackNotify message: 'late', channel: 'late'");

        bed.passInSlack(Duration.ofHours(13));
        assertThat(works(before)).isFalse();
        bed.jobs().build("late");

        bed.acme().awaitMessages("late", 1, InstallationBed.TIMEOUT);
        assertThat(works(bed.token(credentialsId))).isTrue();
    }

    /** All steps, or that one after which most is at stake: Slack has given a pair, and nobody has written it. */
    static Stream<Arguments> steps() {
        var one = Stream.of(Arguments.of("WRITE", 2));
        return "all".equals(System.getProperty("slack-notify.rotation.kills"))
                ? Stream.concat(
                        one,
                        Stream.of(
                                Arguments.of("DONE", 3),
                                Arguments.of("MARK", 1),
                                Arguments.of("ASK", 1),
                                Arguments.of("PUBLISH", 1)))
                : one;
    }

    /**
     * Each step has a hook, a port of the rotation, at which the process ends as by {@code kill -9}: nothing after it happens, and
     * nothing is flushed. Each costs a start of Jenkins, and the test of the rotation itself goes through all of them, so there is
     * one here; with {@code -Dslack-notify.rotation.kills=all} all of them.
     */
    @ParameterizedTest
    @MethodSource("steps")
    void shouldGoOnAfterAKillAtEachStep(String step, int write) {
        var before = bed.token(credentialsId);
        passTenHours();
        // The pair that Slack has given and nobody has written is asked for again; Slack allows that for a short while.
        bed.sandbox().allowRefreshAgain(true);

        try {
            bed.admin().script("""
                import io.jenkins.plugins.slacknotify.installation.*
                def real = io.jenkins.plugins.slacknotify.config.credentials.KnownInstallations.get().store()
                def step = '%s'
                int writes = 0
                def store = [
                    all: { -> real.all() }, find: { id -> real.find(id) }, remove: { id -> real.remove(id) },
                    put: { each ->
                        writes++
                        if (step in ['MARK', 'WRITE', 'DONE'] && writes == %d) { Runtime.runtime.halt(9) }
                        real.put(each)
                    }] as InstallationStore
                def publisher = Class.forName('io.jenkins.plugins.slacknotify.config.installation.CredentialPublisher', true,
                    Jenkins.get().pluginManager.uberClassLoader).getDeclaredConstructor().with { it.accessible = true; it.newInstance() }
                def refresh = Class.forName('io.jenkins.plugins.slacknotify.config.installation.SlackTokenRefresh', true,
                    Jenkins.get().pluginManager.uberClassLoader).getDeclaredConstructor().with { it.accessible = true; it.newInstance() }
                def publish = [
                    findProblem: { i -> publisher.findProblem(i) }, isReplaced: { i, t -> publisher.isReplaced(i, t) },
                    publish: { i, t -> if (step == 'PUBLISH') { Runtime.runtime.halt(9) }; publisher.publish(i, t) }] as TokenPublisher
                def ask = [
                    findProblem: { id -> refresh.findProblem(id) },
                    refresh: { id, t -> if (step == 'ASK') { Runtime.runtime.halt(9) }; refresh.refresh(id, t) }] as TokenRefresh
                new TokenRotation(store, publish, ask, java.time.Clock.systemUTC()).run()
                """.formatted(step, write));
        } catch (RuntimeException | AssertionError killed) {
            // It cannot answer any more.
        }
        await("the end of the process")
                .atMost(InstallationBed.TIMEOUT)
                .until(() -> !bed.process().isAlive());
        assertThat(works(before)).as("meanwhile the old token works").isTrue();
        bed.startAgain();

        await("another token after " + step)
                .atMost(InstallationBed.TIMEOUT)
                .until(() -> bed.token(credentialsId), token -> !token.equals(before) && works(token));
        await("nothing left to do")
                .atMost(InstallationBed.TIMEOUT)
                .until(() -> bed.admin().script("print " + ROTATION + ".problems().size()"), "0"::equals);
        assertSends();
        System.out.printf("killed at %s: the old token worked meanwhile, the new one is in the credential%n", step);
    }
}

package io.jenkins.plugins.slacknotify.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The monitor that alerts administrators when messages do not get through, and goes away when they do again. */
@JenkinsAcceptance(ownJenkins = true)
@Order(6)
class DeliveryProblemsTest {
    private static final By ALERT = By.xpath("//div[contains(@class, 'jenkins-alert')]"
            + "[contains(., 'Some Slack notifications do not get through')]");

    private static final Pattern ALERT_HTML = Pattern.compile("(?s)<form [^>]+DeliveryProblemsMonitor/disable.*?</ul>");

    @BeforeEach
    void nobodyHearsOfBuilds(TestBed bed) {
        bed.configure("events: []");
    }

    @AfterEach
    void reset(TestBed bed) {
        bed.reset();
    }

    @Test
    void shouldAlertOfADeadTokenUntilItIsReplaced(TestBed bed, Browser browser) {
        var dead = bed.slack().installBot("dying");
        bed.addCredential("dying", dead);
        bed.configure("events: []", "channel: '#problems-token'", "credentialsId: dying");
        bed.slack().channel("problems-token").invite("dying");
        bed.slack().revoke(dead);
        bed.jobs().createPipeline("mourner", "slackNotify message: 'Hello'");
        bed.jobs().build("mourner");

        awaitAlert(bed, "The token was revoked", "one message waits for it");
        browser.open(bed.process().url().resolve("manage/"));
        browser.screenshot("monitor-token", ALERT);
        browser.click(By.linkText("Open the Slack settings"));
        assertThat(browser.find(By.cssSelector("[name='_.credentialsId'] option[value=dying]"))
                        .isSelected())
                .isTrue();

        replaceSecret(bed, "dying", bed.slack().installBot("dying"));

        assertThat(bed.await("problems-token", 1)).hasSize(1);
        awaitNoAlert(bed);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldAlertOfAMissingScopeUntilTheAppHasIt(TestBed bed) {
        bed.addCredential("mute", bed.slack().installBot("mute", "users:read"));
        bed.slack().channel("problems-scope").invite("mute");
        bed.jobs()
                .createPipeline(
                        "mime", "slackNotify message: 'Hello', channel: 'problems-scope', credentialsId: 'mute'");
        bed.jobs().build("mime");

        awaitAlert(bed, "The app lacks the scope chat:write", "Open the credentials");
        replaceSecret(bed, "mute", bed.slack().installBot("mute", "chat:write", "chat:write.customize"));

        assertThat(bed.await("problems-scope", 1)).hasSize(1);
        awaitNoAlert(bed);
    }

    @Test
    void shouldAlertOfAChannelUntilTheBotIsInvited(TestBed bed, Browser browser) {
        bed.addCredential("stranger", bed.slack().installBot("stranger", "chat:write", "chat:write.customize"));
        bed.slack().channel("problems-channel");
        bed.jobs()
                .createPipeline(
                        "outsider",
                        "slackNotify message: 'Hello', channel: 'problems-channel', credentialsId: 'stranger'");
        bed.jobs().build("outsider");

        awaitAlert(bed, "The bot is not a member of #problems-channel");
        browser.open(bed.process().url().resolve("manage/"));
        assertThat(browser.all(By.linkText("Open the Slack settings"))).isEmpty();
        browser.click(By.linkText("Show deliveries"));
        browser.find(By.cssSelector(".slack-notify-deliveries"));
        bed.slack().channel("problems-channel").invite("stranger");
        bed.jobs().build("outsider");

        assertThat(bed.await("problems-channel", 2)).hasSize(2);
        awaitNoAlert(bed);
        assertThat(browser.complaints()).isEmpty();
    }

    private static void replaceSecret(TestBed bed, String credentialsId, String secret) {
        bed.admin().script("""
            import com.cloudbees.plugins.credentials.*
            import com.cloudbees.plugins.credentials.domains.Domain
            import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
            def provider = SystemCredentialsProvider.instance
            def old = provider.credentials.find { it.id == '%s' }
            provider.store.updateCredentials(Domain.global(), old, new StringCredentialsImpl(
                old.scope, old.id, '', hudson.util.Secret.fromString('%s')))
            """.formatted(credentialsId, secret));
    }

    private static void awaitAlert(TestBed bed, String... words) {
        await("an alert")
                .atMost(TestBed.PATIENCE)
                .untilAsserted(() -> assertThat(alert(bed)).contains(words));
    }

    private static void awaitNoAlert(TestBed bed) {
        await("no alert").atMost(TestBed.PATIENCE).until(() -> alert(bed).isEmpty());
    }

    /** What the monitor shows on Manage Jenkins; empty where it shows nothing. */
    private static String alert(TestBed bed) {
        var page = bed.admin().get("manage/").requireStatus(200).body();
        return ALERT_HTML
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }
}

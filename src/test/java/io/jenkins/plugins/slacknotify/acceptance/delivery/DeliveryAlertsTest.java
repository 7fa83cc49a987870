package io.jenkins.plugins.slacknotify.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.pages.Alerts;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The monitor that alerts administrators when messages do not get through, and goes away when they do again. */
@JenkinsAcceptance(resetAfterEach = true)
class DeliveryAlertsTest {
    private static final By ALERT = By.xpath("//div[contains(@class, 'jenkins-alert')]"
            + "[contains(., 'Some Slack notifications do not get through')]");

    @BeforeEach
    void nobodyHearsOfBuilds(TestBed bed) {
        bed.configuration().set("events: []");
    }

    @Test
    void shouldAlertOfADeadTokenUntilItIsReplaced(TestBed bed, Browser browser) {
        var dead = bed.slack().installBot("dying");
        bed.credentials().add("dying", dead);
        bed.configuration().set("events: []", "channel: '#problems-token'", "credentialsId: dying");
        bed.slack().channel("problems-token").invite("dying");
        bed.slack().revoke(dead);
        bed.jobs().createPipeline("mourner", "slackNotify message: 'Hello'");
        bed.jobs().build("mourner");

        Alerts.await(bed, "The token was revoked", "one message waits for it");
        browser.open(bed.process().url().resolve("manage/"));
        browser.screenshot("monitor-token", ALERT);
        browser.click(By.linkText("Open the Slack settings"));
        assertThat(browser.find(By.cssSelector("[name='_.credentialsId'] option[value=dying]"))
                        .isSelected())
                .isTrue();

        replaceSecret(bed, "dying", bed.slack().installBot("dying"));

        assertThat(bed.channels().await("problems-token", 1)).hasSize(1);
        Alerts.awaitNone(bed);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldAlertOfAMissingScopeUntilTheAppHasIt(TestBed bed) {
        bed.credentials().add("mute", bed.slack().installBot("mute", "users:read"));
        bed.slack().channel("problems-scope").invite("mute");
        bed.jobs()
                .createPipeline(
                        "mime", "slackNotify message: 'Hello', channel: 'problems-scope', credentialsId: 'mute'");
        bed.jobs().build("mime");

        Alerts.await(bed, "The app lacks the scope chat:write", "Open the credentials");
        replaceSecret(bed, "mute", bed.slack().installBot("mute", "chat:write", "chat:write.customize"));

        assertThat(bed.channels().await("problems-scope", 1)).hasSize(1);
        Alerts.awaitNone(bed);
    }

    @Test
    void shouldAlertOfAChannelUntilTheBotIsInvited(TestBed bed, Browser browser) {
        bed.credentials().add("stranger", bed.slack().installBot("stranger", "chat:write", "chat:write.customize"));
        bed.slack().channel("problems-channel");
        bed.jobs()
                .createPipeline(
                        "stranger-job",
                        "slackNotify message: 'Hello', channel: 'problems-channel', credentialsId: 'stranger'");
        bed.jobs().build("stranger-job");

        Alerts.await(bed, "The bot is not a member of #problems-channel");
        browser.open(bed.process().url().resolve("manage/"));
        assertThat(browser.all(By.linkText("Open the Slack settings"))).isEmpty();
        browser.click(By.linkText("Show deliveries"));
        browser.find(By.cssSelector(".slack-notify-deliveries"));
        bed.slack().channel("problems-channel").invite("stranger");
        bed.jobs().build("stranger-job");

        assertThat(bed.channels().await("problems-channel", 2)).hasSize(2);
        Alerts.awaitNone(bed);
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
}

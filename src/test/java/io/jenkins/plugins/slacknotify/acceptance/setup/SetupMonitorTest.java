package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.net.URI;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The hint on Manage Jenkins that nothing is set up yet. */
@JenkinsAcceptance
class SetupMonitorTest {
    private static final String NO_TOKEN = "credentialsId: ''";
    private static final By HINT = By.id("slack-notify-setup");

    @Test
    void shouldLeadToTheFirstStepsUntilThereIsAToken(TestBed bed, Browser browser) {
        bed.configuration().set(NO_TOKEN);
        browser.open(bed.process().url().resolve("manage/"));
        assertThat(browser.find(HINT).getText()).contains("there is no bot token, so nobody is notified");
        browser.screenshot("setup-hint");
        assertThat(browser.all(By.cssSelector("#slack-notify-setup a")))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly(
                        bed.process().url().resolve("manage/slack/app/").toString(),
                        bed.process().url().resolve("manage/slack/connection/").toString())
                .allSatisfy(link -> bed.admin()
                        .get(bed.process().url().relativize(URI.create(link)).toString())
                        .requireStatus(200));

        bed.configuration().set("credentialsId: slack-token");

        assertThat(isShown(bed.admin())).isFalse();
    }

    /** On this page, Jenkins gives every link of an alert the colour of its text. On a blue button, nobody could read it. */
    @Test
    void shouldColourItsLinksLikeButtons(TestBed bed, Browser browser) {
        bed.configuration().set(NO_TOKEN);
        browser.open(bed.process().url().resolve("manage/"));
        browser.find(HINT);

        assertThat((List<?>) browser.run("""
                return [...document.querySelectorAll('#slack-notify-setup a.jenkins-button')]
                  .filter(link => {
                    const button = document.createElement('button');
                    button.className = link.className;
                    document.body.append(button);
                    return getComputedStyle(link).color !== getComputedStyle(button).color;
                  })
                  .map(link => link.textContent);
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabled: false",
                "routing: {destinations: [{name: ops, channel: '#ops'}]}",
                "routing: {rules: [{name: All, to: ['#ops']}]}",
                "routing: {workspaces: [{name: partner, credentialsId: slack-token}]}"
            })
    void shouldNotHintWhereSomebodyIsAtWorkOrWantsNone(String setting, TestBed bed) {
        bed.configuration().set(NO_TOKEN);
        assertThat(isShown(bed.admin())).isTrue();

        bed.configuration().set(NO_TOKEN, setting);

        assertThat(isShown(bed.admin())).isFalse();
    }

    @Test
    void shouldStayAwayForGoodAsTheButtonSays(TestBed bed, Browser browser) {
        var button = By.cssSelector("#slack-notify-setup [name=no]");
        bed.configuration().set(NO_TOKEN);
        browser.open(bed.process().url().resolve("manage/"));
        assertThat(browser.find(button).getText()).isEqualTo("Never show again");
        try {
            browser.click(button);

            Awaitility.await("no hint").atMost(TestBed.TIMEOUT).until(() -> !isShown(bed.admin()));
        } finally {
            bed.admin().script("""
                    Jenkins.get().administrativeMonitors.find { it.class.simpleName == 'SetupMonitor' }.disable(false)
                    """);
        }
        assertThat(isShown(bed.admin())).isTrue();
    }

    private static boolean isShown(JenkinsClient admin) {
        return admin.get("manage/").requireStatus(200).body().contains("slack-notify-setup");
    }
}

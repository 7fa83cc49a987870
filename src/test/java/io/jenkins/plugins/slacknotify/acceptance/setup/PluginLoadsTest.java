package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@JenkinsAcceptance
class PluginLoadsTest {
    @Test
    void shouldBeActive(TestBed bed) {
        assertThat(bed.admin().script("print Jenkins.get().pluginManager.getPlugin('slack-notify').active"))
                .isEqualTo("true");
    }

    @Test
    void shouldStartWithoutWarnings(TestBed bed) {
        var start = bed.process().log().stream().takeWhile(line -> !line.contains("Jenkins is fully up and running"));

        // The virtual machine warns of Jenkins' own jars, in lines of another form.
        assertThat(start).isNotEmpty().noneMatch(line -> line.matches(".*\\t(WARNING|SEVERE)\\t.*slack.*"));
    }

    @Test
    void shouldAppearInTheConfigurationAsCode(TestBed bed) {
        assertThat(bed.admin().exportConfiguration()).contains("  slackNotify:\n");
    }

    @Test
    void shouldLeadFromTheSystemPageToItsOwnUnderTheContentSecurityPolicy(TestBed bed, Browser browser) {
        assertThat(bed.admin().get("manage/configure").headers().firstValue("Content-Security-Policy"))
                .isPresent();

        browser.open(bed.process().url().resolve("manage/configure"));
        browser.click(By.linkText("Manage Jenkins » Slack"));
        browser.find(By.cssSelector(".slack-notify-tabs [aria-current]"));
        browser.screenshot("slack-page");

        assertThat(browser.complaints()).isEmpty();
    }
}

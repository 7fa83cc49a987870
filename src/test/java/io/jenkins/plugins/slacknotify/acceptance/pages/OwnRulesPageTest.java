package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The rules of a folder in the folder's own page, where Jenkins shows all of them at once. */
@JenkinsAcceptance
class OwnRulesPageTest {
    private static final String NAMES =
            "[name=rules].repeated-chunk > .repeated-chunk__header .slack-notify-chunk__name";

    @Test
    void shouldNameFoldAndMoveTheRulesOfAFolder(TestBed bed, Browser browser) {
        bed.jobDsl().run("""
            folder('own-rules') {
                properties { slackNotifyFolder {
                    rules {
                        notificationRule { name('One'); to(['#a']) }
                        notificationRule { name('Two'); to(['#b']) }
                        notificationRule { name('Three'); to(['#c']); disabled(true) }
                        notificationRule { name('Four'); to(['#d']) }
                    }
                } }
            }
            """);
        var page = bed.process().url().resolve("job/own-rules/configure");
        browser.open(page);
        browser.click(By.xpath("//button[contains(@class, 'advanced-button')][contains(., 'Destinations and rules')]"));

        assertThat(browser.texts(NAMES)).containsExactly("One", "Two", "Three", "Four");
        assertThat(browser.all(By.cssSelector("[name=rules].repeated-chunk [name='_.name']")))
                .filteredOn(field -> field.isDisplayed())
                .isEmpty();
        press(browser, "Three", "Move up");
        press(browser, "Three", "Fold or unfold");
        assertThat(browser.texts(NAMES)).containsExactly("One", "Three", "Two", "Four");
        browser.screenshot("own-rules");
        browser.click(
                By.xpath("//div[contains(@class, 'slack-notify-chunks')]//button[contains(@class, 'slack-notify-add')]"
                        + "[normalize-space()='Add rule']"));
        assertThat(browser.texts(NAMES))
                .as("a new rule is the last")
                .containsExactly("One", "Three", "Two", "Four", "");
        browser.run("document.activeElement.value = 'Five'; document.activeElement.dispatchEvent(new Event('input'))");
        assertThat(browser.texts(NAMES)).as("the field that has the focus").endsWith("Five");
        save(browser, page);

        assertThat(bed.admin().get("job/own-rules/config.xml").body())
                .containsSubsequence("One", "Three", "<disabled>true", "Two", "Four", "Five");
        assertThat(browser.complaints()).isEmpty();
    }

    /**
     * Somebody has written the file by hand, or a newer version has. Without what is unknown, the rule would be for each build as soon as
     * the page is saved for another reason; and what nobody has touched must not keep the page from being saved.
     */
    @Test
    void shouldSaveARuleWithWhatTheFormCannotOfferAsItIs(TestBed bed, Browser browser) {
        bed.jobs().create("own-unknown", """
            <project>
              <properties>
                <io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty>
                  <rules>
                    <io.jenkins.plugins.slacknotify.config.rules.RuleConfig>
                      <name>Typed</name>
                      <branchKinds><string>main</string></branchKinds>
                      <events><string>failure</string><string>regresed</string></events>
                      <causes><string>moon</string></causes>
                      <minimumSeverity>URGENT</minimumSeverity>
                      <severity>worst</severity>
                      <mentionFrom>bad</mentionFrom>
                      <language>xx</language>
                      <buttons>some</buttons>
                      <to><string>#own-unknown</string></to>
                    </io.jenkins.plugins.slacknotify.config.rules.RuleConfig>
                  </rules>
                </io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty>
              </properties>
            </project>
            """);
        bed.admin().script("Jenkins.get().getItemByFullName('own-unknown').save()");
        assertThat(bed.process().log())
                .filteredOn(line -> line.contains("Without effect until it is corrected"))
                .anyMatch(line -> line.contains("'Typed'") && line.contains("of the job own-unknown: "));
        var stored = rulesOf(bed, "own-unknown");
        var page = bed.process().url().resolve("job/own-unknown/configure");
        browser.open(page);
        assertThat(browser.find(By.cssSelector(".slack-notify-chunks .jenkins-alert"))
                        .getText())
                .contains("Without effect until it is corrected", "regresed");
        browser.find(By.xpath("//label[.='regresed (unknown)']"));
        browser.awaitStill();
        browser.screenshot("own-unknown");

        save(browser, page);

        assertThat(rulesOf(bed, "own-unknown")).isEqualTo(stored);
        browser.open(page);
        assertThat(browser.find(By.cssSelector(".slack-notify-chunks .jenkins-alert"))
                        .getText())
                .contains("Without effect until it is corrected", "regresed");
    }

    private static String rulesOf(TestBed bed, String job) {
        var xml =
                bed.admin().get("job/" + job + "/config.xml").requireStatus(200).body();
        return xml.substring(xml.indexOf("<rules>"), xml.indexOf("</rules>"));
    }

    private static void press(Browser browser, String rule, String label) {
        browser.find(By.xpath("//span[contains(@class, 'slack-notify-chunk__name')][.='" + rule
                        + "']/following-sibling::button[@aria-label='" + label + "']"))
                .sendKeys(Keys.ENTER);
    }

    private static void save(Browser browser, URI page) {
        browser.click(By.cssSelector("#bottom-sticker [name=Submit]"));
        browser.awaitPageAfter(page);
    }
}

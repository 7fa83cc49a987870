package io.jenkins.plugins.slacknotify.acceptance.pages;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.net.URI;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Manage Jenkins » System, with its section "Slack notifications". */
public final class SystemPage {
    private static final String SECTION =
            "[name='io-jenkins-plugins-slacknotify-config-SlackNotifyConfiguration'] + section ";
    private static final By TEST_CONNECTION = By.cssSelector(SECTION + "[data-validate-button-method=testConnection]");

    /** Where Jenkins shows what Test connection says. */
    private static final By VERDICT = By.xpath("//button[@data-validate-button-method='testConnection']"
            + "/ancestor::div[contains(@class, 'jenkins-form-item')][1]"
            + "//div[@class='ok' or @class='warning' or @class='error']");

    private final TestBed bed;
    private final Browser browser;

    private SystemPage(TestBed bed, Browser browser) {
        this.bed = bed;
        this.browser = browser;
    }

    public static SystemPage open(TestBed bed, Browser browser) {
        browser.open(address(bed));
        browser.find(TEST_CONNECTION);
        return new SystemPage(bed, browser);
    }

    public SystemPage credential(String id) {
        // The choices come after the page.
        browser.find(By.cssSelector(SECTION + "[name='_.credentialsId'] option[value='" + id + "']"));
        new Select(browser.find(By.cssSelector(SECTION + "[name='_.credentialsId']"))).selectByValue(id);
        return this;
    }

    public SystemPage channel(String channel) {
        browser.type(By.cssSelector(SECTION + "[name='_.channel']"), channel);
        return this;
    }

    public SystemPage expiryHours(String hours) {
        return advanced("expiryHours", hours);
    }

    public SystemPage teamId(String id) {
        return advanced("teamId", id);
    }

    /** Opens what is for the few, where it is not open yet. */
    private SystemPage advanced(String name, String text) {
        var field = By.cssSelector(SECTION + "[name='_." + name + "']");
        if (!browser.all(field).get(0).isDisplayed()) {
            browser.click(By.cssSelector(SECTION + ".advanced-button"));
        }
        browser.type(field, text);
        return this;
    }

    /** What the page says is wrong with what stands in a field, as soon as it says something. */
    public String complaintAbout(String field) {
        return browser.find(By.xpath("//input[@name='_." + field + "']"
                        + "/ancestor::div[contains(@class, 'jenkins-form-item')][1]//div[@class='error']"))
                .getText();
    }

    /** Clicks the button and returns what it says in the end. */
    public String testConnection() {
        browser.click(TEST_CONNECTION);
        return browser.find(VERDICT).getText();
    }

    public void screenshot(String name) {
        browser.screenshot(name, TEST_CONNECTION);
    }

    public void save() {
        bed.configuration().markChanged();
        browser.click(By.cssSelector("#bottom-sticker [name=Submit]"));
        browser.awaitPageAfter(address(bed));
    }

    private static URI address(TestBed bed) {
        return bed.process().url().resolve("manage/configure");
    }
}

package io.jenkins.plugins.slacknotify.acceptance.pages;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** The tab Connection of Manage Jenkins » Slack. */
public final class ConnectionPage {
    private static final String SECTION = ".slack-notify-form ";
    private static final By TEST_CONNECTION = By.cssSelector(SECTION + "[data-validate-button-method=testConnection]");

    /** The place where Jenkins shows what Test connection says. */
    private static final By VERDICT = By.xpath("//button[@data-validate-button-method='testConnection']"
            + "/ancestor::div[contains(@class, 'jenkins-form-item')][1]"
            + "//div[@class='ok' or @class='warning' or @class='error']");

    private final SettingsPage form;
    private final Browser browser;

    private ConnectionPage(SettingsPage form, Browser browser) {
        this.form = form;
        this.browser = browser;
    }

    public static ConnectionPage open(TestBed bed, Browser browser) {
        var form = SettingsPage.open(bed, browser, "connection");
        browser.find(TEST_CONNECTION);
        return new ConnectionPage(form, browser);
    }

    public ConnectionPage credential(String id) {
        // The choices come after the page.
        browser.find(By.cssSelector(SECTION + "[name='_.credentialsId'] option[value='" + id + "']"));
        new Select(browser.find(By.cssSelector(SECTION + "[name='_.credentialsId']"))).selectByValue(id);
        return this;
    }

    public ConnectionPage channel(String channel) {
        browser.type(By.cssSelector(SECTION + "[name='_.channel']"), channel);
        return this;
    }

    public ConnectionPage expiryHours(String hours) {
        return advanced("expiryHours", hours);
    }

    public ConnectionPage teamId(String id) {
        return advanced("teamId", id);
    }

    /** Opens what is for the few, where it is not open yet. */
    private ConnectionPage advanced(String name, String text) {
        var field = By.cssSelector(SECTION + "[name='_." + name + "']");
        if (!browser.all(field).get(0).isDisplayed()) {
            browser.click(
                    By.xpath("//input[@name='_." + name + "']/ancestor::*[.//*[contains(@class, 'advanced-button')]][1]"
                            + "//*[contains(@class, 'advanced-button')]"));
        }
        browser.type(field, text);
        return this;
    }

    /** Returns what the page says is wrong with what stands in a field, as soon as it says something. */
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
        form.save();
    }

    public String answer() {
        return form.pressSave().answer();
    }

    public void overwrite() {
        form.overwrite();
    }
}

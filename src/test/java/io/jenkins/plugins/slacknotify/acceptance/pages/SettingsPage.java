package io.jenkins.plugins.slacknotify.acceptance.pages;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.net.URI;
import java.util.List;
import org.openqa.selenium.By;

/** A tab of Manage Jenkins » Slack with one form. */
public final class SettingsPage {
    /** The tabs with one form, as their addresses call them. */
    public static final List<String> TABS = List.of("connection", "direct-messages", "requests");

    private static final By SAVE = By.cssSelector("#bottom-sticker [name=Submit]");
    private static final By SAVED = By.xpath("//*[@id='notification-bar'][contains(., 'Saved.')]");

    private final TestBed bed;
    private final Browser browser;

    private SettingsPage(TestBed bed, Browser browser) {
        this.bed = bed;
        this.browser = browser;
    }

    public static SettingsPage open(TestBed bed, Browser browser, String tab) {
        browser.open(address(bed, tab));
        browser.find(SAVE);
        return new SettingsPage(bed, browser);
    }

    /** Opens every tab with one form, and saves it as it is. */
    public static void saveAll(TestBed bed, Browser browser) {
        TABS.forEach(tab -> open(bed, browser, tab).save());
    }

    public SettingsPage pressSave() {
        bed.configuration().markChanged();
        forgetNotice();
        browser.click(SAVE);
        return this;
    }

    public void save() {
        pressSave();
        awaitSaved();
    }

    /** Returns what the page says above the form, as soon as it says something. */
    public String answer() {
        return browser.find(By.cssSelector(".slack-notify-answer > *")).getText();
    }

    public void overwrite() {
        forgetNotice();
        browser.click(By.cssSelector(".slack-notify-overwrite"));
        awaitSaved();
    }

    /** Jenkins shows the notice for three seconds only, and then leaves it in the page, out of sight. */
    private void awaitSaved() {
        browser.find(SAVED, notice -> true);
    }

    private void forgetNotice() {
        browser.run("document.getElementById('notification-bar')?.replaceChildren()");
    }

    static URI address(TestBed bed, String tab) {
        return bed.process().url().resolve("manage/slack/" + tab + "/");
    }
}

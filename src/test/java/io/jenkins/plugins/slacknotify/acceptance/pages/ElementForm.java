package io.jenkins.plugins.slacknotify.acceptance.pages;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.openqa.selenium.By;

/** The form of one destination, workspace, rule or template, on a page of its own. */
public final class ElementForm {
    private static final By SAVE = By.cssSelector("#bottom-sticker [name=Submit]");

    private final TestBed bed;
    private final Browser browser;
    private final URI address;

    private ElementForm(TestBed bed, Browser browser, URI address) {
        this.bed = bed;
        this.browser = browser;
        this.address = address;
    }

    /** @param path below {@code manage/slack/}, such as {@code rules/rule/1} */
    public static ElementForm open(TestBed bed, Browser browser, String path) {
        var address = bed.process().url().resolve("manage/slack/" + path + (path.contains("?") ? "" : "/"));
        browser.open(address);
        browser.find(SAVE);
        return new ElementForm(bed, browser, address);
    }

    public ElementForm type(String field, String text) {
        browser.type(field(field), text);
        return this;
    }

    public ElementForm position(String position) {
        browser.type(By.name("newPosition"), position);
        return this;
    }

    public String value(String field) {
        return browser.find(field(field)).getAttribute("value");
    }

    public ElementForm tick(String field, String value) {
        browser.click(By.xpath("//input[@name='" + field + "'][@json='" + value + "']/following-sibling::label"));
        return this;
    }

    public ElementForm press(String label) {
        browser.click(By.xpath("//div[@id='main-panel']//button[normalize-space(.)='" + label + "']"));
        return this;
    }

    /** Returns what the page says at a field, as soon as it says something with that in it. */
    public String words(String about) {
        var words = new AtomicReference<String>();
        browser.find(By.cssSelector("#main-panel .error, #main-panel .warning, #main-panel .ok"), element -> {
            words.set(element.getText()); // The page may put others in its place at once.
            return words.get().contains(about);
        });
        return words.get();
    }

    /** Returns what the page says above the form, as soon as it says something. */
    public String answer() {
        return browser.find(By.cssSelector(".slack-notify-answer > *")).getText();
    }

    public ElementForm pressSave() {
        bed.configuration().markChanged();
        browser.click(SAVE);
        return this;
    }

    public void save() {
        pressSave();
        browser.awaitPageAfter(address);
    }

    public void overwrite() {
        browser.click(By.cssSelector(".slack-notify-overwrite"));
        browser.awaitPageAfter(address);
    }

    /** Deletes the element, and says yes to the question. */
    public void delete() {
        bed.configuration().markChanged();
        press("Delete");
        browser.click(By.cssSelector("dialog[open] [data-id=ok]"));
        browser.awaitPageAfter(address);
    }

    public void screenshot(String name) {
        browser.screenshot(name);
    }

    private static By field(String name) {
        return By.cssSelector("#main-panel [name='_." + name + "']");
    }
}

package io.jenkins.plugins.slacknotify.acceptance.newcomer;

import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Timeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Somebody at a browser whose clicks, fields, tab stops and seconds are counted, task by task. */
final class Newcomer implements AutoCloseable {
    /** How many presses of the tab key lead from the top of the page to an element, or to the control that it labels. */
    private static final String TAB_STOPS = """
            const control = arguments[0].closest('a[href], button, input, select, textarea, summary')
                ?? arguments[0].parentElement.querySelector('input');
            const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                .filter((each) => each === control
                    || (each.tabIndex >= 0 && !each.disabled && each.type !== 'hidden' && each.checkVisibility()));
            return stops.indexOf(control) + 1;
            """;

    /** Of a label behind its box. */
    private static final String IS_TICKED = "return arguments[0].parentElement.querySelector('input').checked";

    private static final By SAVE = By.cssSelector("#bottom-sticker [name=Submit]");

    private final URI jenkins;
    private final Path pictures;
    private final Browser browser = Browser.open();
    private final List<Effort> efforts = new ArrayList<>();
    private int clicks;
    private int fields;
    private int furthest;
    private int tabStops;

    Newcomer(URI jenkins, Path pictures) {
        this.jenkins = jenkins;
        this.pictures = pictures;
    }

    /** Does a task, and takes a picture of where it ends. */
    void does(String task, String then, String picture, Runnable steps) {
        clicks = 0;
        fields = 0;
        furthest = 0;
        tabStops = 0;
        long begun = System.nanoTime();
        steps.run();
        var time = Duration.ofNanos(System.nanoTime() - begun);
        var effort = new Effort(task, then, time, clicks, fields, tabStops + furthest);
        efforts.add(effort);
        System.out.print(effort.row());
        takePicture(picture);
    }

    List<Effort> efforts() {
        return efforts;
    }

    void opens(String path) {
        turnPage();
        browser.open(jenkins.resolve(path));
    }

    void signsIn(String user, String password) {
        opens("login");
        types(By.name("j_username"), user);
        types(By.name("j_password"), password);
        clicks(By.name("Submit"));
        browser.awaitPageAfter(jenkins.resolve("login"));
    }

    void clicks(By what) {
        var element = browser.find(what);
        reaches(element);
        clicks++;
        browser.click(what);
    }

    void clicksLink(String text) {
        clicks(By.xpath("//a[normalize-space()='" + text + "' or .//*[normalize-space()='" + text + "']]"));
    }

    void clicksButton(String text) {
        clicks(By.xpath("//button[normalize-space()='" + text + "']"));
    }

    /** Ticks a box, or takes its tick away, where that is not so yet. */
    void ticks(String field, String value, boolean wanted) {
        var box = "//input[@name='" + field + "']" + (value == null ? "" : "[@json='" + value + "']");
        var label = By.xpath(box + "/following-sibling::label");
        if (Boolean.TRUE.equals(browser.run(IS_TICKED, browser.find(label))) != wanted) {
            clicks(label);
        }
    }

    void types(By field, String text) {
        reaches(browser.find(field));
        fields++;
        browser.type(field, text);
    }

    void chooses(By field, String value) {
        reaches(browser.find(field));
        fields++;
        new Select(browser.find(field)).selectByValue(value);
    }

    void uploads(By field, Path file) {
        fields++;
        browser.all(field).get(0).sendKeys(file.toString());
    }

    void saves() {
        var page = browser.run("return location.href").toString();
        clicks(SAVE);
        await("what comes after saving " + page)
                .atMost(Timeouts.LONG)
                .ignoreExceptions()
                .until(() -> !browser.run("return location.href").equals(page)
                        || !browser.all(By.xpath("//*[@id='notification-bar'][contains(., 'Saved')]"))
                                .isEmpty());
    }

    /** Reads until an element says something. */
    String reads(By what, String words) {
        return browser.find(what, element -> element.getText().contains(words)).getText();
    }

    Browser browser() {
        return browser;
    }

    private void reaches(WebElement element) {
        if (!Boolean.TRUE.equals(browser.run("return window.slackNotifyHours === true"))) {
            turnPage();
            browser.run("window.slackNotifyHours = true");
        }
        furthest = Math.max(furthest, ((Long) browser.run(TAB_STOPS, element)).intValue());
    }

    private void turnPage() {
        tabStops += furthest;
        furthest = 0;
    }

    void takePicture(String name) {
        try {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(name + ".png"), browser.screenshot());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}

package io.jenkins.plugins.slacknotify.acceptance.pages;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The part of Manage Jenkins » System with workspaces, destinations, templates and rules. */
final class RoutingPage {
    private static final String SECTION = "//div[contains(@class, 'slack-notify-routing')]";
    private static final String PROBLEMS = ".slack-notify-routing .error";

    private final TestBed bed;
    private final Browser browser;

    private RoutingPage(TestBed bed, Browser browser) {
        this.bed = bed;
        this.browser = browser;
    }

    static RoutingPage open(TestBed bed, Browser browser) {
        browser.open(address(bed));
        browser.find(By.cssSelector("[data-validate-button-method=testConnection]"));
        return new RoutingPage(bed, browser);
    }

    boolean isFolded() {
        return browser.all(By.xpath(SECTION)).stream().noneMatch(WebElement::isDisplayed);
    }

    RoutingPage unfold() {
        browser.click(
                By.xpath(
                        SECTION + "/ancestor::div[contains(@class, 'jenkins-form-item')][1]"
                                + "//button[contains(@class, 'advanced-button')][not(ancestor::div[contains(@class, 'slack-notify-routing')])]"));
        return this;
    }

    /** Presses the button that adds to a list. */
    RoutingPage add(String label) {
        browser.click(By.xpath(SECTION + "//button[contains(@class, 'repeatable-add')][contains(., '" + label + "')]"));
        return this;
    }

    /** @param row of the list, from 1 */
    RoutingPage type(String list, int row, String field, String text) {
        browser.type(field(list, row, field), text);
        return this;
    }

    RoutingPage tick(String list, int row, String field, String value) {
        browser.click(By.xpath(
                row(list, row) + "//input[@name='" + field + "'][@json='" + value + "']/following-sibling::label"));
        return this;
    }

    /** Drags a row of what has names to the place of another one. */
    RoutingPage drag(String list, int row, int to) {
        var name = names(list).get(row - 1);
        browser.drag(handle(list, row), handle(list, to), () -> names(list).indexOf(name) == to - 1);
        return this;
    }

    RoutingPage press(String list, int row, String label) {
        browser.click(By.xpath(row(list, row) + "//button[normalize-space(.)='" + label + "']"));
        return this;
    }

    /** What the page says in a row, as soon as it says something with that in it. */
    String words(String list, int row, String about) {
        var words = new AtomicReference<String>();
        browser.find(
                By.xpath(row(list, row)
                        + "//div[contains(@class, 'error') or contains(@class, 'warning') or contains(@class, 'ok')]"),
                element -> {
                    words.set(element.getText()); // The page may put others in its place at once.
                    return words.get().contains(about);
                });
        return words.get();
    }

    List<String> problems() {
        return browser.texts(PROBLEMS);
    }

    RoutingPage awaitNoProblem() {
        Awaitility.await("no problem")
                .atMost(TestBed.TIMEOUT)
                .until(() -> problems().isEmpty());
        return this;
    }

    RoutingPage pressSave() {
        bed.configuration().markChanged();
        browser.click(By.cssSelector("#bottom-sticker [name=Submit]"));
        return this;
    }

    RoutingPage pressApply() {
        bed.configuration().markChanged();
        browser.click(By.cssSelector("#bottom-sticker .apply-button"));
        return this;
    }

    void save() {
        pressSave();
        browser.awaitPageAfter(address(bed));
    }

    /** Sends the form as a browser without scripts would, and returns what the page says that comes then. */
    String sendUnasked() {
        bed.configuration().markChanged();
        browser.run("const form = document.querySelector('form[name=config]'); buildFormTree(form); form.submit()");
        browser.awaitPageAfter(address(bed));
        return browser.find(By.id("main-panel")).getText();
    }

    void screenshot(String name, String list, int row) {
        browser.screenshot(name, By.xpath(row(list, row)));
    }

    /** What the rows of a list are called, without the copy of one that is being dragged. */
    private List<String> names(String list) {
        var names = (List<?>) browser.run(
                "return [...document.querySelectorAll(`.repeated-chunk[name=${arguments[0]}]:not(.sortable-drag)`)]"
                        + ".map(row => row.querySelector('[name=\"_.name\"]').value)",
                list);
        return names.stream().map(Object::toString).toList();
    }

    private static By handle(String list, int row) {
        return By.xpath(row(list, row) + "//*[contains(@class, 'dd-handle')]");
    }

    private static By field(String list, int row, String field) {
        return By.xpath(row(list, row) + "//*[@name='_." + field + "']");
    }

    private static String row(String list, int row) {
        return "(" + SECTION + "//div[contains(@class, 'repeated-chunk')][@name='" + list + "'])[" + row + "]";
    }

    private static URI address(TestBed bed) {
        return bed.process().url().resolve("manage/configure");
    }
}

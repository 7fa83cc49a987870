package io.jenkins.plugins.slacknotify.acceptance.pages;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.net.URI;
import java.util.List;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A tab of Manage Jenkins » Slack with tables: Destinations, or Rules. */
public final class ListPage {
    private final TestBed bed;
    private final Browser browser;
    private final String tab;

    private ListPage(TestBed bed, Browser browser, String tab) {
        this.bed = bed;
        this.browser = browser;
        this.tab = tab;
    }

    /** @param tab {@code rules} or {@code destinations}, with a query or not */
    public static ListPage open(TestBed bed, Browser browser, String tab) {
        browser.open(address(bed, tab));
        browser.find(By.cssSelector(".slack-notify-list"));
        return new ListPage(bed, browser, tab);
    }

    /** Opens the form of an element, or of a new one. */
    public ElementForm element(String segment, String position) {
        return ElementForm.open(bed, browser, tab + "/" + segment + "/" + position);
    }

    /** Returns what stands in the rows of a list, each with its lines in one. */
    public List<String> rows(String list) {
        return browser.texts("#slack-notify-" + list + " tbody tr").stream()
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .toList();
    }

    /** The names of the elements, in the order of the table. */
    public List<String> names(String list) {
        return browser.texts("#slack-notify-" + list + " tbody td[data-heading=Name] a");
    }

    /** Puts the focus on a button of a row and presses the enter key. */
    public ListPage press(String list, int position, String kind) {
        bed.configuration().markChanged();
        browser.find(By.cssSelector("#" + list + "-" + position + " [data-kind=" + kind + "]"))
                .sendKeys(Keys.ENTER);
        return this;
    }

    /** The accessible name of what has the focus. */
    public String focused() {
        return (String) browser.run("return document.activeElement.getAttribute('aria-label')");
    }

    public ListPage drag(String list, int position, int to) {
        bed.configuration().markChanged();
        browser.dragOnto(handle(list, position), handle(list, to));
        return this;
    }

    public ListPage awaitNames(String list, String... names) {
        Awaitility.await("the order")
                .atMost(TestBed.TIMEOUT)
                .until(() -> names(list).equals(List.of(names)));
        return this;
    }

    public String answer() {
        return browser.find(By.cssSelector(".slack-notify-list__answer > *")).getText();
    }

    public ListPage search(String list, String text) {
        browser.type(By.name(list + "-search"), text);
        browser.find(By.name(list + "-search")).sendKeys(Keys.ENTER);
        browser.awaitPageAfter(address(bed, tab));
        return this;
    }

    private static By handle(String list, int position) {
        return By.cssSelector("#" + list + "-" + position + " .slack-notify-handle");
    }

    private static URI address(TestBed bed, String tab) {
        return bed.process().url().resolve("manage/slack/" + tab + (tab.contains("?") ? "" : "/"));
    }
}

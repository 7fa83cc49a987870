package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Manage Jenkins » Slack » Deliveries, in a browser. */
public final class DeliveriesPage {
    private static final By ROWS = By.cssSelector(".slack-notify-deliveries tbody tr");
    private static final By TRY_NOW = By.cssSelector("form[action=retry] button");

    private static final String PATH = "manage/slack/deliveries/";

    private final TestBed bed;
    private final URI address;
    private final Browser browser;

    private DeliveriesPage(TestBed bed, Browser browser) {
        this.bed = bed;
        this.browser = browser;
        address = bed.process().url().resolve(PATH);
    }

    public static DeliveriesPage open(TestBed bed, Browser browser) {
        var page = new DeliveriesPage(bed, browser);
        page.reload();
        return page;
    }

    /**
     * Waits until there is a row of that build in that state, reloads, and returns the newest. Jenkins is asked without the browser until
     * then, which takes a hundredth of the time.
     */
    WebElement awaitRow(String build, String state) {
        var row = Pattern.compile("(?s)<span class=\"[^\"]*\">" + Pattern.quote(state) + "</span>(?:(?!</tr>).)*?"
                + Pattern.quote(build));
        await("a row of " + build + " that is " + state)
                .atMost(TestBed.TIMEOUT)
                .until(() -> row.matcher(
                                bed.admin().get(PATH).requireStatus(200).body())
                        .find());
        reload();
        return browser.find(ROWS, shown -> isOf(shown.getText(), build, state));
    }

    /** Returns what the rows say, the newest first. */
    public List<String> rows() {
        return browser.all(ROWS).stream().map(WebElement::getText).toList();
    }

    String linkTo(WebElement row, String label) {
        return row.findElement(By.linkText(label)).getAttribute("href");
    }

    void click(WebElement row, String button) {
        browser.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", row);
        row.findElement(By.xpath(".//button[normalize-space()='" + button + "']"))
                .click();
    }

    void tryNow() {
        awaitPageAfter(browser.find(TRY_NOW));
    }

    void filter(String job, String channel, String state) {
        reload();
        browser.type(By.cssSelector("form[role=search] [name=job]"), job);
        browser.type(By.cssSelector("form[role=search] [name=channel]"), channel);
        var select = new Select(browser.find(By.cssSelector("form[role=search] [name=state]")));
        select.selectByVisibleText(state.isEmpty() ? "Every state" : state);
        browser.click(By.cssSelector("form[role=search] button"));
        browser.awaitPageAfter(address);
    }

    public void screenshot(String name) {
        browser.screenshot(name);
    }

    /** Clicks, and waits for the page that Jenkins answers with, which has the same address. */
    private void awaitPageAfter(WebElement button) {
        browser.run("document.documentElement.dataset.left = 'behind'");
        button.click();
        browser.find(By.cssSelector("html:not([data-left]) form[role=search]"));
    }

    private void reload() {
        browser.open(address);
    }

    /** Below the state stands how often it was tried, if that was more than once. */
    private static boolean isOf(String row, String build, String state) {
        return row.replaceFirst("\\s+\\d+ attempts\\s+", " ").startsWith(state + " " + build);
    }
}

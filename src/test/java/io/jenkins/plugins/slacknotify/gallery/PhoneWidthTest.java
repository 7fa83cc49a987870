package io.jenkins.plugins.slacknotify.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;

/** Every kind of message, and the sandbox's own page, on a screen as wide as a phone's. */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneWidthTest {
    private static final int PHONE = 400;

    /** A script that finds what reaches beyond the right edge, and cannot be scrolled to inside of an element. */
    private static final String CUT_OFF = """
            const scrolls = (element) => element && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX)
                || scrolls(element.parentElement));
            return [...document.body.querySelectorAll('*')]
                .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement))
                .map((element) => element.outerHTML.slice(0, 120));
            """;

    private Gallery gallery;
    private Browser browser;

    @BeforeAll
    void open() {
        assumeTrue(Browser.isAtHand(), Browser.HOW_TO);
        gallery = Gallery.open(0);
        browser = Browser.open();
        browser.resize(PHONE, 800);
    }

    @AfterAll
    void close() {
        if (gallery != null) {
            browser.close();
            gallery.close();
        }
    }

    @Test
    void shouldShowEachKindOfMessageWhole() {
        browser.open(gallery.page());
        browser.find(By.cssSelector(".exhibit .message"));

        assertThat(browser.texts(".exhibit .message")).hasSizeGreaterThan(20);
        assertThat(cutOff()).isEmpty();
    }

    @Test
    void shouldShowConversationThreadAndToolsOfTheSandbox() {
        for (var place : List.of("", "/requests", "/setup", "/faults")) {
            browser.leave();
            browser.open(gallery.page().resolve("/#gallery/broke" + place));
            browser.find(By.cssSelector(place.isEmpty() ? "#conversation .message" : "#panel .panel-body"));
            browser.screenshot("phone" + place.replace("/", "-"));

            assertThat(cutOff()).as(place).isEmpty();
        }
    }

    private List<?> cutOff() {
        assertThat(browser.run("return innerWidth")).isEqualTo((long) PHONE);
        return (List<?>) browser.run(CUT_OFF);
    }
}

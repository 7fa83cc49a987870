package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import org.openqa.selenium.By;

/** Signs a browser in. */
record SignIn(TestBed bed, Browser browser) {
    void as(String user) {
        browser.open(bed.process().url().resolve("login"));
        browser.type(By.name("j_username"), user);
        browser.type(By.name("j_password"), TestBed.password(user));
        browser.click(By.name("Submit"));
        browser.awaitPageAfter(bed.process().url().resolve("login"));
    }
}

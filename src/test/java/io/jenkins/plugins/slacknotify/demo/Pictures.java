package io.jenkins.plugins.slacknotify.demo;

import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.gallery.PictureReducer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;

/** Takes the manual's pictures of pages in a real Jenkins, whose jobs and rules are those of a small team. */
final class Pictures implements AutoCloseable {
    private static final By MAIN = By.id("main-panel");
    private static final By RULES = By.id("slack-notify-rules");

    /** The files that the Slack Notification plugin left behind; nothing of that plugin has to be there. */
    private static final List<String> LEFT_BEHIND =
            List.of("jenkins.plugins.slack.SlackNotifier.xml", "jobs/nightly/config.xml", "jobs/deploy/config.xml");

    private static final int WIDTH = 1180;
    private static final int HEIGHT = 760;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final List<String> TOLD = List.of(DemoSlack.BUILDS, DemoSlack.SHOP);
    private static final String HELD = "Slack finds no #board";

    private final Path folder;
    private final DemoSlack slack;
    private final JenkinsProcess jenkins;
    private final Browser browser;

    private Pictures(Path folder, DemoSlack slack, JenkinsProcess jenkins) {
        this.folder = folder;
        this.slack = slack;
        this.jenkins = jenkins;
        browser = Browser.open();
    }

    /**
     * Puts them into a folder.
     *
     * @throws IllegalStateException where there is no Jenkins or no browser
     */
    static void take(Path folder) {
        var distribution = Stage.jenkinsAtHand()
                .orElseThrow(() -> new IllegalStateException("pictures need a Jenkins: set JENKINS_LAB"));
        if (!Browser.isAtHand()) {
            throw new IllegalStateException(Browser.HOW_TO);
        }
        try (var slack = DemoSlack.start()) {
            var setup = JenkinsSetup.of(distribution)
                    .withHomeFile("jenkins.yaml", JenkinsStage.resource("pictures/jenkins.yaml"))
                    .withVariable("SANDBOX_API_URL", slack.apiUrl())
                    .withVariable("SANDBOX_TOKEN", slack.token());
            for (var file : LEFT_BEHIND) {
                setup = setup.withHomeFile(file, JenkinsStage.resource("pictures/" + file));
            }
            try (var pictures = new Pictures(folder, slack, JenkinsProcess.start(setup))) {
                pictures.take();
            }
        }
    }

    private void take() {
        build();
        browser.open(jenkins.url().resolve("job/shop/job/checkout/slack-notify/"));
        take("job-rules", MAIN);
        browser.click(By.id("slack-notify-try"));
        take("preview", By.id("slack-notify-report"));
        browser.open(jenkins.url().resolve("manage/slack-import/"));
        take("import", MAIN);
        browser.open(jenkins.url().resolve("manage/slack/deliveries/"));
        take("deliveries", MAIN);
        takeTabs();
    }

    private void build() {
        var reader = JenkinsClient.anonymous(jenkins.url());
        var jobs = new Jobs(reader);
        jobs.create("shop", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        jobs.createPipeline("shop/checkout", JenkinsStage.resource("pictures/checkout.groovy"));
        jobs.build("shop/checkout");
        await("the news to be delivered, and held where there is no channel")
                .atMost(TIMEOUT)
                .until(() -> TOLD.stream()
                                .noneMatch(channel -> slack.messages(channel).isEmpty())
                        && reader.get("manage/slack/deliveries/").body().contains(HELD));
    }

    /** As a person sees them in a window, with the tabs above. */
    private void takeTabs() {
        browser.resize(WIDTH, HEIGHT);
        browser.open(jenkins.url().resolve("manage/slack/connection/"));
        // The choices come after the page.
        browser.find(By.cssSelector("[name='_.credentialsId'] option[value='slack-token']"), option -> true);
        browser.awaitIdle();
        takeWindow("global-configuration");
        browser.open(jenkins.url().resolve("manage/slack/rules/"));
        browser.find(RULES);
        takeWindow("rules");
    }

    private void takeWindow(String name) {
        browser.run("document.documentElement.style.overflow = 'hidden'");
        write(name, browser.screenshot());
    }

    private void take(String name, By what) {
        write(name, browser.picture(what));
    }

    private void write(String name, byte[] picture) {
        try {
            Files.write(folder.resolve(name + ".png"), PictureReducer.reduce(picture));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the picture " + name, e);
        }
        System.out.println(folder.resolve(name + ".png"));
    }

    @Override
    public void close() {
        browser.close();
        jenkins.close();
    }
}

package io.jenkins.plugins.slacknotify.acceptance.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Browsers;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.harness.Timeouts;
import io.jenkins.plugins.slacknotify.acceptance.inbound.InboundBeds;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;

/** A Jenkins that knows where the sandbox is, and nothing else of Slack; a workspace, in which there is no app; and a browser. */
final class InstallationBed implements AutoCloseable {
    static final Duration TIMEOUT = Timeouts.LONG;
    static final String GUIDE = "manage/slack/app/";
    static final String INSTALL = "slack-notify-install/";
    private static final String SETTINGS = "io.jenkins.plugins.slacknotify.config.installation.AppSettings";

    private static final String YAML = """
            jenkins:
              quietPeriod: 0
              crumbIssuer:
                standard: {}
              securityRealm:
                local:
                  allowsSignup: false
                  # Each password is ID-password, hashed in as few rounds as there may be.
                  users:
                    - {id: admin, password: "#jbcrypt:$2a$04$e49Q2gPPIxtABuJU2vRl8eRjHVkjegq2fsIHtF63kaAZA12yvvcSa"}
                    - {id: developer, password: "#jbcrypt:$2a$04$hUTnpofJNMe5bMfhrMRm2.9Y54TF9/cv4bMDXNBdjl/7SPr1HW1Yq"}
              authorizationStrategy:
                globalMatrix:
                  entries:
                    - user: {name: admin, permissions: [Overall/Administer]}
                    - user: {name: developer, permissions: [Overall/Read]}
            unclassified:
              location:
                url: "${JENKINS_ADDRESS}"
              slackNotify:
                apiUrl: "SANDBOX_API_URL"
            """;

    private final SlackSandbox sandbox;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InboundBeds.Loan loan;
    private final JenkinsClient admin;
    private final SandboxUser ada;
    private Browser browser;

    private InstallationBed(Function<SlackSandbox, InboundBeds.Loan> jenkins) {
        InboundBeds.assumeThatAllIsAtHand();
        assumeTrue(Browser.isAtHand(), Browser.HOW_TO);
        sandbox = SlackSandbox.startWithNewIds(() -> Instant.now().plus(ahead.get()));
        sandbox.enforceRateLimits(false);
        loan = jenkins.apply(sandbox);
        admin = JenkinsClient.of(process().url(), "admin", "admin-password");
        ada = acme().user("Ada", "ada@example.org");
        acme().channel("builds");
    }

    /** Takes a Jenkins of which nothing is left that it has been told before. */
    static InstallationBed start() {
        return new InstallationBed(sandbox -> InboundBeds.lend(Set.of(), Set.of(), yaml(sandbox)));
    }

    /** Starts a Jenkins, with more environment variables; it keeps its settings when it starts again. */
    static InstallationBed start(Function<SlackSandbox, Map<String, String>> variables) {
        var bed = new InstallationBed(sandbox -> InboundBeds.startAlone(yaml(sandbox), variables.apply(sandbox)));
        InboundBeds.keepSettings(bed.process(), bed.admin());
        return bed;
    }

    private static String yaml(SlackSandbox sandbox) {
        return YAML.replace("SANDBOX_API_URL", sandbox.apiUrl());
    }

    SlackSandbox sandbox() {
        return sandbox;
    }

    /** Lets time pass in Slack, by whose clock codes and tokens end. */
    void passInSlack(Duration time) {
        ahead.updateAndGet(time::plus);
    }

    SandboxWorkspace acme() {
        return sandbox.workspace("acme");
    }

    SandboxUser ada() {
        return ada;
    }

    JenkinsProcess process() {
        return loan.process();
    }

    JenkinsClient admin() {
        return admin;
    }

    JenkinsClient developer() {
        return JenkinsClient.of(process().url(), "developer", "developer-password");
    }

    Jobs jobs() {
        return new Jobs(admin);
    }

    /** The app that Jenkins knows. */
    SandboxApp app() {
        var id = admin.script("print " + SETTINGS + ".appId().orElse('')");
        return sandbox.app(id, acme(), "");
    }

    /** Signed in as an administrator when it is asked for first. */
    Browser browser() {
        if (browser == null) {
            browser = Browsers.take();
            browser.open(process().url().resolve("login"));
            browser.type(By.name("j_username"), "admin");
            browser.type(By.name("j_password"), "admin-password");
            browser.click(By.name("Submit"));
            browser.awaitPageAfter(process().url().resolve("login"));
        }
        return browser;
    }

    URI guide() {
        return process().url().resolve(GUIDE);
    }

    void startAgain() {
        process().start();
        admin.forgetSession();
        leaveBrowser();
    }

    private void leaveBrowser() {
        if (browser != null) {
            Browsers.takeBack(browser);
            browser = null;
        }
    }

    /** Has Slack make the app by HTTP, as the first step of the guide does, by a double click. */
    SandboxApp makeApp() {
        var form = Map.of(
                "configurationToken", sandbox.configurationToken(acme(), ada).token(), "commands", "true");
        // So that both have a session.
        admin.script("print 1");
        Stream.generate(() -> CompletableFuture.runAsync(
                        () -> admin.post(INSTALL + "setup/makeApp", form).requireStatus(302)))
                .limit(2)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(admin.script("print " + SETTINGS + ".appIds().size()")).isEqualTo("1");
        return app();
    }

    /** Returns what the guide says about the latest step of this client. */
    String notice() {
        return notice(GUIDE);
    }

    String notice(String page) {
        var body = admin.get(page).requireStatus(200).body();
        var matcher =
                Pattern.compile("id=\"slack-notify-notice\"[^>]*>([^<]*)<").matcher(body);
        return matcher.find()
                ? matcher.group(1)
                        .replace("&quot;", "\"")
                        .replace("&#039;", "'")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                : "";
    }

    /** The address at Slack to which "Add to Slack" leads. */
    String begin() {
        return admin.get(INSTALL + "begin")
                .requireStatus(302)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Lets Ada allow the app, and returns the path that her browser comes back to. */
    String allow(String address) {
        return path(sandbox.consent(address, acme(), ada, false));
    }

    String path(String address) {
        var root = process().url().toString();
        if (!address.startsWith(root)) {
            throw new AssertionError("Slack leads elsewhere: " + address);
        }
        return address.substring(root.length());
    }

    /** Adds the app to a workspace by HTTP, as far as the page that is to be confirmed. */
    String addedTo(SandboxWorkspace workspace, SandboxUser user, boolean orgWide) {
        admin.get(path(sandbox.consent(begin(), workspace, user, orgWide))).requireStatus(302);
        return admin.get(INSTALL).requireStatus(200).body();
    }

    /** Confirms what a page shows. */
    void keep(String page, Map<String, String> more) {
        var form = new HashMap<>(Map.of("id", between(page, "name=\"id\" type=\"hidden\" value=\"", "\"")));
        form.putAll(more);
        admin.post(INSTALL + "keep", form).requireStatus(302);
    }

    static String between(String text, String before, String after) {
        int begin = text.indexOf(before);
        if (begin < 0) {
            throw new AssertionError("no " + before + " in " + text);
        }
        return text.substring(begin + before.length(), text.indexOf(after, begin + before.length()));
    }

    /** The token of a credential, as only Jenkins itself can tell it. */
    String token(String credentialsId) {
        return admin.script(
                "print io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials.findForSystem('"
                        + credentialsId + "').map { it.secret.plainText }.orElse('')");
    }

    @Override
    public void close() {
        leaveBrowser();
        try {
            var logs = Files.createDirectories(Path.of("target", "acceptance"));
            Files.copy(process().logFile(), logs.resolve("InstallationBed.log"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            loan.close();
            sandbox.close();
        }
    }
}

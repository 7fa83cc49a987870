package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Manage Jenkins » Slack » App, as administrators see it, and nobody else. */
@JenkinsAcceptance(resetAfterEach = true)
class SlackAppPageTest {
    private static final String PAGE = "manage/slack/app/";
    private static final By COPY = By.cssSelector("[data-slack-notify-copy=slack-notify-yaml]");
    private static final By REPORT = By.id("slack-notify-report");

    @Test
    void shouldBeFoundFromTheSettings(TestBed bed, Browser browser) {
        ConnectionPage.open(bed, browser);
        browser.click(By.cssSelector(".jenkins-form-description a[href$='slack/app/']"));
        browser.awaitPageAfter(bed.process().url().resolve("manage/slack/connection/"));

        assertThat(browser.find(By.cssSelector(".slack-notify-tabs [aria-current]"))
                        .getText())
                .isEqualTo("App");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldShowAManifestWithTheAddressOfThisJenkins(TestBed bed, Browser browser) {
        open(bed, browser);

        var json = text(browser, "slack-notify-json");
        assertThat(json).contains("Jenkins (127.0.0.1)", " in " + bed.process().url());
        assertThat(parsedAsYaml(bed, text(browser, "slack-notify-yaml"))).isEqualTo(JsonParser.parseString(json));
        assertThat(browser.find(By.id("slack-notify-create")).getAttribute("href"))
                .startsWith("https://api.slack.com/apps?new_app=1&manifest_json=%7B%22")
                .contains("%22org_deploy_enabled%22%3Afalse");
        assertThat(browser.find(By.id("slack-notify-create-org")).getAttribute("href"))
                .contains("%22org_deploy_enabled%22%3Atrue");
        browser.screenshot("slack-app");
        browser.click(By.cssSelector(".slack-notify-app summary"));
        browser.screenshot("slack-app-manifest");
        browser.screenshot("slack-app-scopes", By.id("slack-notify-check"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldCopyTheManifestAlsoWhereThereIsNoHttps(TestBed bed, Browser browser) {
        open(bed, browser);
        browser.run("Object.defineProperty(window, 'isSecureContext', {value: false})");

        copy(browser);

        assertThat(pasted(bed, browser)).startsWith("display_information:").contains("Jenkins (127.0.0.1)");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldCopyTheManifestWithTheClipboardOfTheBrowser(TestBed bed, Browser browser) {
        open(bed, browser);

        copy(browser);

        browser.find(COPY, button -> button.getText().equals("Copy the manifest"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldLeadToPagesThatExistAfterACheck(TestBed bed, Browser browser) {
        bed.configuration().set("credentialsId: slack-bot-token", "inbound: {abilities: [commands]}");
        check(bed, browser);

        var links = browser.all(By.cssSelector("#main-panel a[href]")).stream()
                .map(link -> link.getAttribute("href"))
                .filter(link -> link.startsWith(bed.process().url().toString()))
                .toList();
        assertThat(links).anySatisfy(link -> assertThat(link).contains("?transport="));
        assertThat(links)
                .allSatisfy(link -> bed.admin()
                        .get(bed.process().url().relativize(URI.create(link)).toString())
                        .requireStatus(200));
    }

    @Test
    void shouldFindNothingMissingInAGoodToken(TestBed bed, Browser browser) {
        assertThat(check(bed, browser))
                .contains("The token of @jenkins in acme has all scopes that the configuration needs")
                .contains("This plugin never uses im:read");
        browser.screenshot("slack-app-good", REPORT);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldNameWhatATokenLacks(TestBed bed, Browser browser) {
        bed.credentials().add("poor-token", bed.slack().installBot("poor", "chat:write", "users:read"));
        bed.configuration().set("credentialsId: poor-token", "personal: {enabled: true}");

        assertThat(check(bed, browser))
                .contains("The token lacks chat:write.customize (a name and an icon of your own), users:read.email (")
                .contains("Recommended", "channels:history", "im:write")
                .doesNotContain("lacks chat:write ", "never uses");
        browser.screenshot("slack-app-poor", REPORT);
    }

    @Test
    void shouldTellWhyItCannotAskSlack(TestBed bed, Browser browser) {
        bed.configuration().set("credentialsId: ''");
        assertThat(check(bed, browser)).contains("There is no bot token");
        bed.configuration().set("credentialsId: gone");
        assertThat(check(bed, browser)).contains("There is no credential \"gone\"");
        bed.reset();
        bed.sandbox().faults().always("auth.test", Fault.error("invalid_auth"));
        assertThat(check(bed, browser)).contains("Slack does not know this token");
    }

    @Test
    void shouldShowTheManifestOfWhatIsSwitchedOnAndWhatIsNewInIt(TestBed bed, Browser browser) {
        bed.configuration().set("inbound: {abilities: [commands, previews, home], command: /ci}");
        browser.open(address(bed));
        var json = text(browser, "slack-notify-json");
        assertThat(json)
                .contains("\"/ci\"", "app_mention", "app_home_opened", "\"socket_mode_enabled\": true", "links:write");
        assertThat(parsedAsYaml(bed, text(browser, "slack-notify-yaml"))).isEqualTo(JsonParser.parseString(json));
        var changes = By.id("slack-notify-changes");
        assertThat(browser.find(changes).getText())
                .contains("oauth_config.scopes.bot", "commands, app_mentions:read, links:read, links:write");
        browser.screenshot("slack-app-changes", changes);

        browser.click(By.id("slack-notify-record"));
        browser.find(By.xpath("//p[contains(., 'The app has this manifest')]"));

        bed.configuration().set("inbound: {abilities: [commands], command: /ci}");
        browser.open(address(bed));
        assertThat(browser.find(changes).getText())
                .contains("features.app_home.home_tab_enabled", "links:read, links:write")
                .doesNotContain("slash_commands");
        browser.open(bed.process().url().resolve(PAGE + "?transport=http"));
        assertThat(text(browser, "slack-notify-json"))
                .contains(bed.process().url() + "slack-notify-events/", "\"socket_mode_enabled\": false");
        assertThat(browser.find(By.cssSelector(".slack-notify-app")).getText())
                .contains("only to an address that begins with https");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldTestTheAddressForSignedRequests(TestBed bed, Browser browser) {
        bed.credentials().add("endpoint-secret", "0123456789abcdef0123456789abcdef");
        bed.configuration()
                .set("inbound: {abilities: [home], apps: [{name: main, signingSecretCredentialsId: endpoint-secret}]}");
        browser.open(address(bed));
        await("the address to be shown")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.admin().get(PAGE).body().contains("Signed requests come to"));

        browser.open(address(bed));
        browser.click(By.id("slack-notify-test-endpoint"));

        assertThat(browser.find(By.id("slack-notify-endpoint")).getText())
                .contains(bed.process().url() + "slack-notify-events/", "came back as it should");
        browser.screenshot("slack-app-requests", By.id("slack-notify-endpoint"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldShowItToAdministratorsOnly(TestBed bed) {
        assertThat(bed.user("developer").get(PAGE).status()).isEqualTo(403);
        assertThat(bed.user("reader").get(PAGE).status()).isEqualTo(403);
        assertThat(bed.anonymous().get(PAGE).status()).isEqualTo(403);
    }

    @Test
    void shouldAskSlackForAdministratorsOnlyAndNotByALink(TestBed bed) {
        var path = PAGE + "checkScopes";

        assertThat(bed.admin().post(path, Map.of()).requireStatus(200).body()).contains("@jenkins in acme");
        assertThat(bed.admin().get(path).status()).isIn(404, 405);
        assertThat(bed.admin().postWithoutCrumb(path, Map.of()).status()).isEqualTo(403);
        for (var client : new String[] {"developer", "reader"}) {
            assertThat(bed.user(client).post(path, Map.of()).status()).isEqualTo(403);
        }
        assertThat(bed.anonymous().post(path, Map.of()).status()).isEqualTo(403);
    }

    private static void open(TestBed bed, Browser browser) {
        browser.open(address(bed));
        browser.find(COPY);
    }

    /** Presses the button, and waits until it has said that it did: it says so for two seconds alone. */
    private static void copy(Browser browser) {
        browser.run(
                "const button = arguments[0]; window.labels = []; new MutationObserver(() => window.labels.push("
                        + "button.textContent)).observe(button, {childList: true, characterData: true, subtree: true})",
                browser.find(COPY));
        browser.click(COPY);
        await("the button to say that the manifest is copied")
                .atMost(TestBed.TIMEOUT)
                .until(() -> List.of("Copied").equals(browser.run("return window.labels.slice(0, 1)")));
    }

    private static String check(TestBed bed, Browser browser) {
        open(bed, browser);
        browser.click(By.id("slack-notify-check"));
        return browser.find(REPORT).getText();
    }

    private static String text(Browser browser, String id) {
        return browser.all(By.id(id)).get(0).getDomProperty("value");
    }

    /** What the clipboard has, in a field of another page, which takes it on one line. */
    private static String pasted(TestBed bed, Browser browser) {
        browser.open(bed.process().url().resolve("manage/slack/deliveries/"));
        var field = browser.find(By.name("job"));
        field.sendKeys(Keys.chord(Keys.CONTROL, "v"));
        return field.getDomProperty("value");
    }

    /** Jenkins has a reader for YAML. */
    private static Object parsedAsYaml(TestBed bed, String yaml) {
        var encoded = Base64.getEncoder().encodeToString(yaml.getBytes(StandardCharsets.UTF_8));
        return JsonParser.parseString(bed.admin().script("""
            def yaml = new String('%s'.decodeBase64(), 'UTF-8')
            print groovy.json.JsonOutput.toJson(new org.yaml.snakeyaml.Yaml().load(yaml))
            """.formatted(encoded)));
    }

    private static URI address(TestBed bed) {
        return bed.process().url().resolve(PAGE);
    }
}

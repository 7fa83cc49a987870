package io.jenkins.plugins.slacknotify.acceptance.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.inbound.InboundBeds;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Tests what Slack and Jenkins refuse, and what becomes of several workspaces, an organisation and a second installation. */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AddToSlackTest {
    private static final String CODE = "[0-9]{9,}\\.[0-9a-f]{12}\\.[0-9a-f]{48}";

    private static InstallationBed bed;
    private static SandboxApp app;

    @BeforeAll
    static void start() {
        bed = InstallationBed.start();
        app = bed.makeApp();
    }

    @AfterAll
    static void stop() {
        if (bed != null) {
            bed.close();
        }
    }

    @AfterEach
    void slackIsWell() {
        bed.sandbox().faults().clear();
    }

    private static void setUrl(String url) {
        bed.admin().script("jenkins.model.JenkinsLocationConfiguration.get().url = '" + url + "'");
    }

    private static String callback(String query) {
        bed.admin().get(InstallationBed.INSTALL + "callback?" + query).requireStatus(302);
        return bed.notice();
    }

    private static String parameter(String address, String name) {
        return InstallationBed.between(address + "&", name + "=", "&");
    }

    /** Each is a sentence of its own, and leaves no credential behind. */
    @Test
    @Order(1)
    void shouldSayOfEachRefusalWhatToDo() throws IOException {
        var table = new LinkedHashMap<String, String>();
        table.put("\"Cancel\" in Slack", callback("error=access_denied&state=" + parameter(bed.begin(), "state")));
        var other = bed.sandbox().workspace("partner");
        var otto = other.user("Otto", "otto@partner.example");
        bed.admin().get(bed.path(bed.sandbox().consent(bed.begin(), other, otto, false)));
        table.put("another workspace, the app not distributed", bed.notice());
        bed.admin().get(bed.path(bed.sandbox().consent(bed.begin(), bed.acme(), bed.ada(), true)));
        table.put("an organisation, the app not made for one", bed.notice());
        table.put(
                "any other error of Slack's page",
                callback("error=server_error&state=" + parameter(bed.begin(), "state")));

        var back = bed.allow(bed.begin());
        bed.passInSlack(Duration.ofMinutes(11));
        bed.admin().get(back).requireStatus(302);
        table.put("a code that is older than ten minutes", bed.notice());
        back = bed.allow(bed.begin());
        bed.admin().get(back).requireStatus(302);
        bed.admin().get(back).requireStatus(302);
        table.put("the same answer of Slack twice", bed.notice());
        var used = parameter(back, "code");
        // Slack has one error for codes that are too old and that are used, so the sentence names both.
        assertThat(callback("code=" + used + "&state=" + parameter(bed.begin(), "state")))
                .isEqualTo(table.get("a code that is older than ten minutes"));
        table.put("a state that was never made here", callback("code=" + used + "&state=invented"));
        assertThat(callback("code=" + used)).isEqualTo(table.get("a state that was never made here"));

        var foreign = bed.begin();
        var otherSession = JenkinsClient.of(bed.process().url(), "admin", "admin-password");
        otherSession.get(bed.allow(foreign)).requireStatus(302);
        table.put("a state of another session", notice(otherSession));

        back = bed.allow(bed.begin());
        bed.sandbox().faults().next("oauth.v2.access", Fault.error("bad_client_secret"));
        bed.admin().get(back);
        table.put("a client secret that was renewed in Slack", bed.notice());
        back = bed.allow(bed.begin());
        bed.sandbox().faults().next("oauth.v2.access", Fault.error("bad_redirect_uri"));
        bed.admin().get(back);
        table.put("another redirect address than at the beginning", bed.notice());
        back = bed.allow(bed.begin());
        bed.sandbox().faults().next("oauth.v2.access", Fault.status(503));
        bed.admin().get(back);
        table.put("Slack does not answer", bed.notice());

        var own = bed.process().url().toString();
        setUrl("http://ci.example.org/");
        bed.admin().get(InstallationBed.INSTALL + "begin").requireStatus(302);
        table.put("the Jenkins URL begins with http, before Slack", bed.notice());
        setUrl(own);
        table.put("a store of credentials that cannot be written, before Slack", withUnwritableStore());

        table.forEach((what, sentence) -> System.out.printf("| %s | %s |%n", what, sentence));
        assertThat(table.values()).doesNotContain("").doesNotHaveDuplicates();
        assertThat(bed.admin()
                        .script("print com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance"
                                + ".credentials*.id.findAll { it.contains('-bot-') }"))
                .isEqualTo("[]");
        assertThat(String.join("\n", bed.process().log())).doesNotContainPattern(CODE);
    }

    private static String notice(JenkinsClient client) {
        return InstallationBed.between(client.get(InstallationBed.GUIDE).body(), "id=\"slack-notify-notice\"", "</div>")
                .replaceFirst("[^>]*>", "")
                .replace("&quot;", "\"");
    }

    /** Not by its permissions, as tests may run as root. */
    private static String withUnwritableStore() throws IOException {
        var file = bed.process().home().resolve("credentials.xml");
        var kept = file.resolveSibling("credentials.kept");
        Files.move(file, kept);
        Files.createDirectories(file.resolve("in-the-way"));
        try {
            var calls = bed.sandbox().calls().size();
            var answer = bed.admin().get(InstallationBed.INSTALL + "begin").requireStatus(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains(InstallationBed.GUIDE);
            assertThat(bed.sandbox().calls()).hasSize(calls);
            return bed.notice();
        } finally {
            Files.delete(file.resolve("in-the-way"));
            Files.delete(file);
            Files.move(kept, file);
        }
    }

    @Test
    @Order(2)
    void shouldBeForAdministratorsOnly() {
        for (var client : new JenkinsClient[] {
            bed.developer(), JenkinsClient.anonymous(bed.process().url())
        }) {
            for (var path : new String[] {"", "begin", "callback?code=1&state=2"}) {
                assertThat(client.get(InstallationBed.INSTALL + path).status())
                        .as(path)
                        .isEqualTo(403);
            }
            for (var path : new String[] {
                "keep",
                "forget",
                "setup/makeApp",
                "setup/updateApp",
                "setup/keepClient",
                "setup/keepBotToken",
                "setup/keepAppToken",
                "setup/sendFirst"
            }) {
                assertThat(client.post(InstallationBed.INSTALL + path, Map.of()).status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        for (var path : new String[] {"keep", "setup/makeApp", "setup/sendFirst"}) {
            assertThat(bed.admin().get(InstallationBed.INSTALL + path).status())
                    .as(path)
                    .isIn(404, 405);
            assertThat(bed.admin()
                            .postWithoutCrumb(InstallationBed.INSTALL + path, Map.of())
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(3)
    void shouldSayAtTheFieldWhatWasPastedInstead() {
        var table = new LinkedHashMap<String, String>();
        for (var pasted :
                new String[] {"", "xoxb-1-2-a", "xapp-1-A1-2-a", "xoxe-1-abc", "0123456789abcdef0123456789abcdef"}) {
            bed.admin().post(InstallationBed.INSTALL + "setup/updateApp", Map.of("configurationToken", pasted));
            table.put("configuration token: " + pasted, bed.notice());
            bed.admin().post(InstallationBed.INSTALL + "setup/keepAppToken", Map.of("appToken", pasted));
            if (!pasted.startsWith("xapp-")) {
                table.put("app-level token: " + pasted, bed.notice());
            }
        }
        bed.admin().post(InstallationBed.INSTALL + "setup/keepAppToken", Map.of("appToken", "xapp-1-A1-2-a"));
        table.put("the token of another app", bed.notice());
        bed.admin().post(InstallationBed.INSTALL + "setup/keepBotToken", Map.of("botToken", "xapp-1-A1-2-a"));
        table.put("bot token: xapp-", bed.notice());
        bed.admin().post(InstallationBed.INSTALL + "setup/sendFirst", Map.of("channel", " "));
        table.put("no channel", bed.notice());

        table.forEach((what, sentence) -> System.out.printf("| %s | %s |%n", what, sentence));
        assertThat(table.values())
                .allSatisfy(
                        sentence -> assertThat(sentence).isNotEmpty().doesNotContain("0123456789abcdef", "xoxb-1-2"));
    }

    /** What holds the system's credential by then is no bot token, or there is no such credential. */
    @Test
    @Order(3)
    void shouldKeepNoChannelToWhichNothingWasPosted() {
        bed.admin().script("""
                import com.cloudbees.plugins.credentials.*
                import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
                def secret = hudson.util.Secret.fromString('xapp-1-A1-2-a')
                SystemCredentialsProvider.instance.credentials.add(
                    new StringCredentialsImpl(CredentialsScope.GLOBAL, 'no-bot', '', secret))
                io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().credentialsId = 'no-bot'
                null
                """);
        bed.admin().post(InstallationBed.INSTALL + "setup/sendFirst", Map.of("channel", "#refused"));
        assertThat(bed.notice()).isNotEmpty().doesNotContain("xapp-1");
        assertThat(setting("channel")).isEqualTo("null");

        bed.admin().script("""
                def all = com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.credentials
                all.remove(all.find { it.id == 'no-bot' })
                null
                """);
        bed.admin().post(InstallationBed.INSTALL + "setup/sendFirst", Map.of("channel", "#refused"));
        assertThat(bed.notice()).contains("no-bot");
        assertThat(setting("channel")).isEqualTo("null");
        bed.admin().script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().credentialsId = null");
    }

    @Test
    @Order(4)
    void shouldComeBackFromSlackWithoutAnythingWhereSomebodyCancels() {
        var browser = bed.browser();
        browser.open(bed.guide());
        browser.click(By.className("slack-notify-add"));
        browser.find(By.id("allow"));
        browser.click(By.cssSelector("button[value=cancel]"));

        assertThat(browser.find(By.id("slack-notify-notice")).getText()).contains("Request to Install");
        browser.screenshot("setup-cancelled");
        browser.open(bed.process().url().resolve(InstallationBed.INSTALL));
        assertThat(browser.find(By.className("slack-notify-setup")).getText()).contains("nothing to confirm");
    }

    @Test
    @Order(5)
    void shouldKeepTwoWorkspacesAndAnOrganisationApart() {
        app.distributed(true);
        bed.keep(bed.addedTo(bed.acme(), bed.ada(), false), Map.of("place", "system", "name", "x"));
        assertThat(bed.notice())
                .contains("installed in acme", "slack-notify-bot-" + bed.acme().teamId());
        assertThat(setting("credentialsId"))
                .isEqualTo("slack-notify-bot-" + bed.acme().teamId());

        bed.admin().script("""
                import io.jenkins.plugins.slacknotify.config.*
                import io.jenkins.plugins.slacknotify.config.rules.*
                def routing = new SystemRouting()
                def limit = new ChannelLimitConfig()
                limit.jobs = ['teams/a/**']
                limit.channels = ['#a']
                routing.channelLimits = [limit]
                def rule = new RuleConfig()
                rule.to = ['never-there']
                routing.rules = [rule]
                SlackNotifyConfiguration.get().replaceRouting(routing)
                null
                """);
        var other = bed.sandbox().workspace("partner");
        var page = bed.addedTo(other, other.user("Olga", "olga@partner.example"), false);
        assertThat(page).contains("partner (" + other.teamId() + ")", "value=\"partner\"");
        assertThat(InstallationBed.between(page, "The token is for", "</fieldset>"))
                .containsPattern("checked=[^>]*value=\"new\"|value=\"new\"[^>]*checked=");
        bed.keep(page, Map.of("place", "new", "name", "partner"));
        assertThat(setting("routing.workspaces*.name")).isEqualTo("[partner]");
        assertThat(setting("routing.channelLimits*.jobs"))
                .as("what was there, and in spite of a rule that is invalid")
                .isEqualTo("[[teams/a/**]]");
        assertThat(setting("routing.rules*.to")).isEqualTo("[[never-there]]");
        assertThat(bed.token("slack-notify-bot-" + other.teamId())).startsWith("xoxb-");

        var manifest = app.manifest().orElseThrow();
        manifest.getAsJsonObject("settings").addProperty("org_deploy_enabled", true);
        app.configure(manifest);
        var grid = bed.sandbox().workspace("grid");
        page = bed.addedTo(grid, grid.user("Gina", "gina@grid.example"), true);
        assertThat(page).contains("grid (" + grid.enterpriseId() + ")", "slack-notify-team");
        bed.keep(page, Map.of("place", "new", "name", "grid", "teamId", grid.teamId()));
        assertThat(setting("routing.workspaces*.teamId")).isEqualTo("[null, " + grid.teamId() + "]");
        assertThat(bed.admin().get(InstallationBed.GUIDE).body())
                .contains("https://app.slack.com/manage/" + grid.enterpriseId() + "/integrations/profile/" + app.id()
                        + "/workspaces/add");
        assertThat(bed.token("slack-notify-bot-" + grid.enterpriseId())).startsWith("xoxb-");
    }

    private static String setting(String expression) {
        return bed.admin()
                .script("print io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get()." + expression);
    }

    /** It needs the workspaces of the test before. */
    @Test
    @Order(6)
    void shouldSendAfterAnotherInstallationWhatWasHeld() {
        bed.acme().channel("system").invite(app.name());
        bed.admin().post(InstallationBed.INSTALL + "setup/sendFirst", Map.of("channel", "#system"));
        assertThat(bed.acme().awaitMessages("system", 1, InstallationBed.TIMEOUT))
                .hasSize(1);
        var id = "slack-notify-bot-" + bed.acme().teamId();
        var old = bed.token(id);
        bed.acme().uninstallApp(app.id());
        bed.jobs().createPipeline("held", "error 'no'");
        bed.jobs().build("held");
        await("a held message")
                .atMost(InstallationBed.TIMEOUT)
                .until(() -> bed.admin().get("manage/").body().contains("waits"));

        var page = bed.addedTo(bed.acme(), bed.ada(), false);
        assertThat(InstallationBed.between(page, "The token is for", "</fieldset>"))
                .containsPattern("checked=[^>]*value=\"system\"|value=\"system\"[^>]*checked=");
        bed.acme().channel("system").invite(app.name());
        bed.keep(page, Map.of("place", "system"));

        await("what was held")
                .atMost(InstallationBed.TIMEOUT)
                .until(() -> bed.acme().messagesIn("system").stream()
                        .anyMatch(message -> message.text().contains("held #1")));
        assertThat(setting("credentialsId")).isEqualTo(id);
        assertThat(bed.token(id)).isNotEqualTo(old);
        assertThat(bed.admin()
                        .script("print com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance"
                                + ".credentials.count { it.id == '" + id + "' }"))
                .isEqualTo("1");
    }

    @Test
    @Order(7)
    void shouldUpdateTheAppByTheSamePageAndKeepWhatWasChangedInSlack() {
        var manifest = app.manifest().orElseThrow();
        manifest.getAsJsonObject("display_information").addProperty("name", "Our Jenkins");
        manifest.getAsJsonObject("settings")
                .add("allowed_ip_address_ranges", JsonParser.parseString("[\"192.0.2.0/24\"]"));
        app.configure(manifest);
        bed.admin().script("""
                def configuration = io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get()
                def inbound = configuration.inbound.copy()
                inbound.abilities = ['commands', 'buttons', 'home', 'previews']
                configuration.inbound = inbound
                """);
        assertThat(bed.admin().get(InstallationBed.GUIDE).body()).contains("links:read, links:write");

        bed.admin()
                .post(
                        InstallationBed.INSTALL + "setup/updateApp",
                        Map.of(
                                "configurationToken",
                                bed.sandbox()
                                        .configurationToken(bed.acme(), bed.ada())
                                        .token(),
                                "transport",
                                "socket"));

        assertThat(bed.notice()).contains("install it again");
        assertThat(app.manifest().orElseThrow().toString())
                .contains("Our Jenkins", "links:read", "org_deploy_enabled\":true", "192.0.2.0/24");
        assertThat(bed.admin().get(InstallationBed.GUIDE).body()).contains("The app has this manifest");
    }

    @Test
    @Order(8)
    void shouldTakeClientAndTokenByHandAsWell() {
        var byHand = bed.sandbox().newApp(bed.acme(), "by-hand");
        bed.admin()
                .post(
                        InstallationBed.INSTALL + "setup/keepClient",
                        Map.of(
                                "appId",
                                byHand.id(),
                                "clientId",
                                " " + byHand.clientId() + " ",
                                "clientSecret",
                                byHand.clientSecret()));
        assertThat(bed.notice()).contains("credentials now");
        assertThat(bed.admin()
                        .get(InstallationBed.INSTALL + "begin?app=" + byHand.id())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("client_id=" + byHand.clientId());

        var token = bed.sandbox().install(byHand, bed.acme(), "chat:write");
        bed.admin().post(InstallationBed.INSTALL + "setup/keepBotToken", Map.of("botToken", token));
        assertThat(bed.notice()).contains("in acme");
        assertThat(bed.token(setting("credentialsId"))).isEqualTo(token);
        bed.admin()
                .post(InstallationBed.INSTALL + "setup/keepClient", Map.of("clientId", "xoxb-1", "clientSecret", "x"));
        assertThat(bed.notice()).contains("token of a bot");
    }

    /** Each has its command, for example. The token of one must not replace that of the other, which goes on. */
    @Test
    @Order(9)
    void shouldKeepTheTokensOfTwoAppsInOneWorkspaceApart() {
        bed.keep(bed.addedTo(bed.acme(), bed.ada(), false), Map.of("place", "system"));
        var ofSystem = setting("credentialsId");
        var token = bed.token(ofSystem);
        var other = bed.sandbox().newApp(bed.acme(), "second");
        other.configure(app.manifest().orElseThrow());
        bed.admin()
                .post(
                        InstallationBed.INSTALL + "setup/keepClient",
                        Map.of(
                                "appId",
                                other.id(),
                                "clientId",
                                other.clientId(),
                                "clientSecret",
                                other.clientSecret()));
        var second = other.id();

        var page = addedTo(bed.acme(), second);
        assertThat(InstallationBed.between(page, "The token is for", "</fieldset>"))
                .as("the system's goes on with the first app")
                .containsPattern("checked=[^>]*value=\"new\"|value=\"new\"[^>]*checked=");
        bed.keep(page, Map.of("place", "new", "name", "second"));

        assertThat(setting("credentialsId")).isEqualTo(ofSystem);
        assertThat(bed.token(ofSystem)).isEqualTo(token);
        var ofSecond = setting("routing.credentialsOf('second').get()");
        assertThat(ofSecond).isEqualTo("slack-notify-bot-" + bed.acme().teamId() + "-" + second);
        assertThat(bed.token(ofSecond)).startsWith("xoxb-").isNotEqualTo(token);
        assertThat(bed.admin().get(InstallationBed.GUIDE).body()).contains(ofSystem, ofSecond);

        page = addedTo(bed.acme(), second);
        bed.keep(page, Map.of("place", "workspace:second"));
        assertThat(setting("routing.credentialsOf('second').get()"))
                .as("what refers to it goes on")
                .isEqualTo(ofSecond);
        assertThat(bed.token(ofSystem)).isEqualTo(token);
    }

    private static String addedTo(SandboxWorkspace workspace, String app) {
        var address = bed.admin()
                .get(InstallationBed.INSTALL + "begin?app=" + app)
                .requireStatus(302)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        bed.admin()
                .get(bed.path(bed.sandbox().consent(address, workspace, bed.ada(), false)))
                .requireStatus(302);
        return bed.admin().get(InstallationBed.INSTALL).requireStatus(200).body();
    }
}

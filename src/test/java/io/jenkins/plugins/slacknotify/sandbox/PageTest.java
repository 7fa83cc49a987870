package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.WebClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page, and what its buttons do. */
class PageTest {
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"/([^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("from '\\./([a-z-]+\\.js)'");

    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start();

    private final WebClient web = new WebClient(slack.pageUrl());
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");

    @ParameterizedTest
    @ValueSource(strings = {"", "gallery"})
    void shouldServeThePagesAndEveryFileTheyName(String path) {
        var page = web.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(filesNamedIn(page.body()))
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(web.get(file).statusCode()).isEqualTo(200));
    }

    @Test
    void shouldServeEveryModuleThatAnotherImports() {
        var modules = new ArrayDeque<>(List.of("app.js", "gallery.js"));
        var served = new TreeSet<String>();
        while (!modules.isEmpty()) {
            String module = modules.remove();
            var answer = web.get("sandbox/" + module);
            assertThat(answer.statusCode()).as(module).isEqualTo(200);
            if (served.add(module)) {
                IMPORT.matcher(answer.body())
                        .results()
                        .map(match -> match.group(1))
                        .forEach(modules::add);
            }
        }
        assertThat(served).contains("app.js", "mrkdwn.js", "richtext.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox/../Fault.class", "sandbox/Fault.class", "sandbox/missing.js", "other"})
    void shouldServeNothingElse(String path) {
        assertThat(web.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldShowMessagesButNoToken() {
        acme.channel("builds");
        new WebClient(slack.apiUrl()).form("chat.postMessage", token, "channel=builds&text=hello");

        assertThat(web.get("sandbox/state").body())
                .contains("\"text\":\"hello\"", "\"name\":\"builds\"", "chat.postMessage")
                .doesNotContain(token);
    }

    @Test
    void shouldSayNothingWhereNothingChanged() {
        String version = body(web.get("sandbox/state")).get("version").getAsString();

        assertThat(web.get("sandbox/state?known=" + version).statusCode()).isEqualTo(204);
        acme.channel("new");
        assertThat(web.get("sandbox/state?known=" + version).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rateLimited",
                "delay",
                "status",
                "error",
                "html",
                "empty200",
                "hugeBody",
                "truncatedJson",
                "closeBeforeReading",
                "halfClosed",
                "acceptedButAnswerLost",
                "closedAfterAnswer",
                "never",
                "redirect"
            })
    void shouldSetEachFaultByName(String fault) {
        control("faults", "{\"method\":\"auth.test\",\"fault\":\"" + fault + "\",\"times\":1}");

        assertThat(slack.faults().take("auth.test")).isPresent();
        assertThat(slack.faults().take("auth.test")).isEmpty();
    }

    @Test
    void shouldClearFaults() {
        control("faults", "{\"method\":\"*\",\"fault\":\"html\",\"times\":0}");
        assertThat(slack.faults().take("auth.test")).isPresent();

        control("faults/clear", "{}");

        assertThat(slack.faults().take("auth.test")).isEmpty();
    }

    @Test
    void shouldFurnishAWorkspace() {
        control("channels", "{\"workspace\":\"acme\",\"name\":\"#deploys\"}");
        control("users", "{\"workspace\":\"acme\",\"name\":\"Ada\",\"email\":\"ada@example.org\"}");
        control("invitations", "{\"workspace\":\"acme\",\"channel\":\"deploys\",\"who\":\"jenkins\"}");
        var bot = control("bots", "{\"workspace\":\"acme\",\"name\":\"other\",\"scopes\":[\"chat:write\"]}");

        assertThat(acme.userByEmail("ada@example.org")).isPresent();
        assertThat(acme.channel("deploys").memberIds()).hasSize(1);
        assertThat(acme.accessOf(body(bot).get("token").getAsString()))
                .hasValueSatisfying(access -> assertThat(access.scopes()).containsExactly("chat:write"));
    }

    @Test
    void shouldHandOutTheTokenToThosePastingIt() {
        assertThat(body(control("tokens", "{\"workspace\":\"acme\",\"name\":\"jenkins\"}"))
                        .get("token")
                        .getAsString())
                .isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[",
                "[]",
                "{\"method\":\"*\",\"fault\":\"flood\"}",
                "{\"method\":\"*\",\"fault\":\"delay\",\"argument\":\"soon\"}"
            })
    void shouldSayWhatIsWrongWithAControl(String json) {
        var answer = control("faults", json);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(body(answer).get("error").getAsString()).isNotBlank();
    }

    /** A form is what another site's page could send here unasked. */
    @Test
    void shouldTakeNoFormsAsControls() {
        assertThat(web.form("sandbox/faults/clear", "", "").statusCode()).isEqualTo(415);
        assertThat(web.get("sandbox/faults/clear").statusCode()).isEqualTo(415);
    }

    private static List<String> filesNamedIn(String page) {
        return FILE.matcher(page).results().map(match -> match.group(1)).toList();
    }

    private HttpResponse<String> control(String name, String json) {
        return web.json("sandbox/" + name, "", json);
    }
}

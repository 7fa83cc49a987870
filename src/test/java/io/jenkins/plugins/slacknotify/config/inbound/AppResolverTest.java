package io.jenkins.plugins.slacknotify.config.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppResolverTest {
    private static final String HEX = "0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "xapp-1-A0123456789-1234567890-" + HEX;

    private static final Map<String, String> CREDENTIALS = Map.of(
            "token",
            " " + TOKEN + "\n",
            "other-token",
            "xapp-1-A9999999999-1234567890-" + HEX,
            "secret",
            HEX + "\n",
            "bot",
            "xoxb-1-2-abc",
            "slack-notify-environment-app-token",
            TOKEN,
            "slack-notify-environment-signing-secret",
            HEX);

    @Test
    void shouldFindTheSecretsWithoutTheWhiteSpaceAroundThem() {
        var app = resolve(app("main", "token", "secret")).get(0);

        assertThat(app.problems()).isEmpty();
        assertThat(app.token()).hasToString("xapp-****");
        assertThat(app.app().appId()).isEqualTo("A0123456789");
        assertThat(app.app().secret()).isNotNull();
        assertThat(app.toString()).doesNotContain(HEX);
    }

    @Test
    void shouldTakeASecretOfAnotherKindForNoneAndSaySo() {
        var app = resolve(app("main", "secret", "token")).get(0);

        assertThat(app.token()).isNull();
        assertThat(app.app().secret()).isNull();
        assertThat(descriptions(app))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).startsWith("Signing Secret: This is an app-level token"),
                        text -> assertThat(text).startsWith("App-Level Token: This is not an app-level token"));
        assertThat(descriptions(app)).noneMatch(text -> text.contains(HEX));
    }

    @Test
    void shouldKeepWhatIsRightWhereTheOtherIsMissing() {
        var app = resolve(app("main", "gone", "secret")).get(0);

        assertThat(app.token()).isNull();
        assertThat(app.app().secret()).isNotNull();
        assertThat(descriptions(app)).singleElement().asString().contains("There is no credential \"gone\"");
    }

    @Test
    void shouldNotConnectAnAppThatIsNotTheConfiguredOne() {
        var config = app("main", "token", null);
        config.setAppId("A9999999999");

        var app = resolve(config).get(0);

        assertThat(app.token()).isNull();
        assertThat(descriptions(app))
                .singleElement()
                .asString()
                .contains("belongs to the app A0123456789, and the configured app id is A9999999999");
    }

    @Test
    void shouldGoOnWhereAProviderOfCredentialsFails() {
        var resolver = new AppResolver(new ControllerEnvironment(Map.of()), Set.of(), id -> {
            throw new IllegalStateException("vault is sealed");
        });

        var app = resolver.resolve(List.of(app("main", "token", null))).get(0);

        assertThat(app.token()).isNull();
        assertThat(descriptions(app)).singleElement().asString().contains("could not be looked up");
    }

    @Test
    void shouldTakeTheEnvironmentWhereNoAppIsConfigured() {
        var app = resolve(Map.of("SLACK_APP_TOKEN", TOKEN, "SLACK_SECRET", HEX)).get(0);

        assertThat(app.app().name()).isEqualTo("environment");
        assertThat(app.token()).isNotNull();
        assertThat(app.app().secret()).isNotNull();
        assertThat(resolve(Map.of("SLACK_BOT_TOKEN", "xoxb-1"))).isEmpty();
    }

    @Test
    void shouldGiveTheEnvironmentToTheFirstAppWithoutCredentials() {
        var apps = resolve(
                Map.of("SLACK_APP_TOKEN", TOKEN),
                app("own", null, "secret"),
                app("first", null, null),
                app("second", null, null));

        assertThat(apps.get(0).token()).isNull();
        assertThat(apps.get(1).token()).isNotNull();
        assertThat(descriptions(apps.get(2))).singleElement().asString().contains("No credential is chosen");
    }

    @Test
    void shouldLeaveTheEnvironmentOutWhereEveryAppHasCredentials() {
        var app = resolve(Map.of("SLACK_APP_TOKEN", TOKEN), app("own", null, "secret"))
                .get(0);

        assertThat(app.token()).isNull();
        assertThat(app.problems()).isEmpty();
    }

    @Test
    void shouldConnectAnAppOnce() {
        var inbound = ResolvedInbound.of(
                Set.of(),
                30,
                resolve(app("one", "token", null), app("same", "token", null), app("two", "other-token", null)));

        assertThat(inbound.sockets()).extracting(socket -> socket.app().name()).containsExactly("one", "two");
        assertThat(inbound.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.describe())
                        .startsWith("Slack app \"same\": Its app-level token belongs to an app that is listed before"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        - | - | SLACK_APP_CLIENT_ID=1.2 SLACK_APP_CLIENT_SECRET=0123456789abcdef0123456789abcdef | environment 1.2
        - | - | SLACK_APP_CLIENT_ID=1.2 | environment - one is chosen
        - | - | SLACK_APP_TOKEN=xapp-1-A1-2-a | ''
        id | secret | SLACK_APP_CLIENT_ID=9.9 SLACK_APP_CLIENT_SECRET=0123456789abcdef0123456789abcdef | main 3.4
        id | - | SLACK_APP_CLIENT_SECRET=0123456789abcdef0123456789abcdef | main - one is chosen
        secret | id | '' | main - is
        gone | secret | '' | main - gone
        """)
    void shouldFindAsWhatTheAppIsInstalled(String id, String secret, String environment, String expected) {
        var app = new SlackAppConfig("main");
        app.setClientIdCredentialsId(id);
        app.setClientSecretCredentialsId(secret);
        Map<String, String> variables = new HashMap<>();
        for (String pair : environment.isEmpty() ? new String[0] : environment.split(" ")) {
            variables.put(pair.split("=")[0], pair.split("=")[1]);
        }
        var credentials = Map.of(
                "id",
                "3.4",
                "secret",
                "fedcba9876543210fedcba9876543210",
                "slack-notify-environment-client-id",
                "1.2",
                "slack-notify-environment-client-secret",
                HEX);

        var clients = new AppResolver(
                        new ControllerEnvironment(variables),
                        Set.of(),
                        key -> Optional.ofNullable(credentials.get(key)))
                .clients(id == null && secret == null ? List.of() : List.of(app));

        var words = expected.isEmpty() ? new String[0] : expected.split(" ", 3);
        assertThat(clients).hasSize(words.length == 0 ? 0 : 1);
        for (AppClient client : clients) {
            assertThat(client.name()).isEqualTo(words[0]);
            assertThat(client.credentials() == null ? "-" : client.credentials().clientId())
                    .isEqualTo(words[1]);
            assertThat(String.join(" ", client.problems())).contains(words.length > 2 ? words[2] : "");
            assertThat(client.problems().isEmpty()).isEqualTo(words.length == 2);
            assertThat(client.toString()).doesNotContain("fedcba", "0123456789abcdef");
        }
    }

    private static List<ResolvedApp> resolve(SlackAppConfig... apps) {
        return resolve(Map.of(), apps);
    }

    private static List<ResolvedApp> resolve(Map<String, String> environment, SlackAppConfig... apps) {
        return new AppResolver(
                        new ControllerEnvironment(environment),
                        Set.of(),
                        id -> Optional.ofNullable(CREDENTIALS.get(id)))
                .resolve(List.of(apps));
    }

    private static SlackAppConfig app(String name, String token, String secret) {
        var app = new SlackAppConfig(name);
        app.setAppTokenCredentialsId(token);
        app.setSigningSecretCredentialsId(secret);
        return app;
    }

    private static List<String> descriptions(ResolvedApp app) {
        return app.problems().stream().map(InboundProblem::description).toList();
    }
}

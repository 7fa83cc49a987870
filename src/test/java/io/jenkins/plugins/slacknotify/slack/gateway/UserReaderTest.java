package io.jenkins.plugins.slacknotify.slack.gateway;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.patient;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.refusal;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.whyUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.ReceivedRequest;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-ups of members, and the direct message with one. */
class UserReaderTest {

    private static final String ADA = "{\"ok\":true,\"user\":{\"id\":\"U01\",\"name\":\"ada\"}}";

    @AutoClose
    private final SlackApiGateway gateway = patient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada+slack@example.org",
                "ada&token=x=%41#?@example.org",
                "\u00e5sa@b\u00fccher.example",
                "\u4e16\u754c\ud83d\ude80@example.org",
                "two words\r\n@example.org"
            })
    void shouldSendAnAddressAsItIs(String email) throws IOException {
        try (FakeServer slack = FakeServer.answering(ADA)) {
            gateway.userByEmail(connectionTo(slack), email);

            ReceivedRequest request = slack.requests().get(0);
            assertThat(request.firstLine()).isEqualTo("POST /api/users.lookupByEmail HTTP/1.1");
            assertThat(request.header("Content-Type")).contains("application/x-www-form-urlencoded");
            assertThat(request.form()).containsOnlyKeys("email").containsEntry("email", email);
        }
    }

    @Test
    void shouldAskForAMemberById() throws IOException {
        try (FakeServer slack = FakeServer.answering(ADA)) {
            assertThat(gateway.userById(connectionTo(slack), "U01")).isEqualTo(found("ada", false, false));

            assertThat(slack.requests().get(0).firstLine()).contains("/api/users.info ");
            assertThat(slack.requests().get(0).form()).containsEntry("user", "U01");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"display_name":"Ada","real_name":"Ada Lovelace"}  | Ada Lovelace | ada | Ada
        {"display_name":" ","real_name":"Lady Lovelace"}   | Ada Lovelace | ada | Lady Lovelace
        {"display_name":"","real_name":null}               | Ada Lovelace | ada | Ada Lovelace
        {"display_name":"A\\u0000\\nda"}                   | Ada Lovelace | ada | A da
        7                                                  |              | ada | ada
        {}                                                 |              |     | U01
        """)
    void shouldCallPeopleWhatSlackCallsThem(String profile, String realName, String name, String shown)
            throws IOException {
        String json = "{\"ok\":true,\"user\":{\"id\":\"U01\",\"profile\":" + profile + ",\"real_name\":"
                + quoted(realName) + ",\"name\":" + quoted(name) + "}}";
        try (FakeServer slack = FakeServer.answering(json)) {
            assertThat(gateway.userByEmail(connectionTo(slack), "ada@example.org"))
                    .isEqualTo(found(shown, false, false));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "id":"U01","deleted":true                   | true  | false
        "id":"U01","deleted":false,"is_bot":true    | false | true
        "id":"U01","deleted":"yes","is_bot":null    | false | false
        "id":"USLACKBOT","is_bot":false             | false | true
        """)
    void shouldTellWhoReadsNoMessages(String fields, boolean deactivated, boolean bot) throws IOException {
        try (FakeServer slack = FakeServer.answering("{\"ok\":true,\"user\":{" + fields + "}}")) {
            SlackUser user = gateway.userById(connectionTo(slack), "U01")
                    .success()
                    .flatMap(each -> each)
                    .orElseThrow();

            assertThat(user.deactivated()).isEqualTo(deactivated);
            assertThat(user.bot()).isEqualTo(bot);
            assertThat(user.isReachable()).isEqualTo(!deactivated && !bot);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"users_not_found", "user_not_found", "user_not_visible"})
    void shouldFindNobodyWithoutARefusal(String error) throws IOException {
        try (FakeServer slack = FakeServer.answering("{\"ok\":false,\"error\":\"" + error + "\"}")) {
            assertThat(gateway.userByEmail(connectionTo(slack), "x@example.org"))
                    .isEqualTo(new SlackResult.Success<>(Optional.empty()));
            assertThat(gateway.userById(connectionTo(slack), "U01"))
                    .isEqualTo(new SlackResult.Success<>(Optional.empty()));
        }
    }

    @Test
    void shouldTellARefusalFromNobody() throws IOException {
        String json = "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"users:read.email\"}";
        try (FakeServer slack = FakeServer.answering(json)) {
            assertThat(refusal(gateway.userByEmail(connectionTo(slack), "x@example.org"))
                            .remedy())
                    .contains("users:read.email");
        }
    }

    @Test
    void shouldPassOnThatSlackWantsToWait() throws IOException {
        byte[] busy = response("429 Too Many Requests", "", "Retry-After: 5");
        try (FakeServer slack = FakeServer.answering(busy)) {
            assertThat(gateway.userById(connectionTo(slack), "U01"))
                    .isEqualTo(new SlackResult.RateLimited<>(Duration.ofSeconds(5)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ok\":true}", "{\"ok\":true,\"user\":{\"id\":7}}", "{\"ok\":true,\"user\":[]}"})
    void shouldNotTakeAGapForNobody(String json) throws IOException {
        try (FakeServer slack = FakeServer.answering(json)) {
            assertThat(whyUnknown(gateway.userByEmail(connectionTo(slack), "x@example.org")))
                    .contains("nobody's id");
        }
    }

    @Test
    void shouldOpenADirectMessage() throws IOException {
        try (FakeServer slack = FakeServer.answering("{\"ok\":true,\"channel\":{\"id\":\"D01\"}}")) {
            assertThat(gateway.directMessage(connectionTo(slack), "U01")).isEqualTo(new SlackResult.Success<>("D01"));

            assertThat(slack.requests().get(0).firstLine()).contains("/api/conversations.open ");
            assertThat(slack.requests().get(0).form()).containsEntry("users", "U01");
        }
    }

    @Test
    void shouldRefuseADirectMessageWithNobody() throws IOException {
        try (FakeServer slack = FakeServer.answering("{\"ok\":false,\"error\":\"user_not_found\"}")) {
            assertThat(refusal(gateway.directMessage(connectionTo(slack), "U0NOBODY"))
                            .remedy())
                    .contains("U0NOBODY", "Copy member ID");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                  | false | false |    |    |
            {"team_id":"T1"}                                                    | false | false | T1 |    |
            {"is_restricted":true}                                              | true  | false |    |    |
            {"is_restricted":false,"is_ultra_restricted":true}                  | true  | false |    |    |
            {"is_stranger":true,"team_id":"T2"}                                 | false | true  | T2 |    |
            {"team_id":"T3","enterprise_user":{"enterprise_id":"E1","id":"W1"}} | false | false | T3 | E1 |
            {"profile":{"image_72":"https://a.slack-edge.com/ada.png"}}         | false | false |    |    | https://a.slack-edge.com/ada.png
            """)
    void shouldReadHowAMemberStands(
            String fields, boolean guest, boolean stranger, String team, String enterprise, String picture)
            throws IOException {
        String user = fields.replaceFirst("\\{", "{\"id\":\"U01\",\"name\":\"ada\"" + (fields.length() > 2 ? "," : ""));
        try (FakeServer slack = FakeServer.answering("{\"ok\":true,\"user\":" + user + "}")) {
            assertThat(gateway.profile(connectionTo(slack), "U01"))
                    .isEqualTo(new SlackResult.Success<>(Optional.of(new MemberProfile(
                            new SlackUser("U01", "ada", false, false), guest, stranger, team, enterprise, picture))));
        }
    }

    @Test
    void shouldHaveNoProfileOfNobody() throws IOException {
        try (FakeServer slack = FakeServer.answering("{\"ok\":false,\"error\":\"user_not_found\"}")) {
            assertThat(gateway.profile(connectionTo(slack), "U01"))
                    .isEqualTo(new SlackResult.Success<>(Optional.empty()));
        }
    }

    private static SlackResult<Optional<SlackUser>> found(String name, boolean deactivated, boolean bot) {
        return new SlackResult.Success<>(Optional.of(new SlackUser("U01", name, deactivated, bot)));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}

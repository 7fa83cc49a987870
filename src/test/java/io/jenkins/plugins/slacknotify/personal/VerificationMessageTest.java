package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.connection.SlackProblem;
import io.jenkins.plugins.slacknotify.people.account.VerificationCodes;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusals;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationMessageTest {
    private static final String JENKINS = "https://ci.example.org/?a&b";

    private final VerificationCodes claims = new VerificationCodes(Instant::now);
    private final FakeMessenger slack = new FakeMessenger();

    @Test
    void shouldSendACodeThatProvesTheClaim() throws IOException {
        assertThat(send("ada", "U0ADA", false)).contains("Enter the code");

        assertThat(slack.written).singleElement().asString().startsWith("Your code is ");
        var code = slack.written.get(0).replaceFirst("Your code is (\\d+).*", "$1");
        assertThat(claims.confirm("ada", "U0ADA", code, () -> {}))
                .isEqualTo(VerificationCodes.VerificationResult.PROVEN);
    }

    @Test
    void shouldSendNoCodeToOneself() {
        assertThat(send("ada", "ada@example.org", true)).contains("A test message is in Slack");

        assertThat(slack.written)
                .singleElement()
                .asString()
                .contains("Fixed, Regressed")
                .doesNotContain("code");
    }

    @Test
    void shouldMentionNobodyWhateverAnAccountIsCalled() {
        send("<!channel>", "U0ADA", false);

        assertThat(slack.written)
                .singleElement()
                .asString()
                .contains("&lt;!channel&gt;", "a&amp;b")
                .doesNotContain("<");
    }

    @Test
    void shouldWriteToNobodyWhoIsGone() {
        slack.deactivated = true;

        assertThat(send("ada", "U0ADA", false))
                .contains("U0ADA is deactivated", "the member ID or the e-mail address of an account");
        assertThat(slack.written).isEmpty();
    }

    @Test
    void shouldSayWhatToEnterInPlaceOfABot() {
        slack.bot = true;

        assertThat(send("ada", "U0BOT", false)).contains("U0BOT is a bot", "your own member ID");
        assertThat(slack.written).isEmpty();
    }

    @Test
    void shouldSayWhatToEnterWhereSlackKnowsNobody() {
        slack.unknown = true;

        assertThat(send("ada", "ada@typo.example", false))
                .contains("Slack knows nobody as ada@typo.example", "Copy member ID", "the e-mail address");
        assertThat(slack.written).isEmpty();
    }

    /** Every user may ask for such a message. */
    @ParameterizedTest
    @MethodSource("failures")
    void shouldTellOfTheNetworkAndTheAppToAdministratorsAlone(SlackResult<Object> failure) {
        slack.failure = failure;

        assertThat(failure.toString()).contains("proxy.corp");
        assertThat(send("ada", "U0ADA", false))
                .contains("The reason is for administrators")
                .doesNotContain("proxy.corp");
    }

    static List<SlackResult<Object>> failures() {
        return List.of(
                new SlackResult.Unreachable<>("Failed to connect to proxy.corp/10.1.2.3:3128"),
                new SlackResult.Unknown<>("proxy.corp has closed the connection"),
                new SlackResult.Refused<>(Refusals.ofStatus(403, "proxy.corp:3128")));
    }

    @Test
    void shouldFloodNobody() {
        for (int i = 0; i < 10; i++) {
            send("ada", "ada@example.org", true);
        }

        assertThat(slack.written).hasSize(3);
        assertThat(send("ada", "ada@example.org", true)).contains("too many test messages");
    }

    private String send(String account, String name, boolean own) {
        return new VerificationMessage(account, name, own, Preferences.STANDARD, JENKINS)
                .send(claims, slack, SlackProblem::describeForEverybody)
                .getMessage();
    }

    private static final class FakeMessenger implements DirectMessenger {
        private final List<String> written = new ArrayList<>();
        private boolean deactivated;
        private boolean bot;
        private boolean unknown;
        private SlackResult<Object> failure;

        @Override
        public SlackResult<Optional<SlackUser>> find(String addressOrId) {
            if (failure != null) {
                return failure.map(nothing -> Optional.empty());
            }
            SlackUser ada = new SlackUser("U0ADA", "Ada", deactivated, bot);
            return new SlackResult.Success<>(unknown ? Optional.empty() : Optional.of(ada));
        }

        @Override
        public SlackResult<MessageLocation> send(SlackUser member, String text) {
            written.add(text);
            return new SlackResult.Success<>(new MessageLocation("D0ADA", "1.2"));
        }

        @Override
        public SlackResult<BotIdentity> identify() {
            throw new AssertionError("A message needs no identity");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}

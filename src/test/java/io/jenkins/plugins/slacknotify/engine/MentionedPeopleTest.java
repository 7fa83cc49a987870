package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.engine.FakePeople.address;
import static io.jenkins.plugins.slacknotify.engine.FakePeople.slackId;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mentions by the name of an account or by an address, which are looked for in Slack when the message is sent. */
class MentionedPeopleTest {
    private static final String ADA = "<@" + slackId("ada") + "> ";

    private final EngineBench bench = new EngineBench();

    MentionedPeopleTest() {
        bench.people.with("ada");
    }

    @Test
    void shouldMentionByAccountAndByAddressOnce() throws Exception {
        DeliveryHandle message = say("ada", address("ada"), "here");
        assertThat(bench.people.lookedUp).as("asked while the build waits").isEmpty();

        bench.run();

        assertThat(sent(0)).isEqualTo(ADA + "<!here> Hi");
        assertThat(bench.find(message).note()).isNull();
    }

    @Test
    void shouldTellTheChannelThoughTheRealmDoesNotAnswer() throws Exception {
        bench.people.answer(false);
        DeliveryHandle message = say("ada", "here");
        bench.run();

        assertThat(sent(0)).isEqualTo("<!here> Hi");
        assertThat(bench.find(message).note()).contains("'ada' is not mentioned: The realm does not answer");
    }

    @Test
    void shouldMentionThoseWhoWantNoDirectMessages() throws Exception {
        bench.people.with("otto", new Preferences(Set.of(), false, Severity.INFO, List.of("**"), null));
        say("otto");
        bench.run();

        assertThat(sent(0)).isEqualTo("<@" + slackId("otto") + "> Hi");
    }

    @Test
    void shouldSayWhoIsNotMentionedAndWhy() throws Exception {
        bench.people.with("bob").forbid("bob");
        DeliveryHandle message = say("bob", "zoe", "eve@evil.example", "ada");
        bench.run();

        assertThat(sent(0)).isEqualTo(ADA + "Hi");
        assertThat(bench.people.lookedUp).containsExactly(address("ada"));
        assertThat(bench.find(message).note())
                .contains("'bob' is not mentioned: this account may not see the job.")
                .contains("'zoe' is not mentioned: this is neither an account")
                .contains("'eve@evil.example' is not mentioned: this is neither an account");
    }

    /** Whoever may read the console would learn of each account what it may see, and whether it is in Slack. */
    @Test
    void shouldTellEverybodyTheSameOfEachWhoIsNotMentioned() throws Exception {
        bench.people.with("bob").forbid("bob");
        DeliveryHandle message = say("bob", "zoe");
        bench.run();

        String brief = bench.find(message).reason().brief();
        assertThat(brief).contains("'bob' is not mentioned: ", "'zoe' is not mentioned: ");
        assertThat(brief.substring(0, brief.indexOf("'zoe'")).strip().replace("bob", "zoe"))
                .isEqualTo(brief.substring(brief.indexOf("'zoe'")));
    }

    @Test
    void shouldSendWithoutAMentionWhereSlackKnowsNobody() throws Exception {
        bench.people.obstacle = new SlackResult.Success<>(Optional.empty());
        DeliveryHandle message = say("ada");
        bench.run();

        assertThat(sent(0)).isEqualTo("Hi");
        assertThat(bench.find(message).note()).contains("'ada' is not mentioned: Slack has nobody of that address.");
    }

    @Test
    void shouldSendWithoutAMentionWhereTheAppMayNotLookPeopleUp() throws Exception {
        bench.people.obstacle = new SlackResult.Refused<>(new Refusal("missing_scope", "Add the scope."));
        DeliveryHandle message = say("ada");
        bench.run();

        assertThat(sent(0)).isEqualTo("Hi");
        assertThat(bench.find(message).note()).contains("'ada' is not mentioned: ", "Add the scope.");
    }

    static Stream<SlackResult<Optional<SlackUser>>> troubles() {
        return Stream.of(
                new SlackResult.Unknown<>("Slack answered \"internal_error\"", true),
                new SlackResult.Unknown<>("No answer in time"),
                new SlackResult.Unreachable<>("The proxy wants a password"),
                FakeSlack.refused("http_403", "Ask who runs the proxy"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void shouldSendWithoutAMentionInTheEndWhereLookUpsFail(SlackResult<Optional<SlackUser>> trouble) throws Exception {
        bench.people.obstacle = trouble;
        DeliveryHandle message = say("ada");
        bench.run();
        assertThat(bench.slack.messages()).isEmpty();

        bench.advance(Duration.ofMinutes(5));

        assertThat(sent(0)).isEqualTo("Hi");
        assertThat(bench.find(message).note()).contains("'ada' is not mentioned: ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBePatientHoweverLongTheMessageWasPutOff(boolean isHeld) throws Exception {
        bench.noToken = isHeld ? "The vault does not answer" : null;
        bench.people.obstacle = new SlackResult.RateLimited<>(Duration.ofSeconds(30));
        DeliveryHandle message = say("ada");
        bench.advance(Duration.ofHours(1));
        bench.noToken = null;
        bench.people.obstacle = new SlackResult.Unknown<>("No answer in time");
        bench.engine.retries().settingsChanged();
        bench.run();
        bench.people.obstacle = null;
        bench.advance(Duration.ofMinutes(1));

        assertThat(sent(0)).isEqualTo(ADA + "Hi");
        assertThat(bench.find(message).attempts()).isGreaterThan(6);
    }

    @Test
    void shouldWaitUntilSlackTellsWhoItIs() throws Exception {
        bench.people.obstacle = new SlackResult.RateLimited<>(Duration.ofSeconds(30));
        say("ada");
        bench.run();
        assertThat(bench.slack.messages()).isEmpty();

        bench.people.obstacle = null;
        bench.advance(Duration.ofSeconds(31));

        assertThat(sent(0)).isEqualTo(ADA + "Hi");
        assertThat(bench.slack.messages()).hasSize(1);
    }

    private DeliveryHandle say(String... whom) throws CannotAnnounceException {
        return bench.announce(
                named("a").saying("Hi").shownAs(new MessageFormat(false, null, Mention.of(List.of(whom)))));
    }

    private String sent(int number) {
        return bench.slack.messages().get(number).content().text();
    }
}

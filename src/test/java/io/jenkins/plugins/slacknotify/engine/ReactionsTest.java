package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.notification.EmojiName;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Emoji below messages. */
class ReactionsTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void shouldPutEmojiBelowTheMessageThatIsSent() throws Exception {
        bench.announce(named("a").saying("Deployed").reacting("rocket", "tada"));
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.texts()).containsExactly("Deployed");
        assertThat(bench.slack.calls()).containsExactly("post", "react rocket " + ts(0), "react tada " + ts(0));
    }

    @Test
    void shouldOnlyReactWhereThereIsNothingToSayToAnEarlierMessage() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying").to("#deploy"));
        DeliveryHandle reaction =
                bench.announce(named("second").reacting("rocket").inPlaceOf(first));
        assertThat(reaction.channel()).isEqualTo("#deploy");
        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Deploying");
        assertThat(bench.slack.calls()).containsExactly("post", "react rocket " + ts(0));
    }

    @Test
    void shouldSayHowTheBuildStandsWhereTheFileIsMissingBesideTheEmoji() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.announce(named("second").lackingItsFile().reacting("eyes").inThreadOf(first));
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.texts()).hasSize(2).element(1).asString().contains("checkout #12");
        assertThat(bench.slack.messages().get(1).threadTs()).isEqualTo(ts(0));
        assertThat(bench.slack.calls()).containsExactly("post", "post", "react eyes " + ts(1));
    }

    @Test
    void shouldReactToWhatItPutsInThePlaceOfAnEarlierMessage() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.announce(named("second").saying("Deployed").reacting("rocket").inPlaceOf(first));
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.calls()).containsExactly("post", "update", "react rocket " + ts(0));
    }

    @Test
    void shouldReactToItsOwnAnswerInAThread() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.announce(named("second").saying("Half").reacting("eyes").inThreadOf(first));
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.calls()).containsExactly("post", "post", "react eyes " + ts(1));
    }

    @Test
    void shouldStandForTheMessageThatItIsBelow() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        DeliveryHandle reaction =
                bench.announce(named("second").reacting("eyes").inPlaceOf(first));
        bench.announce(named("third").saying("In its thread").inThreadOf(reaction));
        bench.announce(named("fourth").saying("In its place").inPlaceOf(reaction));
        bench.advance(Duration.ofSeconds(20));

        assertThat(bench.slack.texts()).containsExactly("In its place", "In its thread");
        assertThat(bench.slack.messages().get(1).threadTs()).isEqualTo(ts(0));
    }

    @Test
    void shouldTryAgainWhereNoAnswerCame() throws Exception {
        bench.slack.answerReaction(new SlackResult.Unknown<>("No answer in time"));
        bench.announce(named("a").saying("Deployed").reacting("rocket"));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.slack.calls())
                .as("an emoji cannot be there twice, so nobody has to look for it")
                .containsExactly("post", "react rocket " + ts(0), "react rocket " + ts(0));
    }

    @Test
    void shouldSayWhyAnEmojiWasRefused() throws Exception {
        bench.slack.answerReaction(FakeSlack.refused("invalid_name", "Slack knows no emoji of that name."));
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        DeliveryHandle reaction =
                bench.announce(named("second").reacting("nosuch").inPlaceOf(first));
        bench.run();

        assertThat(bench.find(reaction))
                .returns(Delivery.State.REFUSED, Delivery::state)
                .returns("Slack knows no emoji of that name. (invalid_name)", Delivery::note);
    }

    @Test
    void shouldNotLetMessagesWaitForAnEmojiThatTheAppMayNotPut() throws Exception {
        bench.slack.answerReaction(FakeSlack.refused("missing_scope", "The app lacks the scope reactions:write."));
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        DeliveryHandle reaction =
                bench.announce(named("second").reacting("eyes").inPlaceOf(first));
        bench.announce(named("third").saying("Deployed").inPlaceOf(first));
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.find(reaction).state()).isEqualTo(Delivery.State.REFUSED);
        assertThat(bench.slack.texts()).containsExactly("Deployed");
    }

    static Stream<SlackResult<MessageLocation>> troubles() {
        return Stream.of(
                new SlackResult.Unknown<>("Slack answered \"internal_error\"", true),
                new SlackResult.Unknown<>("No answer in time"),
                FakeSlack.refused("http_403", "Ask who runs the proxy"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void shouldNotLetMessagesWaitForAnEmojiThatFailsEachTime(SlackResult<MessageLocation> trouble) throws Exception {
        for (int i = 0; i < 500; i++) {
            bench.slack.answerReaction(trouble);
        }
        DeliveryHandle first = bench.announce(named("first").saying("Deploying").reacting("eyes"));
        bench.announce(named("second").saying("Deployed").inPlaceOf(first));
        bench.advance(Duration.ofHours(2));

        assertThat(bench.slack.texts()).containsExactly("Deployed");
    }

    @Test
    void shouldPutEmojiBelowAMessageAfterAnOutageOfHalfAnHour() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deployed"));
        bench.run();
        for (int i = 0; i < 15; i++) {
            bench.slack.answerReaction(new SlackResult.Unknown<>("Slack answered HTTP 503", true));
        }
        DeliveryHandle reaction =
                bench.announce(named("second").reacting("eyes").inPlaceOf(first));
        bench.advance(Duration.ofHours(1));

        assertThat(bench.find(reaction).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void shouldStandForTheMessageThatItIsBelowThoughItIsNotThere() throws Exception {
        bench.slack.answerReaction(FakeSlack.refused("too_many_reactions", "There is no room for more."));
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        DeliveryHandle reaction =
                bench.announce(named("second").reacting("eyes").inPlaceOf(first));
        bench.run();
        bench.announce(named("third").saying("Deployed").inPlaceOf(reaction));
        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Deployed");
    }

    @ParameterizedTest
    @CsvSource({"rocket, :rocket:", ":Tada:, :tada:", "+1::skin-tone-3, :+1::skin-tone-3:", "größe, :größe:"})
    void shouldKnowTheNamesOfEmoji(String written, String name) {
        assertThat(EmojiName.normalize(written)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "🚀", "thumbs up", "a:b", "x::skin-tone-9"})
    void shouldRefuseWhatIsNoNameOfAnEmoji(String written) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> named("a").reacting(written).build())
                .withMessageStartingWith("reaction: '" + written + "' is not the name of an emoji.");
    }

    @Test
    void shouldSayWhichOfSeveralHaveNoName() {
        assertThat(EmojiName.validationError(List.of("rocket", "🚀", ":tada:", "a:b")))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("'🚀' is not the name of an emoji.")
                        .contains(" 'a:b' is not the name of an emoji."));
        assertThat(EmojiName.validationError(List.of("rocket"))).isEmpty();
    }

    private String ts(int message) {
        return bench.slack.messages().get(message).location().ts();
    }
}

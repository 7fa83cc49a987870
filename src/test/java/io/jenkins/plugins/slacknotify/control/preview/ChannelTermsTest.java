package io.jenkins.plugins.slacknotify.control.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.preview.LinkContext;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelTermsTest {
    private static final InstallationKey ACME = new InstallationKey("A1", "T1", null, false);
    private static final EngineSettings SYSTEM =
            EngineSettings.builder().details(ThreadDetails.SHORT).buttons(true).build();

    private final SlackSandbox slack = SlackSandbox.start();
    private final SlackGateway gateway = new SlackClient(HttpSettings.defaults()).gateway();
    private final ManualClock clock = new ManualClock();
    private SlackResult<Optional<SlackConnection>> bot;
    private ChannelTerms terms;
    private String ops;
    private String talk;

    @BeforeEach
    void install() {
        var acme = slack.workspace("acme");
        String token = acme.installBot("jenkins");
        ops = acme.channel("ops").invite("jenkins").id();
        talk = acme.channel("talk").invite("jenkins").id();
        bot = new SlackResult.Success<>(
                Optional.of(new SlackConnection(URI.create(slack.apiUrl()), BotToken.of(token))));
        terms = new ChannelTerms(new ChannelLookup(installation -> bot, gateway, clock));
    }

    @AfterEach
    void stop() {
        gateway.close();
        slack.close();
    }

    private static DestinationProfile destination(
            String channel, ThreadDetails details, MessageButtons buttons, String language) {
        return new DestinationProfile(
                channel,
                new Destination(null, channel),
                MessageOptions.builder()
                        .details(details)
                        .buttons(buttons)
                        .language(language == null ? null : MessageLanguage.parse(language))
                        .build(),
                Severity.INFO);
    }

    private ChannelTerms.Terms at(String channel, DestinationProfile... destinations) {
        return terms.of(List.of(destinations), SYSTEM, new LinkContext(ACME, channel));
    }

    @Test
    void shouldShowWhatTheDestinationOfTheChannelShows() {
        DestinationProfile byName = destination("ops", ThreadDetails.FULL, MessageButtons.LINKS, "de");
        DestinationProfile byId = destination(talk, ThreadDetails.NONE, null, null);

        assertThat(at(ops, byName, byId).details()).isEqualTo(ThreadDetails.FULL);
        assertThat(at(ops, byName, byId).look().buttons()).isEqualTo(MessageButtons.LINKS);
        assertThat(at(ops, byName, byId).look().language()).isEqualTo(Locale.GERMAN);
        assertThat(at(talk, byName, byId).details()).isEqualTo(ThreadDetails.NONE);
        assertThat(at(talk, byName, byId).look().buttons()).isEqualTo(MessageButtons.ALL);
    }

    @Test
    void shouldHaveTheEmojiOfTheSystem() {
        EmojiSet emoji = EmojiSet.parse(List.of("fixed :tada:"));
        EngineSettings settings = EngineSettings.builder().emoji(emoji).build();

        assertThat(terms.of(List.of(), settings, new LinkContext(ACME, talk))
                        .look()
                        .emoji())
                .isSameAs(emoji);
    }

    @Test
    void shouldShowWhatTheSystemShowsInAnyOtherChannel() {
        DestinationProfile other = destination("ops", ThreadDetails.FULL, MessageButtons.NONE, "de");

        assertThat(at(talk, other).details()).isEqualTo(ThreadDetails.SHORT);
        assertThat(at(talk, other).look().buttons()).isEqualTo(MessageButtons.ALL);
        assertThat(at("D0123456789", other).details()).as("in a direct message").isEqualTo(ThreadDetails.SHORT);
    }

    @Test
    void shouldTakeTheStrictestWhereSeveralDestinationsAreTheChannel() {
        ChannelTerms.Terms both = at(
                ops,
                destination("ops", ThreadDetails.FULL, null, null),
                destination(ops, ThreadDetails.SHORT, MessageButtons.NONE, null));

        assertThat(both.details()).isEqualTo(ThreadDetails.SHORT);
        assertThat(both.look().buttons()).isEqualTo(MessageButtons.NONE);
    }

    @Test
    void shouldShowNoMoreThanAnyDestinationWhileNobodyKnowsTheChannel() {
        assertThat(at(null, destination("ops", ThreadDetails.NONE, null, null)).details())
                .as("it is typed")
                .isEqualTo(ThreadDetails.NONE);

        bot = new SlackResult.Unreachable<>("down");
        assertThat(at(talk, destination("ops", ThreadDetails.NONE, null, null)).details())
                .as("Slack does not say which channel has the name")
                .isEqualTo(ThreadDetails.NONE);
    }

    @Test
    void shouldAskSlackForANameOnceAnHour() {
        DestinationProfile byName = destination("ops", ThreadDetails.FULL, null, null);
        at(ops, byName);
        long once = slack.calls().size();
        at(ops, byName);
        at(talk, byName);
        assertThat(slack.calls()).hasSize((int) once);

        clock.advance(Duration.ofHours(2));
        at(ops, byName);
        assertThat(slack.calls()).hasSizeGreaterThan((int) once);
    }
}

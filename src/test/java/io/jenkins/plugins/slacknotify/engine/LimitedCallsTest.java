package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slack limits each method by itself, and what needs another one does not wait for that. */
class LimitedCallsTest {
    private static final String CHANNEL = "C0123456789";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final EngineBench bench = new EngineBench();

    private DeliveryHandle say(int build, String text, String channel) throws Exception {
        return bench.announce(named("of-" + build)
                .of(aBuild().number(build).build())
                .saying(text)
                .to(channel));
    }

    private long calls(String method) {
        return bench.slack.calls().stream().filter(method::equals).count();
    }

    @Test
    void shouldSendWhatMentionsNobodyWhileLookUpsAreLimited() throws Exception {
        bench.people.with("ada").obstacle = new SlackResult.RateLimited<>(LIMIT);
        bench.announce(named("a")
                .saying("Hi")
                .to(CHANNEL)
                .shownAs(new MessageFormat(false, null, Mention.of(List.of("ada")))));
        say(13, "Deployed", CHANNEL);
        bench.advance(Duration.ofSeconds(30));
        assertThat(bench.slack.texts()).containsExactly("Deployed");

        bench.people.obstacle = null;
        bench.advance(LIMIT);
        assertThat(bench.slack.texts()).hasSize(2).last().asString().endsWith("Hi");
    }

    @Test
    void shouldSendWhatIsNotInDoubtWhileSearchesAreLimited() throws Exception {
        bench.slack.loseNextAnswer();
        bench.slack.answerFind(new SlackResult.RateLimited<>(LIMIT));
        say(12, "In doubt", CHANNEL);
        bench.advance(Duration.ofSeconds(5));
        say(13, "Deployed", CHANNEL);
        bench.advance(Duration.ofSeconds(30));
        assertThat(bench.slack.texts()).containsExactly("In doubt", "Deployed");

        bench.advance(LIMIT);
        assertThat(calls("find")).isEqualTo(2);
        assertThat(bench.slack.texts()).containsExactly("In doubt", "Deployed");
    }

    @Test
    void shouldNotSearchInOtherChannelsEitherBeforeTheLimitIsOver() throws Exception {
        bench.slack.loseNextAnswer();
        bench.slack.answerFind(new SlackResult.RateLimited<>(LIMIT));
        say(12, "In doubt", CHANNEL);
        bench.advance(Duration.ofSeconds(5));
        bench.slack.loseNextAnswer();
        say(13, "In doubt, too", "C0999999999");
        bench.advance(Duration.ofMinutes(4));
        assertThat(calls("find")).isEqualTo(1);

        bench.advance(LIMIT);
        assertThat(calls("find")).isEqualTo(3);
        assertThat(bench.slack.texts()).containsExactly("In doubt", "In doubt, too");
    }

    @Test
    void shouldPostWhileChangesAreLimited() throws Exception {
        DeliveryHandle first = say(12, "Deploying", CHANNEL);
        bench.run();
        bench.slack.answerUpdate(new SlackResult.RateLimited<>(LIMIT));
        bench.announce(named("changed").saying("Deployed").inPlaceOf(first));
        bench.advance(Duration.ofSeconds(10));
        say(13, "Another one", CHANNEL);
        bench.advance(Duration.ofSeconds(30));
        assertThat(bench.slack.texts()).containsExactly("Deploying", "Another one");

        bench.advance(LIMIT);
        assertThat(bench.slack.texts()).containsExactly("Deployed", "Another one");
        assertThat(calls("update")).isEqualTo(2);
    }

    @Test
    void shouldPostWhileReactionsAreLimited() throws Exception {
        bench.slack.answerReaction(new SlackResult.RateLimited<>(LIMIT));
        bench.announce(named("a").saying("Deployed").to(CHANNEL).reacting("rocket", "tada"));
        bench.advance(Duration.ofSeconds(10));
        say(13, "Another one", CHANNEL);
        bench.advance(Duration.ofSeconds(30));
        assertThat(bench.slack.texts()).containsExactly("Deployed", "Another one");

        bench.advance(LIMIT);
        assertThat(bench.slack.calls())
                .filteredOn(call -> call.startsWith("react"))
                .as("the first in vain")
                .hasSize(3);
    }

    @Test
    void shouldPostNothingElseInAChannelThatIsLimited() throws Exception {
        bench.slack.answerPost(new SlackResult.RateLimited<>(LIMIT));
        say(12, "Deployed", CHANNEL);
        bench.advance(Duration.ofSeconds(10));
        say(13, "Another one", CHANNEL);
        say(14, "Elsewhere", "C0999999999");
        bench.advance(Duration.ofSeconds(30));
        assertThat(bench.slack.texts()).containsExactly("Elsewhere");

        bench.advance(LIMIT);
        assertThat(bench.slack.texts()).containsExactlyInAnyOrder("Elsewhere", "Deployed", "Another one");
    }
}

package io.jenkins.plugins.slacknotify.engine.conversation;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.notification.Reaction;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import org.junit.jupiter.api.Test;

class ConversationIndexTest {
    private static final long POSITION = STARTED.getEpochSecond() * 1_000_000;

    private final ConversationIndex recent = new ConversationIndex();

    private static BuildNews news(int build) {
        FailureStreak streak = new FailureStreak(1, STARTED, STARTED.plusSeconds(125), build, false);
        var event = aBuild().number(build)
                .that(Outcome.FAILURE, Trend.STILL_FAILING)
                .finding(Findings.builder().failureStreak(streak).build())
                .build();
        return BuildNews.routed(
                Envelope.toChannel(event, Severity.CRITICAL, new Destination(null, "#builds")), MessageOptions.DEFAULT);
    }

    private static String conversation(int build) {
        return DeliveryIds.conversation(news(build).event().key());
    }

    private static String streak() {
        return DeliveryIds.failureStreak(news(1)).orElseThrow();
    }

    @Test
    void shouldKnowWhatBelongsToTheLastBuildsOnly() {
        recent.add(news(1), "a");
        recent.add(news(1), "b");
        // The streak is a conversation, too.
        for (int build = 2; build < ConversationIndex.KEPT; build++) {
            recent.add(news(build), "of " + build);
        }
        assertThat(recent.of(conversation(1))).containsExactly("a", "b");
        assertThat(recent.knows("b")).isTrue();

        recent.add(news(ConversationIndex.KEPT), "c");

        assertThat(recent.of(conversation(1))).isEmpty();
        assertThat(recent.of(streak())).as("which goes on").startsWith("a", "b");
        assertThat(recent.knows("a") && recent.knows("b")).isTrue();
        assertThat(recent.knows("c") && recent.knows("of 2")).isTrue();
    }

    /** A person goes on in the thread of what was heard first, however many other builds end in between. */
    @Test
    void shouldKnowAStreakForAsLongAsItGoesOn() {
        recent.add(news(1), "first");
        for (int build = 2; build < 2 * ConversationIndex.KEPT; build++) {
            recent.add(started(build + 10_000), "start of " + build);
            recent.ended(
                    DeliveryIds.conversation(started(build + 10_000).event().key()));
            if (build % 1_000 == 0) {
                recent.add(news(build), "still bad " + build);
            }
        }

        assertThat(recent.of(streak())).startsWith("first", "still bad 1000");
        assertThat(recent.knows("first")).isTrue();
    }

    @Test
    void shouldKnowADeliveryUntilTheLastOfItsConversationsIsLetGo() {
        recent.add(news(1), "a");
        assertThat(recent.isForgetful()).isFalse();
        for (int build = 1; build <= ConversationIndex.KEPT; build++) {
            recent.add(started(build + 10_000), "start " + build);
            recent.ended(
                    DeliveryIds.conversation(started(build + 10_000).event().key()));
        }

        assertThat(recent.isForgetful()).isTrue();
        assertThat(recent.of(streak())).isEmpty();
        assertThat(recent.knows("a")).isFalse();
    }

    @Test
    void shouldKnowWhatBelongsToABuildForAsLongAsItRuns() {
        recent.add(started(1), "start");
        for (int build = 2; build < 3 * ConversationIndex.KEPT; build++) {
            recent.add(news(build), "of " + build);
        }
        assertThat(recent.of(conversation(1))).containsExactly("start");
        assertThat(recent.knows("start")).isTrue();

        recent.add(news(1), "end");
        assertThat(recent.of(conversation(1))).containsExactly("start", "end");
        assertThat(recent.running()).isEmpty();

        for (int build = 1; build <= ConversationIndex.KEPT; build++) {
            recent.add(news(build + 10_000), "later " + build);
        }
        assertThat(recent.of(conversation(1))).isEmpty();
        assertThat(recent.knows("start")).isFalse();
    }

    /** A pipeline that watches something for months may say thousands of lines. */
    @Test
    void shouldKnowTheLatestOnlyOfWhatAnAuthorSaysInABuild() {
        recent.add(started(1), "start");
        Reaction said = new Reaction(started(1).envelope(), "rocket", "start");
        for (int i = 0; i <= ConversationIndex.AUTHORED_KEPT; i++) {
            recent.add(said, "said " + i);
        }

        assertThat(recent.of(conversation(1)))
                .hasSize(1 + ConversationIndex.AUTHORED_KEPT)
                .startsWith("start", "said 1");
        assertThat(recent.hasLetGo(conversation(1), "said 0")).isTrue();
        assertThat(recent.hasLetGo(conversation(1), "said 1")).isFalse();
        assertThat(recent.hasLetGo(conversation(2), "said 0")).isFalse();
    }

    @Test
    void shouldKnowAllBuildsThatRunAndAsManyOthersAsAlways() {
        recent.add(news(20_000), "of another one");
        for (int build = 1; build <= 5_000; build++) {
            recent.add(started(build), "start " + build);
        }
        assertThat(recent.of(conversation(1))).containsExactly("start 1");
        assertThat(recent.knows("of another one")).isTrue();
        assertThat(recent.running()).hasSize(5_000);
    }

    @Test
    void shouldNotTakeABuildToRunOfWhichAnOldMilestoneIsHandedOverLate() {
        recent.add(news(1), "end");
        recent.add(started(1), "late");

        assertThat(recent.running()).isEmpty();
        assertThat(recent.of(conversation(1))).containsExactly("end", "late");
    }

    @Test
    void shouldKnowNoLongerOfAnEndedBuildThanOfOthersThoughNothingWasSaidOfItsEnd() {
        recent.add(started(1), "start");
        recent.ended(conversation(1));
        recent.ended(conversation(7));

        assertThat(recent.running()).isEmpty();
        assertThat(recent.of(conversation(1))).containsExactly("start");
        assertThat(recent.of(conversation(7))).isEmpty();
    }

    private static BuildNews started(int build) {
        return BuildNews.routed(
                Envelope.toChannel(
                        aBuild().number(build).during(Milestone.STARTED).build(),
                        Severity.INFO,
                        new Destination(null, "#builds")),
                MessageOptions.DEFAULT);
    }

    @Test
    void shouldHaveThemInTheOrderOfTheirAcceptanceThoughTheyAreReadInAnother() {
        recent.add(news(4), "of this process");
        recent.add(news(3), "finished first", POSITION + 2);
        recent.add(news(2), "finished later", POSITION + 1);

        assertThat(recent.of(streak())).containsExactly("finished later", "finished first", "of this process");
    }

    @Test
    void shouldFindWhatIsAboutEarlierBuildsTheLatestFirst() {
        recent.add(news(1), "1");
        recent.add(news(3), "3");
        recent.add(news(2), "2, which took longer");
        recent.add(news(4), "4");

        assertThat(recent.before(streak(), 4)).containsExactly("2, which took longer", "3", "1");
        assertThat(recent.before(streak(), 1)).isEmpty();
    }

    @Test
    void shouldKeepThePlaceOfWhatIsHandedOverOnceMore() {
        recent.add(news(2), "known", POSITION);
        recent.add(news(1), "later", POSITION + 1);

        recent.add(news(2), "known");
        assertThat(recent.of(streak())).containsExactly("known", "later");
    }

    @Test
    void shouldLearnThePlaceOfWhatIsHandedOverBeforeItIsRead() {
        recent.add(news(2), "known");
        recent.add(news(1), "later", POSITION + 1);

        recent.add(news(2), "known", POSITION);
        assertThat(recent.of(streak())).containsExactly("known", "later");
    }
}

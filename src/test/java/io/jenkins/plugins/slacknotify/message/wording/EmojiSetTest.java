package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiSetTest {
    private static final EmojiSet OWN =
            EmojiSet.parse(List.of("fixed :tada:", "failure: :boom:", "Still_Failing = :sob:", "critical :fire:"));

    private static String icon(BuildEvent event, Severity severity) {
        return OWN.use(() -> HeadlineRenderer.icon(event, severity));
    }

    @Test
    void shouldPreferTheEmojiOfAnEventToThatOfASeverityAndTheMostTellingEvent() {
        BuildEvent still = aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING).build();

        assertThat(icon(still, Severity.CRITICAL)).isEqualTo(":sob:");
        assertThat(icon(aBuild().that(Outcome.FAILURE, Trend.REGRESSED).build(), Severity.ERROR))
                .isEqualTo(":boom:");
        assertThat(icon(aBuild().that(Outcome.UNSTABLE, Trend.SAME).build(), Severity.CRITICAL))
                .isEqualTo(":fire:");
        assertThat(icon(aBuild().that(Outcome.SUCCESS, Trend.FIXED).build(), Severity.INFO))
                .isEqualTo(":tada:");
    }

    @Test
    void shouldKeepTheUsualEmojiWhereThereIsNoOther() {
        BuildEvent good = aBuild().build();

        assertThat(icon(good, Severity.INFO)).isEqualTo(HeadlineRenderer.icon(good, Severity.INFO));
        assertThat(icon(good.withMilestone(Milestone.STARTED), Severity.INFO))
                .isEqualTo(HeadlineRenderer.icon(good.withMilestone(Milestone.STARTED), Severity.INFO));
        assertThat(icon(aBuild().running().that(Outcome.SUCCESS, Trend.FIXED).build(), Severity.INFO))
                .isNotEqualTo(":tada:");
    }

    @Test
    void shouldTakeTheToneOfASkin() {
        BuildEvent fixed = aBuild().that(Outcome.SUCCESS, Trend.FIXED).build();

        assertThat(EmojiSet.parse(List.of("fixed :wave::skin-tone-2:"))
                        .use(() -> HeadlineRenderer.icon(fixed, Severity.INFO)))
                .isEqualTo(":wave::skin-tone-2:");
    }

    @Test
    void shouldBeOverAfterwards() {
        BuildEvent fixed = aBuild().that(Outcome.SUCCESS, Trend.FIXED).build();

        assertThatThrownBy(() -> OWN.use(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(HeadlineRenderer.icon(fixed, Severity.INFO)).isEqualTo(":white_check_mark:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            fixed                | 'fixed' is not an emoji
            fixed tada           | not an emoji of an event or severity. Write for example 'fixed :tada:'.
            fixed :ta da:        | not an emoji
            fixed :<!here>:      | not an emoji
            broken :boom:        | 'broken' is neither an event nor a severity. Use one of: started
            fixed :a: :b:        | not an emoji""")
    void shouldSayWhatIsWrong(String line, String complaint) {
        assertThatThrownBy(() -> EmojiSet.parse(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void shouldRefuseTwoEmojiForOne() {
        assertThatThrownBy(() -> EmojiSet.parse(List.of("fixed :a:", "FIXED :b:")))
                .hasMessageContaining("'FIXED' has two emoji. Remove one of the lines.");
    }
}

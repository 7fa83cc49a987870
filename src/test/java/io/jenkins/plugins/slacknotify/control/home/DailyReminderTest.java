package io.jenkins.plugins.slacknotify.control.home;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.interaction.home.HomeBuild;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyReminderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** A build that has run for a day. */
    private static HomeBuild waiting(String question, Duration asked) {
        return new HomeBuild(
                aBuild().named("Ship", "#7")
                        .at("https://ci.example.org/job/ship/7/")
                        .during(Milestone.waitingFor(new InputQuestion("3", question, null)))
                        .build(),
                Severity.INFO,
                NOW.minus(Duration.ofDays(1)),
                NOW.minus(asked));
    }

    @ParameterizedTest
    @CsvSource({
        "02T08:59, false",
        "02T09:00, true",
        "02T17:59, true",
        "02T18:00, false",
        "02T23:59, false",
        "01T12:00, false",
        "06T12:00, true",
        "07T12:00, false"
    })
    void shouldRemindByDayAndNotAtTheWeekend(String time, boolean isTime) {
        assertThat(DailyReminder.isTime(ZonedDateTime.parse("2026-03-" + time + "+02:00[Europe/Kyiv]")))
                .isEqualTo(isTime);
    }

    @Test
    void shouldRemindOfWhatMayHaveScrolledAway() {
        HomeBuild old = waiting("Ship it?", Duration.ofHours(1));

        assertThat(DailyReminder.due(List.of(waiting("New?", Duration.ofMinutes(59)), old), Preferences.STANDARD, NOW))
                .containsExactly(old);
    }

    /** The home tab says that all is paused, and a mute that one hears nothing of the job. */
    @Test
    void shouldRemindNobodyOfWhatTheyHaveMutedOrDuringAPause() {
        List<HomeBuild> old = List.of(waiting("Ship it?", Duration.ofHours(1)));
        String job = old.get(0).event().ownerJob();

        assertThat(DailyReminder.due(old, Preferences.STANDARD.withQuietJobs(List.of(job)), NOW))
                .isEmpty();
        assertThat(DailyReminder.due(old, pausedUntil(NOW.plusSeconds(1)), NOW)).isEmpty();
        assertThat(DailyReminder.due(old, pausedUntil(NOW), NOW)).isEqualTo(old);
    }

    private static Preferences pausedUntil(Instant end) {
        return new Preferences(Set.of(), false, Severity.INFO, List.of("other"), end);
    }

    /** What may have arrived is not repeated, and what no time mends is not tried each ten minutes. */
    @Test
    void shouldTryAgainWhatSurelyHasNotArrived() {
        SlackResult<?> unreachable = new SlackResult.Unreachable<>("no route");
        SlackResult<?> limited = new SlackResult.RateLimited<>(Duration.ofSeconds(30));
        SlackResult<?> refused = new SlackResult.Refused<>(new Refusal("channel_not_found", "Fix it."));

        assertThat(DailyReminder.isWorthAnotherTry(List.of(unreachable))).isTrue();
        assertThat(DailyReminder.isWorthAnotherTry(List.of(limited, refused))).isTrue();
        assertThat(DailyReminder.isWorthAnotherTry(List.of(refused))).isFalse();
        assertThat(DailyReminder.isWorthAnotherTry(List.of())).isFalse();
        assertThat(DailyReminder.isWorthAnotherTry(List.of(unreachable, new SlackResult.Unknown<>("cut off"))))
                .isFalse();
        assertThat(DailyReminder.isWorthAnotherTry(List.of(unreachable, new SlackResult.Success<>("1.1"))))
                .isFalse();
    }

    /** A filter puts its page in the place of Slack's answer, when the line is there already. */
    @ParameterizedTest
    @ValueSource(strings = {"http_403", "http_200", "http_502"})
    void shouldNotRepeatWhatSlackMayHaveTaken(String error) {
        SlackResult<?> filtered = new SlackResult.Refused<>(new Refusal(error, "Ask the proxy."));

        assertThat(DailyReminder.isWorthAnotherTry(List.of(filtered))).isFalse();
        assertThat(DailyReminder.isWorthAnotherTry(List.of(filtered, new SlackResult.Unreachable<>("no route"))))
                .isFalse();
    }

    /** Each try of a day would say it again otherwise. */
    @Test
    void shouldComplainAfterTheLastTryOfADay() {
        SlackResult<?> unreachable = new SlackResult.Unreachable<>("no route");
        Refusal refusal = new Refusal("channel_not_found", "Fix it.");
        SlackResult<?> refused = new SlackResult.Refused<>(refusal);

        assertThat(DailyReminder.complaints(List.of(refused, unreachable))).isEmpty();
        assertThat(DailyReminder.complaints(List.of(refused))).containsExactly(refusal);
        assertThat(DailyReminder.complaints(List.of(refused, new SlackResult.Success<>("1.1"))))
                .containsExactly(refusal);
    }

    @Test
    void shouldNameWhatWaits() {
        HomeBuild build = waiting("Ship <it>?", Duration.ofHours(2));

        assertThat(DailyReminder.sentence(List.of(build), EnumSet.allOf(Ability.class)))
                .isEqualTo("A build waits for your answer: *<https://ci.example.org/job/ship/7/|Ship #7>*"
                        + " (Ship &lt;it&gt;?). `waiting` lists them, and my Home tab has the buttons.");
        assertThat(DailyReminder.sentence(
                        Collections.nCopies(7, waiting(null, Duration.ofHours(2))), EnumSet.allOf(Ability.class)))
                .startsWith("Some builds wait for your answer: ")
                .contains(" and more. ");
    }

    /** Whoever is sent where nothing answers is worse off than before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COMMANDS | ' `waiting` lists them.'
            HOME     | ' My Home tab has the buttons.'
            PREVIEWS | ''
            """)
    void shouldNameNothingThatIsSwitchedOff(Ability on, String ways) {
        assertThat(DailyReminder.sentence(List.of(waiting(null, Duration.ofHours(2))), EnumSet.of(on)))
                .endsWith("*." + ways);
    }
}

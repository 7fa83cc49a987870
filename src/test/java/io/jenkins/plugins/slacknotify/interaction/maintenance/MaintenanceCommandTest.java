package io.jenkins.plugins.slacknotify.interaction.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.FakeChoices;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.command.ContextBuilds;
import io.jenkins.plugins.slacknotify.interaction.text.AnswerButtons;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceCommandTest {
    private static final Instant START = Instant.parse("2026-03-01T11:00:00Z");

    private final FakeMaintenance maintenance = new FakeMaintenance();
    private final MaintenanceCommand command = new MaintenanceCommand(maintenance);

    private String say(String text) {
        return say(text, command, FakeChoices.ofOneRequest());
    }

    private static String say(String text, MaintenanceCommand by, ActChoice choice) {
        return answer(text, by, choice).text();
    }

    private static Answer answer(String text, MaintenanceCommand by, ActChoice choice) {
        return by.run(new CommandCall(
                Requests.origin("r1", Payloads.ANNA),
                CommandLine.parse(text),
                new MemberAccount.Linked("anna", "Anna", null),
                ContextBuilds.NONE,
                true,
                null,
                choice));
    }

    /** A Jenkins that is quiet or not. Who is no administrator is refused. */
    private static final class FakeMaintenance implements Maintenance {
        private Optional<Window> window = Optional.empty();
        private boolean isAdministrator = true;

        @Override
        public Outcome begin(ActOrigin origin, Duration lasting, String reason) {
            if (!isAdministrator) {
                return new Refused();
            }
            if (window.isPresent()) {
                return new AlreadyQuiet(window.get());
            }
            window = Optional.of(new Window(START.plus(lasting), reason, 2));
            return new Begun(window.get());
        }

        @Override
        public Outcome end(ActOrigin origin) {
            boolean quiet = window.isPresent();
            window = Optional.empty();
            return quiet ? new Over() : new NotQuiet();
        }

        @Override
        public Optional<Window> current() {
            return window;
        }
    }

    @Test
    void shouldBeginAndEndMaintenance() {
        assertThat(say("maintenance")).contains("There is no maintenance. `maintenance 30m REASON` begins one.");
        assertThat(say("maintenance 30m \"new disks, <!here>\""))
                .contains("has begun maintenance of Jenkins until <!date^", ": new disks, &lt;!here&gt;", "2 channels");
        assertThat(say("maintenance 1h again")).contains("Jenkins starts no builds until");
        assertThat(command.takesValues()).as("for a reason such as \"set X=1\"").isFalse();
        assertThat(say("maintenance")).contains("Jenkins starts no builds until");
        assertThat(say("maintenance over")).contains("has ended the maintenance");
        assertThat(say("maintenance over")).contains("There is no maintenance to end.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maintenance 90m 'new disks'",
                "maintenance 1h30m 'new disks'",
                "maintenance 1h 30 min 'new disks'",
                "maintenance an hour 30 minutes 'new disks'",
                "maintenance for 1 hour and 30 min, 'new disks'",
                "maintenance “1h 30m” “new disks”"
            })
    void shouldReadATimeAsPeopleWriteIt(String typed) {
        assertThat(say(typed)).contains("has begun maintenance of Jenkins until <!date^", ": new disks");
        assertThat(maintenance.current().orElseThrow().until()).isEqualTo(START.plusSeconds(5_400));
    }

    @Test
    void shouldEndNoMaintenanceThatHasBegunSince() {
        say("maintenance 30m \"new disks\"");
        ActChoice first = FakeChoices.ofOneRequest();
        assertThat(say("maintenance over", command, first)).contains("has ended the maintenance");

        assertThat(say("maintenance over", command, first))
                .as("another attempt at the same request")
                .contains("has ended the maintenance");
        say("maintenance 1h \"a restart\"");
        assertThat(say("maintenance over", command, first))
                .contains("The maintenance that you meant is over, and another one has begun since", ": a restart");
        assertThat(maintenance.current()).isPresent();
    }

    /** Jenkins is quiet no more when it starts again: what is quiet then is another maintenance, though it looks the same. */
    @Test
    void shouldEndNoMaintenanceOfALaterProcess() {
        say("maintenance 30m \"new disks\"");
        ActChoice first = FakeChoices.ofOneRequest();
        say("maintenance over", command, first);
        say("maintenance 30m \"new disks\"");

        assertThat(say("maintenance over", new MaintenanceCommand(maintenance, "another process"), first))
                .contains("another one has begun since");
        assertThat(maintenance.current()).isPresent();
    }

    /** Its first attempt was cut off, and the start has ended what it had begun. Nobody is to hear of a beginning after the end. */
    @Test
    void shouldBeginNoMaintenanceOfAnEarlierProcess() {
        ActChoice first = FakeChoices.ofOneRequest();
        say("maintenance 30m \"new disks\"", command, first);
        maintenance.end(null);

        assertThat(say("maintenance 30m \"new disks\"", new MaintenanceCommand(maintenance, "another process"), first))
                .contains("Jenkins was started again", "builds start", "write the command again");
        assertThat(maintenance.current()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maintenance soon",
                "maintenance 0m x",
                "maintenance 8d x",
                "maintenance 30 x",
                "maintenance -5m",
                "maintenance 2.5 hours x",
                "maintenance 1h30 x",
                "maintenance 1M disks",
                "maintenance 1h2h disks",
                "maintenance over now",
                "maintenance off"
            })
    void shouldSayHowLongMaintenanceMayLast(String typed) {
        assertThat(say(typed))
                .contains("is not a time from a minute to a week. Write for example `maintenance 30m new disks`");
    }

    /** It begins at once, and stops what was to run until then; and whether it is meant for later, only who has typed it knows. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            maintenance 30m new disks                     ~ 30 min ~ new disks
            maintenance 30m tomorrow                      ~ 30 min ~ tomorrow
            maintenance 2h at 18 new disks                ~ 2 h    ~ at 18 new disks
            maintenance 2h sat                            ~ 2 h    ~ sat
            maintenance 1h over the weekend               ~ 1 h    ~ over the weekend
            maintenance 1h once build 12 is done          ~ 1 h    ~ once build 12 is done
            maintenance 1h midnight                       ~ 1 h    ~ midnight
            maintenance 1h 30 x                           ~ 1 h    ~ 30 x
            maintenance 1h +30m disks                     ~ 1 h    ~ +30m disks
            maintenance 1h, 30m disks                     ~ 1 h    ~ 30m disks
            maintenance 30m, new disks!                   ~ 30 min ~ new disks!
            maintenance 30m say "so" to Bob's "plan"      ~ 30 min ~ say so to Bob's plan
            maintenance for 30 min 2.541.3 upgrade        ~ 30 min ~ 2.541.3 upgrade
            """)
    void shouldAskBeforeItBegins(String typed, String lasting, String reason) {
        Answer question = answer(typed, command, FakeChoices.ofOneRequest());

        assertThat(question.text())
                .contains("Nothing was done yet", "for " + lasting + "?", "The reason: " + reason + "\n");
        assertThat(maintenance.current()).isEmpty();

        assertThat(say(AnswerButtons.firstValue(question))).contains("has begun maintenance", ": " + reason);
        assertThat(say(typed)).contains("Jenkins starts no builds until");
    }

    /** There is no button that could bring it back. */
    @Test
    void shouldSayWhatToDoWithAReasonOfAllQuotes() {
        Answer question = answer("maintenance 30m a path\\", command, FakeChoices.ofOneRequest());

        assertThat(question.text()).contains("Nothing was done yet", "A reason in quotes is not asked about.");
        assertThat(question.blocks()).doesNotContain("button");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maintenance 30m",
                "maintenance for 30m.",
                "maintenance 30m \"at 18:00\"",
                "maintenance 30m `2.541.3`",
                "maintenance 30m \"30\" disks",
                "maintenance 30m “1h” of disks",
                "maintenance for 30m \"tomorrow\" is the reason"
            })
    void shouldBeginMaintenanceWithoutAReasonOrWithOneInQuotes(String typed) {
        assertThat(say(typed)).contains("has begun maintenance");
        assertThat(maintenance.current().orElseThrow().until()).isEqualTo(START.plusSeconds(1_800));
        assertThat(say("maintenance Over。")).contains("has ended the maintenance");
    }

    @Test
    void shouldReadNoReasonInQuotesAsTheRestOfTheTime() {
        assertThat(say("maintenance 1h \"30 min\"")).contains("has begun maintenance", ": 30 min.");
        assertThat(maintenance.current().orElseThrow().until()).isEqualTo(START.plusSeconds(3_600));
    }

    @Test
    void shouldLetOnlyAdministratorsBeginMaintenance() {
        maintenance.isAdministrator = false;

        assertThat(say("maintenance 30m")).contains("You may not: *Overall/Administer* is missing.");
    }
}

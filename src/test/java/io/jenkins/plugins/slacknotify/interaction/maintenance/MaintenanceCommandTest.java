package io.jenkins.plugins.slacknotify.interaction.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.command.ContextBuilds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceCommandTest {
    private static final Instant START = Instant.parse("2026-03-01T11:00:00Z");

    private final FakeMaintenance maintenance = new FakeMaintenance();
    private final MaintenanceCommand command = new MaintenanceCommand(maintenance);

    private String say(String text) {
        return say(text, command, ActChoice.inMemory());
    }

    private static String say(String text, MaintenanceCommand by, ActChoice choice) {
        return by.run(new CommandCall(
                        Requests.origin("r1", Payloads.ANNA),
                        CommandLine.parse(text),
                        new MemberAccount.Linked("anna", "Anna", null),
                        ContextBuilds.NONE,
                        true,
                        null,
                        choice))
                .text();
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
        assertThat(say("maintenance 30m new disks, <!here>"))
                .contains("has begun maintenance of Jenkins until <!date^", ": new disks, &lt;!here&gt;", "2 channels");
        assertThat(say("maintenance 1h again")).contains("Jenkins starts no builds already until");
        assertThat(command.takesValues()).as("for a reason such as \"set X=1\"").isFalse();
        assertThat(say("maintenance")).contains("Jenkins starts no builds until");
        assertThat(say("maintenance over")).contains("has ended the maintenance");
        assertThat(say("maintenance over")).contains("There is no maintenance to end.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maintenance 90m new disks",
                "maintenance 1h30m new disks",
                "maintenance 1h 30 min new disks",
                "maintenance an hour 30 minutes new disks"
            })
    void shouldReadATimeAsPeopleWriteIt(String typed) {
        assertThat(say(typed)).contains("has begun maintenance of Jenkins until <!date^", ": new disks");
        assertThat(maintenance.current().orElseThrow().until()).isEqualTo(START.plusSeconds(5_400));
    }

    @Test
    void shouldEndNoMaintenanceThatHasBegunSince() {
        say("maintenance 30m new disks");
        ActChoice first = ActChoice.inMemory();
        assertThat(say("maintenance over", command, first)).contains("has ended the maintenance");

        assertThat(say("maintenance over", command, first))
                .as("another attempt at the same request")
                .contains("has ended the maintenance");
        say("maintenance 1h a restart");
        assertThat(say("maintenance over", command, first))
                .contains("The maintenance that you meant is over, and another one has begun since", ": a restart");
        assertThat(maintenance.current()).isPresent();
    }

    /** Jenkins is quiet no more when it starts again: what is quiet then is another maintenance, though it looks the same. */
    @Test
    void shouldEndNoMaintenanceOfALaterProcess() {
        say("maintenance 30m new disks");
        ActChoice first = ActChoice.inMemory();
        say("maintenance over", command, first);
        say("maintenance 30m new disks");

        assertThat(say("maintenance over", new MaintenanceCommand(maintenance, "another process"), first))
                .contains("another one has begun since");
        assertThat(maintenance.current()).isPresent();
    }

    /** Its first attempt was cut off, and the start has ended what it had begun. Nobody is to hear of a beginning after the end. */
    @Test
    void shouldBeginNoMaintenanceOfAnEarlierProcess() {
        ActChoice first = ActChoice.inMemory();
        say("maintenance 30m new disks", command, first);
        maintenance.end(null);

        assertThat(say("maintenance 30m new disks", new MaintenanceCommand(maintenance, "another process"), first))
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
                "maintenance 1h 30 x",
                "maintenance 2.5 hours x",
                "maintenance 1h30 x",
                "maintenance 1h 30min.",
                "maintenance 1h +30m disks",
                "maintenance 1h, 30m disks",
                "maintenance 1h 15-min disks",
                "maintenance 1h -30 disks",
                "maintenance 1h 30, disks",
                "maintenance 1h 1,5 disks",
                "maintenance 1h (30) disks",
                "maintenance 1h 2.5h disks",
                "maintenance \"1h\" 30 disks",
                "maintenance 1M disks",
                "maintenance 30m 1h disks",
                "maintenance 1h 2h disks",
                "maintenance 1h2h disks"
            })
    void shouldSayHowLongMaintenanceMayLast(String typed) {
        assertThat(say(typed))
                .contains("is not a time from a minute to a week. Write for example `maintenance 30m new disks`");
    }

    /** It begins at once, and stops what was to run until then. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "maintenance 30m tomorrow",
                "maintenance 30m Tonight new disks",
                "maintenance 2h at 18:00 new disks",
                "maintenance 2h at noon",
                "maintenance 1h on sunday",
                "maintenance 1h sunday",
                "maintenance 30m in 2h",
                "maintenance 30m in an hour",
                "maintenance 1h from 22:00",
                "maintenance 1h starting tomorrow",
                "maintenance 1h next week",
                "maintenance 1h 18:00 new disks",
                "maintenance 1h 2026-12-24 new disks",
                "maintenance 1h until 18:00",
                "maintenance 2h at 18 new disks",
                "maintenance 2h at 6pm",
                "maintenance 2h on 6 pm",
                "maintenance 2h 6pm disks",
                "maintenance 2h from 1800",
                "maintenance 2h by 18.30",
                "maintenance 2h starting at 22",
                "maintenance 2h on 24 December",
                "maintenance 2h on December 24",
                "maintenance 2h on the 24th",
                "maintenance 2h on 24.12. disks",
                "maintenance 2h 24.12.2026 disks",
                "maintenance 2h 12/24 disks",
                "maintenance 2h in 2.5 hours",
                "maintenance 2h in one hour",
                "maintenance 2h after 30 minutes",
                "maintenance 2h in two weeks",
                "maintenance 2h in half an hour",
                "maintenance 2h in 3 months",
                "maintenance \"2h\" tomorrow",
                "maintenance 30m later",
                "maintenance 30m later today",
                "maintenance 30m today at 6pm",
                "maintenance 30m this evening",
                "maintenance 30m this weekend, new disks",
                "maintenance 30m in the afternoon",
                "maintenance 30m from now",
                "maintenance 30m every night",
                "maintenance 30m every sunday at 2",
                "maintenance 30m every 2 weeks",
                "maintenance 30m each day"
            })
    void shouldBeginNoMaintenanceThatIsMeantForLater(String typed) {
        assertThat(say(typed)).contains("begins at once");
        assertThat(maintenance.current()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maintenance 30m at last",
                "maintenance 30m in the lab",
                "maintenance 30m on call",
                "maintenance 30m from now on",
                "maintenance 30m this week's patches",
                "maintenance 30m today's disks",
                "maintenance 30m every agent gets a disk",
                "maintenance 30m this release",
                "maintenance 30m and a week of tests",
                "maintenance for 30m new disks",
                "maintenance 30m \"at 18:00\"",
                "maintenance 30m 10G network",
                "maintenance 30m 2.541.3 upgrade",
                "maintenance 30m 2.46.10 upgrade",
                "maintenance 30m 2.541 upgrade",
                "maintenance 30m #1234 new disks",
                "maintenance 30m (#1234)",
                "maintenance 30m #30m is the channel",
                "maintenance 30m on 3 agents",
                "maintenance 30m in 2 racks",
                "maintenance 30m from 2.479 to 2.541",
                "maintenance 30m from 2.541.3",
                "maintenance 30m by 100 admins",
                "maintenance 30m on 24 agents",
                "maintenance 30m 10/100 network",
                "maintenance 30m an upgrade",
                "maintenance 30m in ad blockers",
                "maintenance 30m \"tomorrow\"",
                "maintenance 30m `2.541.3`",
                "maintenance 30m \"30\" disks",
                "maintenance 30m “1h” of disks",
                "maintenance for 30m \"tomorrow\" is the reason"
            })
    void shouldBeginMaintenanceWithAReasonOfAnyWords(String typed) {
        assertThat(say(typed)).contains("has begun maintenance");
        assertThat(maintenance.current().orElseThrow().until()).isEqualTo(START.plusSeconds(1_800));
        assertThat(say("maintenance Over。")).contains("has ended the maintenance");
    }

    @Test
    void shouldLetOnlyAdministratorsBeginMaintenance() {
        maintenance.isAdministrator = false;

        assertThat(say("maintenance 30m x")).contains("You may not: *Overall/Administer* is missing.");
    }
}

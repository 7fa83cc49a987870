package io.jenkins.plugins.slacknotify.engine.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedChangesTest {
    private static final SlackConnection ANY = SlackConnection.toSlack(BotToken.of("xoxb-any"));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final BotKey SYSTEM = new BotKey.OfSystem();
    private static final BotKey EU = new BotKey.OfWorkspace("eu / north");

    @TempDir
    Path folder;

    @Test
    void shouldOutlastTheProcess() {
        ReportedChanges before = ReportedChanges.in(folder);
        before.suspend(SYSTEM, "gone", NOON);
        before.suspend(EU, "gone, too", NOON);
        before.resume(EU);
        before.suspend(EU, "gone again", NOON);
        before.close("C1", "archived", NOON);
        before.move(BotScope.ALL, "C2", "C3");

        ReportedChanges after = ReportedChanges.in(folder);
        assertThat(after.suspensionOf(SYSTEM)).contains("gone");
        assertThat(after.suspensionOf(EU)).contains("gone again");
        assertThat(after.closed()).containsExactly(new ReportedChange("C1", "archived", NOON));
        assertThat(after.currentId(ANY, "C2")).isEqualTo("C3");
    }

    /** Slack reports everything a second time where it was not told soon enough that the report has come. */
    @Test
    void shouldFollowAChannelWhileItIsReportedAgain() {
        ReportedChanges changes = ReportedChanges.inMemory();
        changes.move(BotScope.ALL, "C1", "C2");
        AtomicBoolean isDone = new AtomicBoolean();
        Thread reports = new Thread(() -> {
            for (int i = 0; i < 50_000; i++) {
                changes.move(BotScope.ALL, "C1", "C2");
            }
            isDone.set(true);
        });
        reports.start();
        List<String> others = new ArrayList<>();
        while (!isDone.get() && others.isEmpty()) {
            String id = changes.currentId(ANY, "C1");
            if (!id.equals("C2")) {
                others.add(id);
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void shouldFollowAChannelOnlyForTheBotsOfTheAppThatReportsIt() {
        SlackConnection system = SlackConnection.toSlack(BotToken.of("xoxb-system"));
        SlackConnection eu = SlackConnection.toSlack(BotToken.of("xoxb-eu"));
        BotScope ofEu = BotScope.of(((BotKey.OfWorkspace) EU).workspace());
        BotScope others = BotScope.allBut(Set.of(((BotKey.OfWorkspace) EU).workspace()));
        ReportedChanges before = ReportedChanges.in(folder);
        before.move(others, "C1", "C2");
        before.move(ofEu, "C1", "C9");
        before.move(ofEu, "C5", "C6");

        ReportedChanges after = ReportedChanges.in(folder);
        for (ReportedChanges changes : List.of(before, after)) {
            changes.uses(SYSTEM, system);
            changes.uses(EU, eu);
            assertThat(changes.currentId(system, "C1")).isEqualTo("C2");
            assertThat(changes.currentId(eu, "C1")).isEqualTo("C9");
            assertThat(changes.currentId(system, "C5")).isEqualTo("C5");
            assertThat(changes.currentId(ANY, "C5"))
                    .as("a bot that nobody knows")
                    .isEqualTo("C5");
        }

        after.move(ofEu, "C2", "C1");
        assertThat(after.currentId(system, "C1"))
                .as("one app undoes nothing of another")
                .isEqualTo("C2");
        after.uses(SYSTEM, eu);
        assertThat(after.currentId(eu, "C5")).as("a token of two bots").isEqualTo("C6");
    }

    @Test
    void shouldKeepTheNamesOfItsFields() throws IOException {
        ReportedChanges changes = ReportedChanges.in(folder);
        changes.suspend(EU, "gone", NOON);
        changes.move(BotScope.of("eu"), "C1", "C2");
        changes.move(BotScope.allBut(Set.of("us", "eu")), "C1", "C3");
        changes.move(BotScope.ALL, "C4", "C5");

        assertThat(Files.readString(folder.resolve("slack-changes.json")))
                .contains(
                        "{\"kind\":\"suspended\",\"subject\":\"workspace/eu%20%2F%20north\",\"value\":\"gone\",\"since\":1772366400}",
                        "{\"kind\":\"moved\",\"subject\":\"C1\",\"value\":\"C2\",\"since\":0,\"bots\":{\"only\":\"eu\",\"except\":[]}}",
                        "{\"kind\":\"moved\",\"subject\":\"C1\",\"value\":\"C3\",\"since\":0,\"bots\":{\"except\":[\"eu\",\"us\"]}}",
                        "{\"kind\":\"moved\",\"subject\":\"C4\",\"value\":\"C5\",\"since\":0}");
    }

    @Test
    void shouldKeepTheTimeOfTheFirstReport() {
        ReportedChanges changes = ReportedChanges.inMemory();

        assertThat(changes.suspend(SYSTEM, "one", NOON)).isTrue();
        assertThat(changes.suspend(SYSTEM, "other", NOON.plusSeconds(60))).isFalse();
        assertThat(changes.suspended()).containsExactly(new ReportedChange("system", "other", NOON));
        assertThat(changes.resume(SYSTEM)).isTrue();
        assertThat(changes.resume(SYSTEM)).isFalse();
        assertThat(changes.suspensionOf(SYSTEM)).isEmpty();
    }

    @Test
    void shouldFollowAChannelThatMovesMoreThanOnceAndNeverInACircle() {
        ReportedChanges changes = ReportedChanges.inMemory();
        changes.close("C1", "archived", NOON);
        changes.move(BotScope.ALL, "C1", "C2");
        changes.moveClosed("C1", "C2");
        changes.move(BotScope.ALL, "C2", "C3");
        changes.moveClosed("C2", "C3");

        assertThat(changes.currentId(ANY, "C1")).isEqualTo("C3");
        assertThat(changes.currentId(ANY, "C9")).isEqualTo("C9");
        assertThat(changes.closed()).extracting(ReportedChange::subject).containsExactly("C3");

        changes.move(BotScope.ALL, "C3", "C1");
        assertThat(changes.currentId(ANY, "C2")).isEqualTo("C1");
        assertThat(changes.currentId(ANY, "C1")).isEqualTo("C1");
    }

    @Test
    void shouldBeginEmptyWhereTheFileIsDamaged() throws IOException {
        ReportedChanges.in(folder).suspend(SYSTEM, "gone", NOON);
        Path file = folder.resolve("slack-changes.json");
        Files.writeString(file, Files.readString(file).replace("gone", "fine"));

        assertThat(ReportedChanges.in(folder).suspended()).isEmpty();
    }
}

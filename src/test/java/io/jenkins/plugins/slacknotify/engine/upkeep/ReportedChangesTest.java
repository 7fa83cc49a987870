package io.jenkins.plugins.slacknotify.engine.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedChangesTest {
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
        before.move("C2", "C3");

        ReportedChanges after = ReportedChanges.in(folder);
        assertThat(after.suspensionOf(SYSTEM)).contains("gone");
        assertThat(after.suspensionOf(EU)).contains("gone again");
        assertThat(after.closed()).containsExactly(new ReportedChange("C1", "archived", NOON));
        assertThat(after.currentId("C2")).isEqualTo("C3");
    }

    @Test
    void shouldKeepTheNamesOfItsFields() throws IOException {
        ReportedChanges.in(folder).suspend(EU, "gone", NOON);

        assertThat(Files.readString(folder.resolve("slack-changes.json")))
                .contains(
                        "{\"kind\":\"suspended\",\"subject\":\"workspace/eu%20%2F%20north\",\"value\":\"gone\",\"since\":1772366400}");
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
        changes.move("C1", "C2");
        changes.move("C2", "C3");

        assertThat(changes.currentId("C1")).isEqualTo("C3");
        assertThat(changes.currentId("C9")).isEqualTo("C9");
        assertThat(changes.closed()).extracting(ReportedChange::subject).containsExactly("C3");

        changes.move("C3", "C1");
        assertThat(changes.currentId("C2")).isEqualTo("C1");
        assertThat(changes.currentId("C1")).isEqualTo("C1");
    }

    @Test
    void shouldBeginEmptyWhereTheFileIsDamaged() throws IOException {
        ReportedChanges.in(folder).suspend(SYSTEM, "gone", NOON);
        Path file = folder.resolve("slack-changes.json");
        Files.writeString(file, Files.readString(file).replace("gone", "fine"));

        assertThat(ReportedChanges.in(folder).suspended()).isEmpty();
    }
}

package io.jenkins.plugins.slacknotify.trigger.running;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.lifecycle.CopiedBuilds;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftoverBuildsTest {
    private static final Host HERE = new Host("staging", "b2");
    private static final Instant NOW = Instant.parse("2026-11-29T06:00:00Z");
    private static final RunningBuild OURS = build(1, "staging", "b2");
    private static final RunningBuild THEIRS = build(2, "production", "b1");

    @TempDir
    private Path folder;

    private final List<RunningBuild> reported = new ArrayList<>();
    private RunningBuildFiles files;
    private LeftoverBuilds left;

    @BeforeEach
    void open() throws IOException {
        files = new RunningBuildFiles(folder);
        files.add(OURS);
        files.add(THEIRS);
        left = new LeftoverBuilds(files, HERE, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static RunningBuild build(int number, @CheckForNull String host, @CheckForNull String boot) {
        return new RunningBuild("shop", number, number, "shop", "#" + number, host, boot);
    }

    /** As the real one does. */
    private void report(RunningBuild build) {
        reported.add(build);
        try {
            files.remove(build);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void start(RunningBuild... running) throws IOException {
        left.report(this::report, Set.of(running)::contains);
    }

    @Test
    void shouldKeepBackWhatWasStartedOnAnotherMachine() throws IOException {
        start();

        assertThat(reported).containsExactly(OURS);
        assertThat(files.all()).containsExactly(THEIRS);
        assertThat(left.undecided()).contains(new CopiedBuilds.Undecided(1, "production", NOW));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            staging,    b9, true
            container4, b2, true
            staging,    -,  true
            container4, b9, false
            production, -,  false
            -,          -,  true
            """)
    void shouldTakeAMachineForThisOneAsTheOutboxDoes(String host, String boot, boolean isHere) throws IOException {
        RunningBuild build = build(3, host, boot);
        files.add(build);

        start();

        assertThat(reported.contains(build)).isEqualTo(isHere);
    }

    @Test
    void shouldReportWhatIsReleased() throws IOException {
        start();

        assertThat(left.release()).containsExactly(THEIRS);

        assertThat(left.undecided()).isEmpty();
        assertThat(files.all()).as("until it is reported").containsExactly(THEIRS);
        assertThat(left.release()).isEmpty();
    }

    @Test
    void shouldForgetWhatIsDiscarded() throws IOException {
        start();

        left.discard();

        assertThat(left.undecided()).isEmpty();
        assertThat(files.all()).isEmpty();
        assertThat(reported).containsExactly(OURS);
    }

    @Test
    void shouldAskAnewAfterAnotherStart() throws IOException {
        start();

        left = new LeftoverBuilds(files, HERE, Clock.systemUTC());
        start();

        assertThat(left.undecided().map(CopiedBuilds.Undecided::number)).contains(1);
    }

    @Test
    void shouldAskNothingAboutWhatGoesOnHere() throws IOException {
        start(THEIRS);
        assertThat(left.undecided()).isEmpty();
        assertThat(files.all()).containsExactly(THEIRS);

        left.keepBack(THEIRS);

        assertThat(left.undecided().map(CopiedBuilds.Undecided::origin)).contains("production");
    }

    @Test
    void shouldNameEachMachineOnce() throws IOException {
        files.add(build(4, "production", "b1"));
        files.add(build(5, "other", "b3"));

        start();

        CopiedBuilds.Undecided undecided = left.undecided().orElseThrow();
        assertThat(undecided.number()).isEqualTo(3);
        assertThat(undecided.origin().split(", ")).containsExactlyInAnyOrder("production", "other");
    }
}

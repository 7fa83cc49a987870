package io.jenkins.plugins.slacknotify.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes an {@link EarlierState}, where {@code earlier/README.md} asks for it. */
@Tag("acceptance")
@EnabledIfSystemProperty(
        named = "slack-notify.record.folder",
        matches = ".+",
        disabledReason = "What this version stores is not recorded: set -Dslack-notify.record.folder=FOLDER")
class RecordStateTest {
    private static final Pattern KEPT = Pattern.compile("io\\.jenkins\\.plugins\\.slacknotify\\..*\\.xml"
            + "|jobs/[^/]+/config\\.xml|jobs/shop/jobs/[^/]+/config\\.xml|users/developer[^/]*/config\\.xml|users/users\\.xml"
            + "|slack-notify/.*");

    /** The elements that Jenkins itself keeps of a user, secrets among them. */
    private static final Pattern NOT_OURS = Pattern.compile(
            "(?s)\\s*<(jenkins\\.security|hudson\\.security|hudson\\.model|com\\.cloudbees|org\\.jenkinsci|jenkins\\.console|io\\.jenkins\\.plugins\\.thememanager)"
                    + "([.\\w$_-]*)( [^>]*)?(/>|>.*?</\\1\\2>)");

    private static final Pattern JOB = Pattern.compile("[jJ]ob\\('([\\w/]+)'\\)");

    private static final String WAITING =
            "print io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().waiting()";

    private final EarlierState state =
            new EarlierState("recorded", Path.of(System.getProperty("slack-notify.record.folder")));
    private final Path plugin = Path.of(System.getProperty("slack-notify.record.hpi", ""));

    @Test
    void shouldWriteDownWhatThisVersionStores() throws IOException {
        try (TestBed bed = TestBed.start(JenkinsLab.find().orElseThrow(), plugin, "RecordState", this::configuration)) {
            String setup = EarlierState.read(state.folder().resolve("setup.groovy"));
            bed.jobDsl().run(setup);
            Stream.of("ops", "builds", "nightly").forEach(bed.channels()::open);
            bed.jobs().build("shop/told");
            bed.channels().await("ops", 1);
            bed.sandbox().faults().nextTimes(1, "chat.postMessage", Fault.status(503));
            bed.sandbox().faults().always("chat.postMessage", Fault.rateLimited(Duration.ofMinutes(10)));
            if (state.tellsPeople()) {
                bed.admin().script(EarlierState.read(state.folder().resolve("people.groovy")));
            }
            JOB.matcher(setup).results().map(job -> job.group(1)).skip(1).forEach(bed.jobs()::build);
            if (state.tellsPeople()) {
                Awaitility.await()
                        .atMost(TestBed.TIMEOUT)
                        .until(() -> Files.exists(bed.process().home().resolve("slack-notify/people")));
            }
            assertThat(Integer.parseInt(bed.admin().script(WAITING))).isGreaterThanOrEqualTo(5);
            bed.process().stop();
            copy(bed.process().home(), bed.sandbox());
        }
    }

    private Map<String, String> configuration(SlackSandbox slack) {
        slack.workspace("acme").user("developer", EarlierState.DEVELOPER);
        return Map.of("jenkins.yaml", UpgradeTest.withoutOurs() + state.configurationAsCode());
    }

    private void copy(Path home, SlackSandbox slack) throws IOException {
        Path target = state.folder().resolve("home");
        if (Files.exists(target)) {
            FileTree.delete(target);
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(home)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file ->
                            KEPT.matcher(home.relativize(file).toString()).matches())
                    .toList();
        }
        for (Path file : files) {
            Path copy = target.resolve(home.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            String text = EarlierState.read(file).replace(slack.apiUrl(), EarlierState.API_URL);
            Files.writeString(
                    copy,
                    file.startsWith(home.resolve("users"))
                            ? NOT_OURS.matcher(text).replaceAll("")
                            : text);
        }
        assertThat(FileTree.filesWith(home.toString(), target)).isEmpty();
    }
}

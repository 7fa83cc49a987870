package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The disk does not take the settings: each page says so, and what was in force goes on. */
@JenkinsAcceptance
class UnsavedSettingsTest {
    private static final String NOT_SAVED = "Nothing was saved, and all is as it was before";
    private static final Pattern VERSION = Pattern.compile("data-version=\"([0-9a-f]{24})\"");

    private Path file;
    private Path kept;
    private String version;

    /** Something is in the way of the file. Not by permissions, as tests may run as root. */
    @BeforeEach
    void keepTheDiskFromTakingTheSettings(TestBed bed) throws IOException {
        bed.configuration()
                .set(
                        "routing: {rules: [{name: Kept, events: [failure], to: ['#kept']}]}",
                        "inbound: {requestsPerMinute: 12}");
        var page = bed.admin().get("manage/slack/rules/").requireStatus(200).body();
        var found = VERSION.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        version = found.group(1);
        file = bed.process().home().resolve("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.xml");
        kept = file.resolveSibling("settings.kept");
        Files.move(file, kept);
        Files.createDirectories(file.resolve("in-the-way"));
    }

    @AfterEach
    void reset(TestBed bed) throws IOException {
        Files.delete(file.resolve("in-the-way"));
        Files.delete(file);
        Files.move(kept, file);
        bed.reset();
    }

    @Test
    void shouldSayThatNothingWasSaved(TestBed bed) {
        var before = bed.configuration().exported();

        assertThat(post(bed, "requests/save?overwrite=true", """
                        {"inbound": {"requestsPerMinute": 600}}""")).contains("problems", NOT_SAVED);
        assertThat(post(bed, "rules/rule/new/save", """
                        {"name": "New", "to": "#new", "newPosition": "1"}""")).contains("problems", NOT_SAVED);
        assertThat(bed.admin()
                        .post("manage/slack/rules/rule/delete", Map.of("position", "1", "version", version))
                        .requireStatus(200)
                        .body())
                .contains("problems", NOT_SAVED);
        assertThat(bed.admin()
                        .post("manage/slack/rules/rule/switch", Map.of("position", "1", "version", version))
                        .requireStatus(200)
                        .body())
                .contains("problems", NOT_SAVED);

        assertThat(bed.configuration().exported()).isEqualTo(before).contains("Kept", "requestsPerMinute: 12");
    }

    private static String post(TestBed bed, String page, String form) {
        return bed.admin()
                .post("manage/slack/" + page, Map.of("json", form))
                .requireStatus(200)
                .body();
    }
}

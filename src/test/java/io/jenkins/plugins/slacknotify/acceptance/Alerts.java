package io.jenkins.plugins.slacknotify.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What the monitor of problems shows administrators. */
final class Alerts {
    private static final Pattern ALERT_HTML = Pattern.compile("(?s)<form [^>]+DeliveryProblemsMonitor/disable.*?</ul>");

    private Alerts() {}

    static void await(TestBed bed, String... words) {
        await(bed.admin(), words);
    }

    static void await(JenkinsClient admin, String... words) {
        Awaitility.await("an alert")
                .atMost(TestBed.PATIENCE)
                .untilAsserted(() -> assertThat(shown(admin)).contains(words));
    }

    static void awaitNone(TestBed bed) {
        Awaitility.await("no alert")
                .atMost(TestBed.PATIENCE)
                .until(() -> shown(bed).isEmpty());
    }

    /** What it shows on Manage Jenkins; empty where it shows nothing. */
    static String shown(TestBed bed) {
        return shown(bed.admin());
    }

    private static String shown(JenkinsClient admin) {
        var page = admin.get("manage/").requireStatus(200).body();
        return ALERT_HTML
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }
}

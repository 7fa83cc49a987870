package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The alerts that the monitors of problems show administrators. */
public final class Alerts {
    private static final Pattern ALERT_HTML =
            Pattern.compile("(?s)<form [^>]+(Delivery|Inbound)ProblemsMonitor/disable.*?</ul>");

    private Alerts() {}

    public static void await(TestBed bed, String... words) {
        await(bed.admin(), words);
    }

    public static void await(JenkinsClient admin, String... words) {
        Awaitility.await("an alert")
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(shown(admin)).contains(words));
    }

    public static void awaitNone(TestBed bed) {
        Awaitility.await("no alert")
                .atMost(TestBed.TIMEOUT)
                .until(() -> shown(bed).isEmpty());
    }

    /** Returns what it shows on Manage Jenkins; empty where it shows nothing. */
    public static String shown(TestBed bed) {
        return shown(bed.admin());
    }

    private static String shown(JenkinsClient admin) {
        var page = admin.get("manage/").requireStatus(200).body();
        return ALERT_HTML.matcher(page).results().map(MatchResult::group).collect(Collectors.joining());
    }
}

package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of jobs and folders that somebody sends although a field is marked: the answer says what is wrong. */
@JenkinsAcceptance
class RefusedFormsTest {
    private static final String CONFIG = "io-jenkins-plugins-slacknotify-config-";

    @BeforeEach
    void createItems(TestBed bed) {
        bed.jobDsl().run("folder('refused-folder') {}; pipelineJob('refused-job') {}");
    }

    @Test
    void shouldSayThatTwoDestinationsHaveOneName(TestBed bed) {
        assertThat(answerTo(bed, "refused-folder", CONFIG + "rules-FolderRoutingProperty", """
                        {"destinations": [{"name": "ops", "channel": "#a"}, {"name": "ops", "channel": "#b"}]}
                        """))
                .contains("there are two of the name", "ops");
    }

    @Test
    void shouldSayWhatIsWrongWithARule(TestBed bed) {
        assertThat(answerTo(bed, "refused-job", CONFIG + "rules-JobRulesProperty", """
                        {"specified": true, "rules": [{"name": "Wrong", "to": ["#a"], "mention": ["nobody at all"]}]}
                        """))
                .contains("Wrong", "nobody at all");
    }

    @ParameterizedTest
    @CsvSource({
        "people, 9, 1 to 5",
        "people, '', 1 to 5",
        "signInHours, -1, '0 to 8,760'",
        "signInHours, 99999999999, '0 to 8,760'",
        "signInHours, eight, '0 to 8,760'",
        "remindAfterMinutes, 99999, '0 to 43,200'",
        "remindEveryMinutes, 5 minutes, '0 to 43,200'",
        "groups, 'a, b, c, d, e, f', At most 5 groups"
    })
    void shouldSayWhichValueIsWrong(String field, String number, String range, TestBed bed) {
        assertThat(answerTo(bed, "refused-job", CONFIG + "approval-ApprovalProperty", """
                        {"specified": true, "%s": "%s"}
                        """.formatted(field, number)))
                .contains(field, range);
    }

    /** A folder has its properties in the form itself, with a description and an icon; a job has a part of the form for them. */
    private static String answerTo(TestBed bed, String item, String property, String form) {
        var answer = bed.admin().post("job/" + item + "/configSubmit", Map.of("json", """
                        {
                          "description": "",
                          "icon": {"stapler-class": "%1$s", "$class": "%1$s"},
                          "%2$s": %3$s,
                          "properties": {"stapler-class-bag": "true", "%2$s": %3$s}
                        }
                        """.formatted(
                        "com.cloudbees.hudson.plugins.folder.icons.StockFolderIcon", property, form)));
        assertThat(answer.status()).isEqualTo(400);
        return answer.body();
    }
}

package io.jenkins.plugins.slacknotify.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTranslationTest {
    private static final SlackPluginSettings NOTHING = new SlackPluginSettings(Map.of());

    @ParameterizedTest
    @CsvSource({
        "startNotification,     started",
        "notifySuccess,         success",
        "notifyBackToNormal,    fixed",
        "notifyUnstable,        unstable",
        "notifyEveryFailure,    failure",
        "notifyRegression,      regressed",
        "notifyAborted,         aborted",
        "notifyNotBuilt,        notBuilt",
    })
    void shouldTellOfWhatTheBoxesStandFor(String box, String event) {
        RuleConfig rule = onlyRule(job("room", "#ops", box, "true"));

        assertThat(rule.getEvents()).containsExactly(event);
        assertThat(rule.getMinimumSeverity()).isNull();
        assertThat(rule.getTo()).containsExactly("#ops");
    }

    @Test
    void shouldTellOfFailuresOnlyWhereThatPluginMeansFailuresOnly() {
        RuleConfig rule = onlyRule(job("room", "#ops", "notifyFailure", "true", "notifyRepeatedFailure", "true"));

        assertThat(rule.getEvents()).containsExactly("regressed", "stillFailing");
        assertThat(rule.getMinimumSeverity())
                .as("an unstable build is a warning")
                .isEqualTo("ERROR");
    }

    @Test
    void shouldMakeOneRuleOfAllBoxesThatNeedNoMore() {
        RuleConfig rule = onlyRule(job("room", "#ops", "notifySuccess", "true", "notifyAborted", "true"));

        assertThat(rule.getEvents()).containsExactly("success", "aborted");
    }

    @ParameterizedTest
    @CsvSource({
        "'ops',                     #ops",
        "'#ops',                    #ops",
        "'C0123456789',             C0123456789",
        "'#ops:1700000000.000100',  #ops",
    })
    void shouldWriteRoomsAsRulesDo(String room, String to) {
        assertThat(onlyRule(job("room", room, "notifySuccess", "true")).getTo()).containsExactly(to);
    }

    @ParameterizedTest
    @CsvSource({
        "'#ops:1700000000.000100', thread",
        "'#$TEAM', each build fills in",
        "U0123456789, in person",
        "D0123456789, in person",
        "D0123456789:1700000000.000100, in person",
        "team/dev, no channel"
    })
    void shouldSayWhichRoomsAreOthersHere(String room, String note) {
        assertThat(JobTranslation.of(job("room", "#web," + room, "notifySuccess", "true"), NOTHING)
                        .notes())
                .singleElement()
                .asString()
                .contains("'" + room + "'", note);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        '#ops',         true
        '#ops,@ada',    true
        '#ci-$TEAM',    false
        @ada,           false
        '',             false
        """)
    void shouldKnowWhetherItsRulesTellAnybody(String room, boolean notifies) {
        assertThat(JobTranslation.of(job("room", room, "notifySuccess", "true"), NOTHING)
                        .notifies())
                .isEqualTo(notifies);
    }

    @Test
    void shouldSayThatNoChannelIsNamedOnlyWhereNoneIs() {
        assertThat(JobTranslation.of(job("notifySuccess", "true"), NOTHING).notes())
                .singleElement()
                .asString()
                .contains("names a channel");
        assertThat(JobTranslation.of(job("room", "#ci-$TEAM", "notifySuccess", "true"), NOTHING)
                        .notes())
                .noneSatisfy(note -> assertThat(note).contains("names a channel"));
    }

    @Test
    void shouldTellSeveralRooms() {
        assertThat(onlyRule(job("room", "#ops, builds;#web", "notifySuccess", "true"))
                        .getTo())
                .containsExactly("#ops", "#builds", "#web");
    }

    @Test
    void shouldTakeTheRoomOfTheSystemWhereTheJobNamesNone() {
        SlackPluginSettings system = new SlackPluginSettings(Map.of("room", "#builds"));

        assertThat(JobTranslation.of(job("notifySuccess", "true"), system).rules())
                .extracting(RuleConfig::getTo)
                .containsExactly(List.of("#builds"));
    }

    @Test
    void shouldSayWhatItCannotTakeOver() {
        JobTranslation translation = JobTranslation.of(
                job("room", "@ada", "tokenCredentialId", "web-bot", "notifySuccess", "true", "uploadFiles", "false"),
                NOTHING);

        assertThat(translation.notes())
                .satisfiesExactly(
                        token -> assertThat(token).contains("'web-bot'"),
                        channel -> assertThat(channel).contains("None of its channels can be imported"),
                        person -> assertThat(person).contains("'@ada'"));
    }

    @Test
    void shouldSayThatAMatrixIsOneBuild() {
        assertThat(JobTranslation.of(job("matrixTriggerMode", "ONLY_CONFIGURATIONS"), NOTHING)
                        .notes())
                .anyMatch(note -> note.contains("configuration of a matrix"));
        assertThat(JobTranslation.of(job("matrixTriggerMode", "BOTH"), NOTHING).notes())
                .anyMatch(note -> note.contains("configuration of a matrix"));
        assertThat(JobTranslation.of(job("matrixTriggerMode", "ONLY_PARENT"), NOTHING)
                        .notes())
                .noneMatch(note -> note.contains("matrix"));
    }

    @Test
    void shouldNotRepeatATokenThatStandsThereInPlainText() {
        assertThat(JobTranslation.of(job("authToken", "xoxb-1-2-s3cret"), NOTHING)
                        .notes())
                .noneMatch(note -> note.contains("s3cret"))
                .anyMatch(note -> note.contains("plain text"));
    }

    @Test
    void shouldSayThatItHasToldNothing() {
        JobTranslation translation = JobTranslation.of(job("room", "#ops"), NOTHING);

        assertThat(translation.rules()).isEmpty();
        assertThat(translation.notes()).containsExactly("No box is ticked in it, so it has sent nothing.");
    }

    private static RuleConfig onlyRule(SlackPluginSettings job) {
        List<RuleConfig> rules = JobTranslation.of(job, NOTHING).rules();
        assertThat(rules).hasSize(1);
        return rules.get(0);
    }

    private static SlackPluginSettings job(String... namesAndValues) {
        Map<String, String> fields = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return new SlackPluginSettings(fields);
    }
}

package io.jenkins.plugins.slacknotify.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusals;
import io.jenkins.plugins.slacknotify.slack.refusal.Remedies;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalNoteTest {
    /** The codes of all remedies. */
    static Stream<String> codes() throws IOException {
        Properties remedies = new Properties();
        try (InputStream file = Remedies.class.getResourceAsStream("remedies.properties")) {
            remedies.load(file);
        }
        return remedies.stringPropertyNames().stream().filter(code -> !code.startsWith("."));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void shouldTellEverybodyNoScopeAndNoMember(String error) {
        Note note = note(error, "U0SECRET01", "chat:write.secret");

        assertThat(note.text()).endsWith("(" + error + ")");
        if (note.brief() != null) {
            assertThat(note.brief()).doesNotContain("chat:write.secret", "OAuth");
        }
        if (note.text().contains("member U0SECRET01")) {
            assertThat(note.brief()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_scope", "token_revoked", "invalid_auth", "app_access_restricted"})
    void shouldTellEverybodyThatItIsTheToken(String error) {
        assertThat(note(error, "#ops", null).brief()).contains("token").doesNotContain("scope", error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_in_channel", "channel_not_found", "is_archived", "invalid_blocks", "msg_too_long"})
    void shouldTellEverybodyWhatIsWrongWithTheMessageOrItsChannel(String error) {
        Note note = note(error, "#ops", null);

        assertThat(note.brief()).isEqualTo(note.text());
    }

    @Test
    void shouldKnowWhatWaitsForAnotherVersionAndNotForAToken() {
        Note note = RefusalNote.ofOtherVersion();

        assertThat(HoldReason.of(note)).isEqualTo(new HoldReason.OtherVersion());
        assertThat(HoldReason.of(RefusalNote.ofNoToken("There is no bot token")))
                .isEqualTo(new HoldReason.NoToken());
    }

    /** A remedy and the name of a job may say anything. */
    @ParameterizedTest
    @ValueSource(strings = {"Invite it (token_expired)", "Named by the job shop: Invite it", "", "slack:is_archived"})
    void shouldGoByTheErrorAndNotByTheWords(String words) {
        Note refusal = RefusalNote.of(new Refusal("not_in_channel", words));

        assertThat(HoldReason.of(new Note(words, null, refusal.code())))
                .isEqualTo(new HoldReason.Refused("not_in_channel", false));
        assertThat(HoldReason.of(RefusalNote.ofNoToken(words))).isEqualTo(new HoldReason.NoToken());
    }

    @Test
    void shouldTellTheChannelsThatJobsNameFromThoseOfRules() {
        Note refusal = note("channel_not_found", "#ops", null);

        for (ChannelSource source : List.of(
                ChannelSource.ofJob("shop"),
                ChannelSource.SYSTEM_CHANNEL,
                ChannelSource.ofDestination(RuleScope.JOB, "the job", "the job "),
                ChannelSource.ofRule(RuleScope.JOB, "shop", "the job", 1, 2),
                ChannelSource.ofRule(RuleScope.FOLDER, "shop", "the job", 1, 2))) {
            assertThat(HoldReason.of(RefusalNote.named(refusal, source)))
                    .as(source.describe())
                    .isEqualTo(new HoldReason.Refused("channel_not_found", source.isOfAuthor()));
        }
        assertThat(HoldReason.of(refusal).isNamedByJob()).isFalse();
    }

    @Test
    void shouldNotNameAServerOfTheNetwork() {
        Note note = RefusalNote.of(Refusals.ofStatus(403, "proxy.corp:3128"));

        assertThat(note.text()).contains("proxy.corp");
        assertThat(note.brief()).isNull();
    }

    private static Note note(String error, String channel, String scope) {
        return RefusalNote.of(new Refusal(error, Remedies.forError(error, channel, scope)));
    }
}

package io.jenkins.plugins.slacknotify.engine.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldReasonTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final String BEHIND = "A message that goes before it has not arrived: ";
    private static final String NOT_INVITED = "Type /invite @jenkins in #ops. (not_in_channel)";

    /** A held delivery, and one behind it in its sequence. */
    private static Note noteBehind(Note reason) {
        return behind(behind(Delivery.accepted(new Entry("first", "lane", NOW, ""), 1)
                        .after(new SendResult.Held(reason), null, NOW, NOW)))
                .reason();
    }

    private static Delivery behind(Delivery held) {
        return Delivery.accepted(new Entry("behind", "lane", NOW, ""), held.position() + 1)
                .heldBehind(held.head(), NOW);
    }

    @Test
    void shouldKnowWhatOnlyWaitsBehindAnotherAndForWhatThatWaits() {
        Note refused = Note.of("Whatever it says").withCode("job:not_in_channel");
        Note behind = noteBehind(refused);

        assertThat(HoldReason.isBehind(refused)).isFalse();
        assertThat(HoldReason.isBehind(behind)).isTrue();
        assertThat(behind.code()).as("the format").isEqualTo("behind:job:not_in_channel");
        assertThat(HoldReason.of(behind)).isEqualTo(HoldReason.of(refused));
    }

    @Test
    void shouldGoByTheCodeAndNotByTheWords() {
        assertThat(HoldReason.isBehind(Note.of(BEHIND + NOT_INVITED).withCode("slack:not_in_channel")))
                .isFalse();
        assertThat(HoldReason.isBehind(Note.of("Anything").withCode("behind:"))).isTrue();
        assertThat(HoldReason.isBehind(null)).isFalse();
    }

    @Property(tries = 200)
    void shouldFindTheReasonAgainByItsCode(@ForAll @StringLength(max = 30) String error, @ForAll boolean namedByJob) {
        assertFoundAgain(new HoldReason.Refused(error, namedByJob));
        assertFoundAgain(new HoldReason.Refused("job:" + error, namedByJob));
        assertFoundAgain(new HoldReason.Refused("slack:" + error, namedByJob));
    }

    @Test
    void shouldKeepItsCodes() {
        assertThat(new HoldReason.Refused("is_archived", false).code()).isEqualTo("slack:is_archived");
        assertThat(new HoldReason.Refused("is_archived", true).code()).isEqualTo("job:is_archived");
        assertThat(new HoldReason.NoToken().code()).isEqualTo("no_token");
        assertThat(new HoldReason.OtherVersion().code()).isEqualTo("other_version");
        assertFoundAgain(new HoldReason.NoToken());
        assertFoundAgain(new HoldReason.OtherVersion());
        assertFoundAgain(new HoldReason.Unknown("later"));
    }

    @Test
    void shouldSayNothingOfWhatOnlyANewerVersionKnows() {
        assertThat(HoldReason.of(Note.of(NOT_INVITED).withCode("later")))
                .returns(false, HoldReason::isAboutTheChannel)
                .returns(false, HoldReason::isAboutTheToken)
                .returns(false, HoldReason::isOfOtherVersion);
    }

    @Test
    void shouldKnowWhatItIsAbout() {
        assertThat(new HoldReason.Refused("not_in_channel", true))
                .returns(true, HoldReason::isAboutTheChannel)
                .returns(false, HoldReason::isAboutTheToken)
                .returns(true, HoldReason::isNamedByJob)
                .returns(new HoldReason.Refused("not_in_channel", false), HoldReason::ofDependent);
        assertThat(new HoldReason.Refused("token_expired", false))
                .returns(false, HoldReason::isAboutTheChannel)
                .returns(true, HoldReason::isAboutTheToken)
                .returns(true, HoldReason::isAboutATokenThatHasEnded);
        assertThat(HoldReason.of(null)).returns(true, HoldReason::isAboutTheToken);
    }

    private static void assertFoundAgain(HoldReason reason) {
        assertThat(HoldReason.of(Note.of("words (is_archived)").withCode(reason.code())))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_in_channel", "is_archived", "token_revoked", "missing_scope"})
    void shouldKeepBackWhatIsInDoubtForWhatAPersonHasToFix(String error) {
        Note note = Note.of("why").withCode(new HoldReason.Refused(error, false).code());

        assertThat(HoldReason.keepsBack(Delivery.State.HELD, note)).isTrue();
        assertThat(HoldReason.keepsBack(Delivery.State.UNCERTAIN, note)).isTrue();
        assertThat(HoldReason.keepsBack(Delivery.State.SENDING, note)).isTrue();
        assertThat(HoldReason.keepsBack(Delivery.State.WAITING, note)).isFalse();
        assertThat(HoldReason.keepsBack(Delivery.State.SENT, note)).isFalse();
    }

    @Test
    void shouldNotKeepBackWhatIsInDoubtForAnotherReason() {
        assertThat(HoldReason.keepsBack(Delivery.State.UNCERTAIN, null)).isFalse();
        assertThat(HoldReason.keepsBack(Delivery.State.UNCERTAIN, Note.of("No answer in time")))
                .isFalse();
        Note busy = Note.of("why").withCode(new HoldReason.Refused("internal_error", false).code());
        assertThat(HoldReason.keepsBack(Delivery.State.UNCERTAIN, busy)).isFalse();
    }
}

package io.jenkins.plugins.slacknotify.outbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoteTest {
    private static final Note HIDDEN = Note.of("The credential bot is gone");
    private static final Note KNOWN = new Note("No answer of 10.1.2.3", "No answer");

    @Test
    void shouldShowEverybodyNothingOfWhatIsForAdministrators() {
        assertThat(HIDDEN.brief()).isNull();
        assertThat(HIDDEN.after("It waits", ": "))
                .isEqualTo(new Note("It waits: The credential bot is gone", "It waits"));
        assertThat(KNOWN.after("It waits", ": "))
                .isEqualTo(new Note("It waits: No answer of 10.1.2.3", "It waits: No answer"));
    }

    @Test
    void shouldJoinWhatThereIs() {
        assertThat(Note.join(Arrays.asList(null, HIDDEN, KNOWN, HIDDEN)))
                .isEqualTo(new Note("The credential bot is gone No answer of 10.1.2.3", "No answer"));
        assertThat(Note.join(Arrays.asList(HIDDEN, null))).isEqualTo(HIDDEN);
        assertThat(Note.join(Arrays.asList((Note) null))).isNull();
    }

    @Test
    void shouldKeepItsCodeBehindOtherWordsAndLoseItAmongOtherNotes() {
        Note coded = KNOWN.withCode("a_code");

        assertThat(coded.after("It waits", ": ").code()).isEqualTo("a_code");
        assertThat(Note.join(Arrays.asList(null, coded))).isEqualTo(coded);
        assertThat(Note.join(Arrays.asList(coded, HIDDEN)).code()).isNull();
    }
}

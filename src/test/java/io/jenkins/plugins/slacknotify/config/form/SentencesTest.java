package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void shouldTellWhereOneEndsAndTheNextBegins() {
        assertThat(Sentences.join(List.of("Unknown event 'x'. Use one of: a, b", "Unknown severity 'y'", "Why?")))
                .isEqualTo("Unknown event 'x'. Use one of: a, b. Unknown severity 'y'. Why?");
    }

    @Test
    void shouldLeaveOneAsItIs() {
        assertThat(Sentences.join(List.of("Use one of: a, b"))).isEqualTo("Use one of: a, b");
        assertThat(Sentences.join(List.of())).isEmpty();
    }
}

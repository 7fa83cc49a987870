package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamIdTest {
    @Test
    void shouldTakeTheIdOfAWorkspace() {
        assertThat(TeamId.checked(" T0123456789 ")).isEqualTo("T0123456789");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void shouldTakeNone(String typed) {
        assertThat(TeamId.checked(typed)).isNull();
    }

    @Test
    void shouldTellAnOrganisationFromAWorkspace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TeamId.checked("E0123456789"))
                .withMessageContaining("'E0123456789' is the id of a whole Enterprise Grid organisation.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "acme.slack.com", "T", "t0123456789", "T0123 456789", "C0123456789"})
    void shouldRefuseWhatIsNoId(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TeamId.checked(typed))
                .withMessageStartingWith("This is not the id of a workspace.");
    }
}

package io.jenkins.plugins.slacknotify.config.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalPropertyTest {
    private final ApprovalProperty property = new ApprovalProperty();

    @ParameterizedTest
    @CsvSource({"0,0,600,0", "30,0,29,0", "30,0,30,1", "30,0,6000,1", "30,10,39,1", "30,10,40,2", "30,10,60,4"})
    void shouldRemindOnceAndAgainAtAnInterval(int after, int every, int waited, int due) {
        property.setRemindAfterMinutes(after);
        property.setRemindEveryMinutes(every);

        assertThat(property.remindersDue(Duration.ofMinutes(waited))).isEqualTo(due);
    }

    @Test
    void shouldRefuseNumbersOutOfReach() {
        assertThatThrownBy(() -> property.setPeople(0)).hasMessageContaining("from 1 to 5");
        assertThatThrownBy(() -> property.setPeople(6)).hasMessageContaining("from 1 to 5");
        assertThatThrownBy(() -> property.setSignInHours(-1)).hasMessageContaining("from 0 to");
        assertThatThrownBy(() -> property.setRemindAfterMinutes(50_000)).hasMessageContaining("from 0 to");
    }

    @Test
    void shouldReadGroupsAsPeopleWriteThem() {
        property.setGroups(" qa, ops ,,qa");

        assertThat(property.groupList()).containsExactly("qa", "ops");
    }
}

package io.jenkins.plugins.slacknotify.lifecycle.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedActTest {
    private static final RecordedAct ACT =
            new RecordedAct("r1", "approved", "7", "anna", "Anna", "U1", "C1", "1.2", 1_700_000_000_000L);

    /** They stand in the files of builds. */
    @Test
    void shouldKeepTheNamesOfWhatIsStored() {
        assertThat(Arrays.stream(RecordedAct.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly(
                        "request", "what", "step", "account", "name", "member", "channel", "message", "at", "values",
                        "groups");
    }

    /** XStream does not read every list that it writes, and a build whose file it cannot read is lost to Jenkins. */
    @Test
    void shouldStoreTextsAndNumbersAlone() {
        assertThat(Arrays.stream(RecordedAct.class.getRecordComponents()).map(RecordComponent::getType))
                .allMatch(type -> type == String.class || type == long.class);
    }

    @Test
    void shouldKnowTheGroupsOfAnApproval() {
        assertThat(ACT.withApproval("v", List.of("qa", "ops")).groupSet()).containsExactlyInAnyOrder("qa", "ops");
        assertThat(ACT.withApproval("v", List.of()).groupSet()).isEmpty();
        assertThat(ACT.groupSet()).isEmpty();
    }
}

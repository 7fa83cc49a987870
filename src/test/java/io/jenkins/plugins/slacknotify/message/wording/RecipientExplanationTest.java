package io.jenkins.plugins.slacknotify.message.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientExplanationTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the job names you.",
                "requester | you started it.",
                "committers | you changed this build.",
                "committers requester | you changed this build and started it.",
                "breakers | you changed the build in which this job broke.",
                "breakers requester | you changed the build in which this job broke, and started this one.",
                "culprits | you changed this job since it was last good.",
                "culprits requester | you changed this job since it was last good, and started this build.",
                "culprits breakers | you changed the build in which this job broke.",
                "committers culprits breakers | you changed this build.",
                "committers culprits breakers requester | you changed this build and started it.",
            })
    void shouldSayTheStrongestReason(String involvements, String reason) {
        Set<Involvement> all = EnumSet.noneOf(Involvement.class);
        for (String one : involvements.split(" ")) {
            if (!one.isEmpty()) {
                all.add(Involvement.parse(one));
            }
        }

        assertThat(RecipientExplanation.of(all).format()).isEqualTo("You get this because " + reason);
    }

    @Property
    void shouldBeOneSentenceForWhateverReasons(@ForAll Set<Involvement> involvements) {
        assertThat(RecipientExplanation.of(involvements).format())
                .startsWith("You get this because ")
                .matches("[^.]+\\.");
    }
}

package io.jenkins.plugins.slacknotify.lifecycle.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordedActTest {
    /** Builds are read back by XStream, which sets fields by {@code Unsafe}: Java forbids that for records. */
    @Test
    void shouldBeReadableFromTheFileOfABuild() {
        assertThat(RecordedAct.class.isRecord()).isFalse();
        assertThat(Arrays.stream(RecordedAct.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName))
                .containsExactly(
                        "request", "what", "step", "account", "name", "member", "channel", "message", "at", "values",
                        "groups", "given", "reason");
    }

    @Test
    void shouldKnowWhatItWasDoneTo() {
        RecordedAct act = new RecordedAct("r1", "approved", "7", "anna", "Anna", "U1", null, null, 1);

        assertThat(act.isOf("r1", "7")).isTrue();
        assertThat(act.isOf("r1", null)).isFalse();
        assertThat(act.isOf("r2", "7")).isFalse();
    }
}

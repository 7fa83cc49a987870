package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormerNamesTest {
    @Test
    void shouldFindWhatWasStoredUnderAFormerName() {
        FormerNames names = FormerNames.with(null, "partner", "acme");

        assertThat(FormerNames.current(names, "partner", Set.of("acme")::contains))
                .isEqualTo("acme");
        assertThat(FormerNames.current(names, "acme", Set.of("acme")::contains)).isEqualTo("acme");
        assertThat(FormerNames.current(names, "other", Set.of("acme")::contains))
                .isEqualTo("other");
        assertThat(FormerNames.current(null, "partner", Set.of("acme")::contains))
                .isEqualTo("partner");
    }

    /** It is stored with the settings. Where the field is missing, nothing has a former name. */
    @Test
    void shouldKeepTheNameOfItsFieldInTheFile() {
        assertThat(FormerNames.class.getDeclaredFields())
                .filteredOn(field -> !field.isSynthetic())
                .extracting(Field::getName)
                .containsExactly("names");
    }

    @Test
    void shouldFollowSeveralNewNames() {
        FormerNames names = FormerNames.with(FormerNames.with(null, "a", "b"), "b", "c");
        assertThat(FormerNames.leading(names, "c"::equals)).isEqualTo(Map.of("a", "c", "b", "c"));

        FormerNames back = FormerNames.with(names, "c", "a");
        assertThat(FormerNames.leading(back, "a"::equals)).isEqualTo(Map.of("b", "a", "c", "a"));
    }

    @Test
    void shouldLeadNowhereWhereAnotherHasTheNameOrNobodyHasIt() {
        FormerNames names = FormerNames.with(null, "partner", "acme");

        assertThat(FormerNames.leading(names, Set.of("acme", "partner")::contains))
                .as("another workspace has the former name")
                .isEmpty();
        assertThat(FormerNames.leading(names, name -> false)).as("deleted").isEmpty();
        assertThat(FormerNames.current(names, "partner", name -> false)).isEqualTo("partner");
    }
}

package io.jenkins.plugins.slacknotify.interaction.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApprovedValuesTest {
    /** Texts that Java's own hash cannot tell apart. */
    @Test
    void shouldTellValuesApartThatSomebodyHasMadeUpToLookAlike() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(ApprovedValues.digest(Map.of("VERSION", "Aa")))
                .isNotEqualTo(ApprovedValues.digest(Map.of("VERSION", "BB")));
        assertThat(ApprovedValues.digest(Map.of("A", "x", "B", "y")))
                .isNotEqualTo(ApprovedValues.digest(Map.of("A", "y", "B", "x")));
        assertThat(ApprovedValues.digest(Map.of("A", "1B")))
                .isNotEqualTo(ApprovedValues.digest(Map.of("A1", "B")))
                .isNotEqualTo(ApprovedValues.digest(Map.of("A", "1", "B", "")));
        assertThat(ApprovedValues.digest(Map.of("A", ""))).isNotEqualTo(ApprovedValues.digest(Map.of()));
        assertThat(ApprovedValues.digest(Map.of("A", "\ud800"))).isNotEqualTo(ApprovedValues.digest(Map.of("A", "?")));
    }

    @Test
    void shouldNotMindTheOrder() {
        Map<String, String> turned = new LinkedHashMap<>();
        turned.put("B", "2");
        turned.put("A", "1");
        assertThat(ApprovedValues.digest(turned)).isEqualTo(ApprovedValues.digest(Map.of("A", "1", "B", "2")));
    }
}

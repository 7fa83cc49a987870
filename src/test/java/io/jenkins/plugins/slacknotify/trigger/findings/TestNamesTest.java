package io.jenkins.plugins.slacknotify.trigger.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests what is said of the place in a pipeline where a test was run. */
class TestNamesTest {
    private static final List<String> LINUX = List.of("Unit", "linux", "Tests");
    private static final List<String> MAC = List.of("Unit", "mac", "Tests");

    @Test
    void shouldNameWhatTellsAPlaceFromTheOthers() {
        assertThat(TestNames.place(LINUX, Set.of(LINUX, MAC))).isEqualTo("linux");
        assertThat(TestNames.place(MAC, Set.of(LINUX, MAC))).isEqualTo("mac");
        assertThat(TestNames.place(List.of("Again", "Tests"), Set.of(LINUX, List.of("Again", "Tests"))))
                .isEqualTo("Again");
        assertThat(TestNames.place(LINUX, Set.of(LINUX, List.of("Again", "Tests"))))
                .isEqualTo("linux, Unit");
    }

    @Test
    void shouldLeaveOutAClassWithoutAName() {
        assertThat(TestNames.fullName(".tests.test_cart")).isEqualTo("tests.test_cart");
        assertThat(TestNames.fullName("shop.CartTest.adds")).isEqualTo("shop.CartTest.adds");
    }

    @Test
    void shouldNameTheAxesOfACellAndAStageOnceThatIsABranchAsWell() {
        var cell = List.of("Unit", "Matrix - OS = 'mac', JDK = '21'");
        assertThat(TestNames.place(cell, Set.of(cell, List.of("Unit", "Matrix - OS = 'linux', JDK = '21'"))))
                .isEqualTo("OS = mac, JDK = 21");
        assertThat(TestNames.place(List.of("mac", "mac"), Set.of(List.of("mac", "mac"), List.of("linux", "linux"))))
                .isEqualTo("mac");
    }

    /** Retried, or outside of a pipeline. */
    @Test
    void shouldNameNoPlaceWhereThereIsOnlyOne() {
        assertThat(TestNames.place(LINUX, Set.of(LINUX))).isNull();
        assertThat(TestNames.place(List.of(), Set.of(List.of()))).isNull();
        assertThat(TestNames.place(List.of(), Set.of(List.of(), LINUX))).isNull();
    }
}

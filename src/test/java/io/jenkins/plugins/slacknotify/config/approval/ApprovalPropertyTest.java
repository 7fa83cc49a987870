package io.jenkins.plugins.slacknotify.config.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.beans.Introspector;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundSetter;

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

    /** As the names of groups of a directory: {@code cn=dev,ou=groups}. */
    @Test
    void shouldKeepAGroupTogetherThatHasACommaInItsName() {
        property.setGroups("\"cn=dev,ou=groups\", ops");

        assertThat(property.groupList()).containsExactly("cn=dev,ou=groups", "ops");
        assertThat(property.getGroups()).isEqualTo("\"cn=dev,ou=groups\", ops");
    }

    /** A group that was left out would never be asked. */
    @Test
    void shouldRefuseMoreGroupsThanItAsks() {
        property.setGroups("dev, qa, ops, sec, legal, dev");
        assertThat(property.groupList()).containsExactly("dev", "qa", "ops", "sec", "legal");

        assertThatThrownBy(() -> property.setGroups("dev, qa, ops, sec, legal, release"))
                .hasMessageContaining("groups")
                .hasMessageContaining("At most 5");
        assertThat(property.groupList()).hasSize(5);
    }

    /** Stapler and Configuration as Code make null of what is no number. */
    @Test
    void shouldNotTakeWhatIsNoNumberForZero() {
        property.setSignInHours(8);

        assertThatThrownBy(() -> property.setSignInHours(null)).hasMessageContaining("signInHours", "from 0 to");
        assertThatThrownBy(() -> property.setRemindAfterMinutes(null)).hasMessageContaining("from 0 to");
        assertThatThrownBy(() -> property.setRemindEveryMinutes(null)).hasMessageContaining("from 0 to");
        assertThat(property.getSignInHours()).isEqualTo(8);
    }

    static Stream<Object> noWholeNumbers() {
        return Stream.of(new BigDecimal("0.5"), 1.9, 4_294_967_297L, "0.5", "soon", -1, "");
    }

    /** A pipeline or Job DSL writes numbers of Groovy, which make an {@code int} of anything: zero of 0.5. */
    @ParameterizedTest
    @MethodSource("noWholeNumbers")
    void shouldRefuseANumberOfAScriptThatWouldBecomeAnother(Object written) {
        for (var option : List.of("people", "signInHours", "remindAfterMinutes", "remindEveryMinutes")) {
            assertThatThrownBy(() -> new ApprovalProperty.DescriptorImpl().customInstantiate(Map.of(option, written)))
                    .hasMessageContaining(option)
                    .hasMessageContaining("'" + written + "' cannot be taken. Enter a number from ");
        }
    }

    @Test
    void shouldLeaveAllElseOfAScriptAsItIs() {
        Map<String, Object> arguments = Map.of("people", "2", "signInHours", 8, "notByStarter", true);

        assertThat(new ApprovalProperty.DescriptorImpl().customInstantiate(arguments))
                .isEqualTo(arguments);
    }

    @Test
    void shouldTakeEveryOptionThatHasASetter() {
        Map<String, Object> all = Arrays.stream(ApprovalProperty.class.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .map(method -> Introspector.decapitalize(method.getName().substring("set".length())))
                .collect(Collectors.toMap(name -> name, name -> 1));

        assertThat(new ApprovalProperty.DescriptorImpl().customInstantiate(all)).hasSize(6);
    }
}

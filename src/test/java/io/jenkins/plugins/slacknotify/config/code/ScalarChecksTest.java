package io.jenkins.plugins.slacknotify.config.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.model.JobProperty;
import io.jenkins.plugins.casc.BaseConfigurator;
import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.casc.model.Mapping;
import io.jenkins.plugins.casc.model.Scalar;
import io.jenkins.plugins.casc.model.Sequence;
import io.jenkins.plugins.slacknotify.config.form.WholeNumber;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.DataBoundSetter;

class ScalarChecksTest {
    private static final Set<String> SCALARS = Set.of("int", "boolean", "java.lang.Integer", "java.lang.Boolean");

    private final ScalarChecks checks =
            ScalarChecks.of("slack.inbound", new WholeNumber("days", 0, 30, () -> "Enter 0 to 30."));

    @ParameterizedTest
    @ValueSource(strings = {"7", " 7 ", "0", "30", "07", "${SEVEN}"})
    void shouldTakeAWholeNumber(String written) {
        assertThat(number(new Scalar(written))).isEmpty();
    }

    /** What Stapler makes zero or null of. A YAML file has 1e3 as 1000.0. */
    @ParameterizedTest
    @ValueSource(strings = {"0.5", "1.0", "1000.0", "-1", "31", "99999999999", "soon", "", "0x7", "${UNSET}"})
    void shouldNameTheOptionAndTheValueAndWhatToWrite(String written) {
        assertThat(number(new Scalar(written)))
                .contains("slack.inbound.days: '" + written + "' cannot be taken. Enter 0 to 30.");
    }

    @Test
    void shouldNotTakeSeveralValuesForANumber() {
        assertThat(number(new Mapping()))
                .contains("slack.inbound.days: This is a list, or has settings of its own. Enter 0 to 30.");
    }

    /** Configuration as Code passes over a name without a value. */
    @Test
    void shouldPassOverANameWithoutAValue() {
        assertThat(number(null)).isEmpty();
    }

    @Test
    void shouldNotQuoteTheValueOfAVariable() {
        assertThat(number(new Scalar("${SECRET}")))
                .hasValueSatisfying(
                        error -> assertThat(error).contains("${SECRET}").doesNotContain("hidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "soon", "3000000000"})
    void shouldRefuseWhatIsNoNumberWhereNoLimitsAreKnown(String written) {
        assertThat(checks.errorOf("other", Integer.class, new Scalar(written), this::resolve))
                .contains("slack.inbound.other: '" + written + "' cannot be taken. Write a whole number.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "False", " yes ", "off", "1", "n", "", "${UNSET}"})
    void shouldTakeATruthValue(String written) {
        assertThat(checks.errorOf("on", boolean.class, new Scalar(written), this::resolve))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ture", "2", "0.5", "enabled", "${SECRET}"})
    void shouldRefuseWhatIsNeitherTrueNorFalse(String written) {
        assertThat(checks.errorOf("on", Boolean.class, new Scalar(written), this::resolve))
                .contains("slack.inbound.on: '" + written + "' cannot be taken. Write true or false.");
    }

    /** Stapler takes each of them for false, and a file that a variable names ends in a line break. */
    @ParameterizedTest
    @ValueSource(strings = {"true ", " yes", "on\n", "${FILE}"})
    void shouldSetATruthValueWithoutWhiteSpaceAroundIt(String written) {
        assertThat(ScalarChecks.stripped(boolean.class, new Scalar(written), this::resolve))
                .asString()
                .isIn("true", "yes", "on");
    }

    @Test
    void shouldSetEverythingElseAsItIs() {
        var name = new Scalar(" a ");
        assertThat(ScalarChecks.stripped(String.class, name, this::resolve)).isSameAs(name);
        assertThat(ScalarChecks.stripped(boolean.class, null, this::resolve)).isNull();
    }

    @Test
    void shouldMakeAListOfALoneText() {
        var lone = new Scalar("#ops");
        assertThat((Sequence) ScalarChecks.listed(lone)).containsExactly(lone);
        var list = new Sequence();
        assertThat(ScalarChecks.listed(list)).isSameAs(list);
        assertThat(ScalarChecks.listed(null)).isNull();
    }

    @Test
    void shouldLeaveEverythingElseToItsSetter() {
        assertThat(checks.errorOf("name", String.class, new Scalar("0.5"), this::resolve))
                .isEmpty();
    }

    /** Only job properties are none of Configuration as Code. */
    @Test
    void shouldCheckEachNumberAndTruthValueOfTheSettings() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.jenkins.plugins.slacknotify.config");
        var settings = classes.stream()
                .filter(type -> !type.isAssignableTo(JobProperty.class))
                .filter(type -> type.getMethods().stream().anyMatch(ScalarChecksTest::takesAScalar))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        var checked = classes.stream()
                .filter(type -> type.isAssignableTo(BaseConfigurator.class)
                        && type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency ->
                                        dependency.getTargetClass().isEquivalentTo(ScalarChecks.class)))
                .map(type -> type.getSimpleName().replaceFirst("urator$", "")) // XConfigurator is that of XConfig
                .collect(Collectors.toSet());

        assertThat(settings)
                .contains("SlackNotifyConfiguration", "InboundConfig", "RuleConfig")
                .allMatch(type -> checked.contains(type.replaceFirst("uration$", "")));
    }

    private static boolean takesAScalar(JavaMethod method) {
        return method.isAnnotatedWith(DataBoundSetter.class)
                && SCALARS.contains(method.getRawParameterTypes().get(0).getName());
    }

    private Optional<String> number(CNode node) {
        return checks.errorOf("days", int.class, node, this::resolve);
    }

    private String resolve(String value) {
        return switch (value) {
            case "${SEVEN}" -> "7";
            case "${UNSET}" -> "";
            case "${SECRET}" -> "hidden";
            case "${FILE}" -> "true\n";
            default -> value;
        };
    }
}

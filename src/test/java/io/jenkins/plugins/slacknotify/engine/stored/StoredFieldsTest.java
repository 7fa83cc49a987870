package io.jenkins.plugins.slacknotify.engine.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the names of all stored fields, and of the constants that are stored by name, to {@code fields.txt}. A name in that
 * file is on users' disks: it may be added, but neither changed nor removed.
 */
class StoredFieldsTest {
    /** The enums whose constants a field holds by name. */
    private static final Map<String, Class<? extends Enum<?>>> STORED_BY_NAME = new TreeMap<>(Map.ofEntries(
            Map.entry("StoredAnswer.ending", InputQuestion.Ending.class),
            Map.entry("StoredEvent.outcome", Outcome.class),
            Map.entry("StoredEvent.trend", Trend.class),
            Map.entry("StoredFindings.causes", CauseKind.class),
            Map.entry("StoredInterruption.kind", Interruption.Kind.class),
            Map.entry("StoredMark.state", LiveProgress.State.class),
            Map.entry("StoredMilestone.kind", EventKind.class),
            Map.entry("StoredNotification.severity", Severity.class),
            Map.entry("StoredOptions.buttons", MessageButtons.class),
            Map.entry("StoredOptions.language", MessageLanguage.class),
            Map.entry("StoredOptions.details", ThreadDetails.class),
            Map.entry("StoredReceipt.leftOut", ExclusionReason.class),
            Map.entry("StoredRecipient.involvements", Involvement.class),
            Map.entry("StoredRelation.kind", Relation.Kind.class),
            Map.entry("StoredStage.outcome", Outcome.class),
            Map.entry("StoredVerdict.outcome", Outcome.class)));

    @Test
    void shouldKeepTheNamesOfStoredFieldsAndConstants() {
        assertThat(Stream.concat(fields(), constants()))
                .containsExactlyElementsOf(
                        GoldenFiles.readFile("fields.txt").lines().toList());
    }

    private static Stream<String> fields() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(StoredFieldsTest.class.getPackageName())
                        .stream()
                        .map(JavaClass::reflect)
                        .filter(Class::isRecord)
                        .map(StoredFieldsTest::line)
                        .sorted();
    }

    private static String line(Class<?> type) {
        return type.getSimpleName() + ": "
                + Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(" "));
    }

    private static Stream<String> constants() {
        return STORED_BY_NAME.entrySet().stream()
                .map(field -> field.getKey() + " = "
                        + Arrays.stream(field.getValue().getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(" ")));
    }
}

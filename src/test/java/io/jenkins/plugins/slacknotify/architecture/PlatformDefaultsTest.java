package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that the plugin writes depends on the language, the encoding or the time zone of the process, with few exceptions. */
class PlatformDefaultsTest {
    /** The calls of classes whose texts people see in the language or the time zone of the process. No machine reads these texts. */
    private static final Map<String, List<String>> EXCEPTIONS = Map.of(
            // A line a day, in the morning of Jenkins' own day.
            "control.source.ReminderWork", List.of("java.time.Clock.systemDefaultZone()"),
            // A time in a console; it names its time zone.
            "engine.sending.ResultMapper", List.of("java.time.ZoneId.systemDefault()"),
            // Messages are in the language of the process where none is chosen.
            "message.wording.PhraseLanguage", List.of("java.util.Locale.getDefault(*"),
            // A time on a page, which gets the language of its reader right after.
            "page.PageTime", List.of("java.time.format.DateTimeFormatter.ofLocalized*"),
            // The times that a user reads and types, where the user has chosen no time zone in Jenkins.
            "config.form.UserTimeZone", List.of("java.time.ZoneId.systemDefault()"));

    static Stream<String> members() {
        return PlatformDefaults.members();
    }

    @Test
    void shouldNameTheLanguageTheEncodingAndTheTimeZone() {
        assertThat(asLists(PlatformDefaults.usesIn(PluginClasses.ALL))).containsExactlyInAnyOrderEntriesOf(EXCEPTIONS);
    }

    @ParameterizedTest
    @MethodSource("members")
    void shouldLookForWhatIsThere(String member) throws ClassNotFoundException {
        String owner = member.replaceFirst("[(*].*", "").replaceFirst("\\.[^.]+$", "");
        Class<?> type = Class.forName(owner);

        assertThat(Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods())
                        .flatMap(Arrays::stream)
                        .map(PlatformDefaultsTest::fullName))
                .anyMatch(name -> PlatformDefaults.is(member, name));
    }

    private static String fullName(Executable unit) {
        return unit.getDeclaringClass().getName() + "." + (unit instanceof Constructor ? "<init>" : unit.getName())
                + "("
                + Arrays.stream(unit.getParameterTypes()).map(Class::getName).collect(Collectors.joining(", ")) + ")";
    }

    @Test
    void shouldComplainOfCallsAndOfMethodReferences() {
        JavaClasses canary = new ClassFileImporter().importClasses(TakesDefaults.class);

        assertThat(asLists(PlatformDefaults.usesIn(canary)))
                .containsExactly(Map.entry(
                        "architecture.PlatformDefaultsTest$TakesDefaults",
                        List.of(
                                "java.io.ByteArrayOutputStream.toString()",
                                "java.io.InputStreamReader.<init>(java.io.InputStream)",
                                "java.lang.String.<init>([B)",
                                "java.lang.String.format(java.lang.String, *",
                                "java.lang.String.formatted(*",
                                "java.lang.String.getBytes()",
                                "java.lang.String.toLowerCase()",
                                "java.lang.String.toUpperCase()",
                                "java.text.MessageFormat.<init>(java.lang.String)",
                                "java.time.LocalDate.now()",
                                "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)")));
    }

    @Test
    void shouldNotComplainOfWhatNamesThem() {
        assertThat(PlatformDefaults.usesIn(new ClassFileImporter().importClasses(NamesThem.class)))
                .isEmpty();
    }

    private static Map<String, List<String>> asLists(Map<String, SortedSet<String>> uses) {
        return uses.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, use -> List.copyOf(use.getValue())));
    }

    /** A canary. */
    private static final class TakesDefaults {
        private final UnaryOperator<String> small = String::toLowerCase;
        private final DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM");

        String text(ByteArrayOutputStream bytes, Object... parts) {
            return bytes.toString()
                    + new String(bytes.toByteArray())
                    + String.format("%d", parts)
                    + "%d".formatted(parts);
        }

        Stream<byte[]> bytes(Stream<String> texts) {
            return texts.map(text -> small.apply(text).toUpperCase().getBytes());
        }

        String today(InputStream in) {
            Reader reader = new InputStreamReader(in);
            return reader + new MessageFormat("{0}").format(new Object[] {day.format(LocalDate.now())});
        }
    }

    /** A canary, too. */
    private static final class NamesThem {
        private final UnaryOperator<String> small = text -> text.toLowerCase(Locale.ROOT);
        private final DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);

        String text(ByteArrayOutputStream bytes, Object... parts) {
            return bytes.toString(StandardCharsets.UTF_8)
                    + new String(bytes.toByteArray(), StandardCharsets.UTF_8)
                    + new String(new char[] {'a'})
                    + String.format(Locale.ROOT, "%d", parts)
                    + String.join(",", List.of(small.apply("A")));
        }

        byte[] bytes(String text) {
            new PrintWriter(new StringWriter()).print(text);
            return text.getBytes(StandardCharsets.UTF_8);
        }

        String today() {
            return new MessageFormat("{0}", Locale.ROOT)
                    .format(new Object[] {day.format(LocalDate.now(ZoneOffset.UTC))});
        }
    }
}

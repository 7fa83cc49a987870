package io.jenkins.plugins.slacknotify.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.trigger.AnnouncementOptions.Text;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks at the fields themselves, so that an option that is added has to be decided on here. */
class AnnouncementOptionsTest {
    private static final String TEXT = "S3CRET OF $NOBODY";

    private static final Set<String> SHOWN = Set.of("message", "markdown", "blocks", "snippet", "fileName", "title");
    private static final Set<String> WITH_VARIABLES = Set.of("message", "mention", "file", "title", "channel", "to");

    private final AnnouncementOptions options = optionsWith(field -> true);

    @Test
    void shouldMaskWhatIsShownAndNothingElse() {
        assertThat(changed(options.masked(text -> text.replace("S3CRET", "****"))))
                .isEqualTo(SHOWN);
    }

    @Test
    void shouldRemoveColoursFromWhatIsShown() {
        String red = "\u001b[31mS3CRET\u001b[0m OF $NOBODY";
        options.set(Text.MESSAGE, red);
        options.set(Text.SNIPPET, red + "\n" + red);
        options.set(Text.FILE, "a" + red);

        AnnouncementOptions plain = options.withoutColours();

        assertThat(plain.get(Text.MESSAGE)).isEqualTo(TEXT);
        assertThat(plain.get(Text.SNIPPET)).isEqualTo(TEXT + "\n" + TEXT);
        assertThat(plain.get(Text.FILE)).isEqualTo("a" + red);
    }

    @Test
    void shouldReplaceVariablesWhereTheyMayBe() {
        AnnouncementOptions expanded =
                options.expanded(text -> text.replace("$NOBODY", "ME"), text -> text.replace("$NOBODY", "YOU"));

        assertThat(changed(expanded)).isEqualTo(WITH_VARIABLES);
        assertThat(expanded.get(Text.MESSAGE)).isEqualTo("S3CRET OF ME");
        assertThat(expanded.get(Text.TITLE)).isEqualTo("S3CRET OF YOU");
    }

    @Test
    void shouldFindVariablesWhereTheyMayBe() {
        for (String name : texts(options).keySet()) {
            assertThat(optionsWith(name::equals).hasVariables()).as(name).isEqualTo(WITH_VARIABLES.contains(name));
        }
    }

    @Test
    void shouldDropNoOption() {
        options.setFailOnError(true);

        assertThat(texts(options)).hasSize(13).doesNotContainValue(null);
        assertThat(changed(options.masked(text -> text))).isEmpty();
        assertThat(changed(options.expanded(text -> text, text -> text))).isEmpty();
        assertThat(changed(options.withoutFailing())).isEmpty();
        assertThat(options.masked(text -> text).isFailOnError()).isTrue();
        assertThat(options.withoutFailing().isFailOnError()).isFalse();
    }

    @Test
    void shouldMaskTheTextsInBlocks() {
        options.set(Text.BLOCKS, "[{\"type\":\"divider\",\"block_id\":\"S3CRET \\\" $X\"}]");

        assertThat(options.masked(text -> text.replace("S3CRET \"", "****")).get(Text.BLOCKS))
                .isEqualTo("[{\"type\":\"divider\",\"block_id\":\"**** $X\"}]");
    }

    private Set<String> changed(AnnouncementOptions copy) {
        Set<String> changed = new TreeSet<>();
        Map<String, String> before = texts(options);
        texts(copy).forEach((name, text) -> {
            if (!before.get(name).equals(text)) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static AnnouncementOptions optionsWith(Predicate<String> names) {
        AnnouncementOptions options = new AnnouncementOptions();
        fields().filter(field -> names.test(field.getName())).forEach(field -> set(options, field));
        return options;
    }

    private static void set(AnnouncementOptions options, Field field) {
        String name = field.getName().replaceAll("[A-Z]", "_$0").toUpperCase(Locale.ROOT);
        options.set(Text.valueOf(name), TEXT);
    }

    private static Map<String, String> texts(AnnouncementOptions options) {
        Map<String, String> texts = new TreeMap<>();
        fields().forEach(field -> {
            try {
                field.setAccessible(true);
                texts.put(field.getName(), (String) field.get(options));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
        return texts;
    }

    private static Stream<Field> fields() {
        return Arrays.stream(AnnouncementOptions.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class && !Modifier.isStatic(field.getModifiers()));
    }
}

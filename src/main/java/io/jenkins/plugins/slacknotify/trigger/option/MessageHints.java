package io.jenkins.plugins.slacknotify.trigger.option;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hints about what an author has written and Slack does not read as it was probably meant. They refuse nothing, and nothing is changed:
 * somebody may want to show these very signs.
 */
public final class MessageHints {
    /** A variable that nothing has replaced; as {@code $NAME} it has an underscore, so that no amount of money is one. */
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{[A-Za-z_][\\w.]{0,80}}|\\$[A-Z][A-Z0-9]{0,40}_[A-Z0-9_]{1,40}\\b");

    private static final Pattern MARKDOWN =
            Pattern.compile("\\[[^\\[\\]\\n]{1,200}]\\(https?://[^)\\s]{1,200}\\)|\\*\\*\\w[^*\\n]{0,200}\\*\\*");

    private static final Pattern HTML = Pattern.compile(
            "(?i)</?(?:a|b|br|code|div|em|font|h[1-6]|i|li|p|pre|span|strong|ul)(?: [^<>\\n]{0,200})?/?>|&nbsp;");

    private static final Pattern EVERYBODY = Pattern.compile("(?<![\\w@.<!/-])@(here|channel|everyone)\\b");

    private MessageHints() {}

    /** Returns a sentence for each kind of thing that a message in mrkdwn shows as it stands. */
    public static List<String> of(String message) {
        return Stream.of(
                        hint(VARIABLE, message, Messages::MessageHints_variable),
                        hint(MARKDOWN, message, Messages::MessageHints_markdown),
                        hint(HTML, message, Messages::MessageHints_html),
                        hint(EVERYBODY, message, Messages::MessageHints_everybody))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns a sentence for each name that Groovy has made of a variable without a value. */
    public static List<String> ofNames(List<String> names) {
        return names.stream()
                .filter(name -> name.equals("null") || name.equals("#null"))
                .map(Messages::MessageHints_null)
                .toList();
    }

    private static Optional<String> hint(Pattern pattern, String text, UnaryOperator<String> sentence) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(sentence.apply(found.group())) : Optional.empty();
    }
}

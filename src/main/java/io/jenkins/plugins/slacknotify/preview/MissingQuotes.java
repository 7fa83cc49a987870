package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Finds the texts in YAML that people forget to put into quotes: names of channels begin with {@code #}, those of people with
 * {@code @}, patterns with {@code *}. YAML takes each of these for something else, and what it says then does not lead there.
 */
final class MissingQuotes {
    /**
     * A text in quotes, or a comment, which are passed over; or a text that begins with a sign of YAML, where a value may begin. In
     * block style a blank is before it, and in flow style a bracket or a comma.
     */
    private static final Pattern SIGN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|'[^']*'"
            + "|(?<=[\\[{,]\\s{0,40}|[:?-]\\s{1,40})((?:#(?=[^\\s#])|[@*%`&!])[^\\s,\\]}]*)"
            + "|(?<=^|\\s)#.*");

    /** A line that is a comment as a whole, without a blank after its sign. */
    private static final Pattern COMMENT = Pattern.compile("\\s*(#[^\\s#,]+)");

    private final List<String> lines;

    private MissingQuotes(String yaml) {
        this.lines = yaml.lines().toList();
    }

    /**
     * Says which text to put into quotes, where that is why YAML cannot be read.
     *
     * @param error what the parser says of the YAML
     */
    static Optional<String> explain(String yaml, YAMLException error) {
        return error instanceof MarkedYAMLException marked ? new MissingQuotes(yaml).explain(marked) : Optional.empty();
    }

    /** Says which text to put into quotes, where YAML can be read, but a text is missing, as YAML reads it as a comment. */
    static Optional<String> inValues(String yaml, Node node) {
        return new MissingQuotes(yaml).inValues(node).findFirst();
    }

    private Optional<String> explain(MarkedYAMLException error) {
        int last = line(error.getProblemMark(), lines.size() - 1);
        int first = Math.min(last, line(error.getContextMark(), last));
        Optional<String> found = hints(first, last).findFirst();
        if (found.isEmpty() && isMissed(error, last)) {
            found = hints(0, last).reduce((earlier, later) -> later);
        }
        return found.isEmpty() && String.valueOf(error.getProblem()).startsWith("mapping values are not allowed")
                ? Optional.of(Messages.MissingQuotes_colon(String.valueOf(last + 1)))
                : found;
    }

    /** Whether the parser misses only later what a comment has hidden, such as a bracket at the end of the YAML. */
    private boolean isMissed(MarkedYAMLException error, int last) {
        return last >= lines.size() || String.valueOf(error.getProblem()).contains("expected the node content");
    }

    private static int line(@CheckForNull Mark mark, int otherwise) {
        return mark == null ? otherwise : mark.getLine();
    }

    /** The hints for lines, from 0. */
    private Stream<String> hints(int first, int last) {
        return IntStream.rangeClosed(first, Math.min(last, lines.size() - 1))
                .boxed()
                .flatMap(line -> hint(line, 0).stream());
    }

    /** The hint for the first text of a line, from 0, that begins with a sign. */
    private Optional<String> hint(int line, int from) {
        Matcher sign = SIGN.matcher(lines.get(line));
        sign.region(from, lines.get(line).length());
        sign.useTransparentBounds(true);
        while (sign.find()) {
            if (sign.group(1) != null) {
                return Optional.of(hint(line, sign.group(1)));
            }
        }
        return Optional.empty();
    }

    private static String hint(int line, String text) {
        String number = String.valueOf(line + 1);
        return text.startsWith("#")
                ? Messages.MissingQuotes_comment(number, text)
                : Messages.MissingQuotes_sign(number, text, text.substring(0, 1));
    }

    private Stream<String> inValues(Node node) {
        if (node instanceof MappingNode map) {
            return map.getValue().stream().flatMap(pair -> inValues(pair.getValueNode()));
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().isEmpty()
                    ? commentsIn(node)
                    : list.getValue().stream().flatMap(this::inValues);
        }
        return node instanceof ScalarNode scalar
                        && scalar.isPlain()
                        && scalar.getValue().isEmpty()
                ? afterNothing(node)
                : Stream.empty();
    }

    /** The comment in place of a value, in its own line: {@code channel: #ops}. */
    private Stream<String> afterNothing(Node node) {
        int line = node.getStartMark().getLine();
        return line < lines.size() ? hint(line, node.getStartMark().getColumn()).stream() : Stream.empty();
    }

    /** The comments in place of the elements of a list in brackets, which may stand in lines of their own. */
    private Stream<String> commentsIn(Node list) {
        int first = list.getStartMark().getLine();
        Stream<String> behindTheBracket = hint(first, list.getStartMark().getColumn()).stream();
        Stream<String> below = IntStream.range(first + 1, list.getEndMark().getLine())
                .boxed()
                .flatMap(line -> commentOf(line).stream());
        return Stream.concat(behindTheBracket, below);
    }

    private Optional<String> commentOf(int line) {
        Matcher comment = COMMENT.matcher(lines.get(line));
        return comment.lookingAt() ? Optional.of(hint(line, comment.group(1))) : Optional.empty();
    }
}

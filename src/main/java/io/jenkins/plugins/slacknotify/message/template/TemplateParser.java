package io.jenkins.plugins.slacknotify.message.template;

import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Link;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Literal;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Macro;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a template into pieces. An instance is used once.
 *
 * <p>Macros begin and end where the Token Macro plugin reads them (its class {@code Parser}): a quoted argument may hold a closing
 * brace, and a backslash escapes the next character.
 */
final class TemplateParser {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern MACRO = Pattern.compile(
            "\\$\\{#?[\\p{L}_](?:[^}\"\\\\]|\\\\.|\"(?:[^\"\\\\]|\\\\.)*+\")*+}|\\$[\\p{L}_][\\p{L}\\p{Nd}_]*");

    /** Control characters except tabs and ends of lines. They are removed. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{gc=Cc}\\p{gc=Cs}&&[^\\n\\t]]");

    private final String text;
    private int position;

    TemplateParser(String text) {
        this.text = CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    List<TemplatePiece> parse() throws BrokenTemplateException {
        return parseUntil("");
    }

    /**
     * Parses up to one of the given characters, or to the end of the text.
     *
     * @param ends the characters that end a part of a link; none outside of a link
     */
    private List<TemplatePiece> parseUntil(String ends) throws BrokenTemplateException {
        List<TemplatePiece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (position < text.length() && ends.indexOf(text.charAt(position)) < 0) {
            TemplatePiece piece = next(ends.isEmpty());
            if (piece instanceof Literal some) {
                literal.append(some.text());
            } else {
                flush(literal, pieces);
                pieces.add(piece);
            }
        }
        flush(literal, pieces);
        return pieces;
    }

    private static void flush(StringBuilder literal, List<TemplatePiece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private TemplatePiece next(boolean outsideOfLink) throws BrokenTemplateException {
        char first = text.charAt(position);
        if (isTwice(first, '{') || isTwice(first, '}') || isTwice(first, '$')) {
            return literal(2);
        }
        return switch (first) {
            case '{' -> value();
            case '$' -> macro();
            case '<' -> link(outsideOfLink);
            default -> literal(1);
        };
    }

    private boolean isTwice(char first, char sign) {
        return first == sign && text.startsWith(String.valueOf(sign), position + 1);
    }

    /** @param length how many characters of the template stand for the literal one */
    private Literal literal(int length) {
        String sign = text.substring(position, position + 1);
        position += length;
        return new Literal(sign);
    }

    private Value value() throws BrokenTemplateException {
        Matcher found = PLACEHOLDER.matcher(text).region(position, text.length());
        if (!found.lookingAt()) {
            throw new BrokenTemplateException("After " + excerpt() + " there is no placeholder. The placeholders are "
                    + Placeholder.all() + ". Write {{ for a brace.");
        }
        position = found.end();
        return new Value(Placeholder.ofName(found.group(1))
                .orElseThrow(() -> new BrokenTemplateException("There is no placeholder " + found.group()
                        + ". The placeholders are " + Placeholder.all() + ". Write {{ for a brace.")));
    }

    private TemplatePiece macro() throws BrokenTemplateException {
        Matcher found = MACRO.matcher(text).region(position, text.length());
        if (found.lookingAt()) {
            position = found.end();
            return new Macro(found.group());
        }
        if (text.startsWith("${", position)) {
            throw new BrokenTemplateException(
                    "The macro at " + excerpt() + " has no name or no end. Write $$ for a dollar sign.");
        }
        return literal(1);
    }

    private Link link(boolean outsideOfLink) throws BrokenTemplateException {
        String begin = excerpt();
        position++;
        List<TemplatePiece> address = outsideOfLink ? parseUntil("|>") : List.of();
        List<TemplatePiece> label = null;
        if (outsideOfLink && text.startsWith("|", position)) {
            position++;
            label = parseUntil(">");
        }
        if (address.isEmpty() || position == text.length()) {
            throw new BrokenTemplateException("The link or mention that begins at " + begin
                    + " has no end, or stands within another one. Write &lt; for the sign itself.");
        }
        position++;
        return new Link(address, label);
    }

    /** The text at the current position, shortened, for error messages. */
    private String excerpt() {
        String rest = text.substring(position).replace("\n", " ");
        return "'" + Excerpt.truncateWithEllipsis(rest, 20) + "'";
    }
}

package io.jenkins.plugins.slacknotify.message.template;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Link;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Literal;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Macro;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Value;
import io.jenkins.plugins.slacknotify.message.text.LogLineFormatter;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.ListRenderer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fills a template with the values of one build, and shares the available characters among them. An instance is used once.
 */
final class TemplateFiller {
    private static final int MAX_MACRO = 1_500;

    /** The part of a macro's line, or of its value within a link, that is looked at. A macro may return megabytes. */
    private static final int READ = 20_000;

    /** The characters that are kept for each value, whatever the values before it take. They hold a shortened name. */
    private static final int RESERVE = 20;

    /** Marks an empty value. Neither a template nor an escaped text of a build holds this character. */
    private static final String EMPTY = "\u0000";

    private final BuildEvent event;
    private final Severity severity;
    private final MacroResolver macros;
    private final List<TemplatePiece> pieces;
    private int remaining;
    private int values;

    TemplateFiller(BuildEvent event, Severity severity, MacroResolver macros, List<TemplatePiece> pieces) {
        this.event = event;
        this.severity = severity;
        this.macros = macros;
        this.pieces = pieces;
        values = (int) TemplateValidator.flatten(pieces)
                .filter(TemplateValidator::isValue)
                .count();
        remaining = ParsedTemplate.MAX_FILLED_LENGTH - literalLength();
    }

    /** The number of characters of the literal text, including the signs that make links. */
    private int literalLength() {
        int literal = TemplateValidator.flatten(pieces)
                .filter(Literal.class::isInstance)
                .mapToInt(piece -> ((Literal) piece).text().length())
                .sum();
        int links = (int) pieces.stream().filter(Link.class::isInstance).count();
        return literal + "<|>".length() * links;
    }

    String fill() throws BrokenTemplateException {
        StringBuilder text = new StringBuilder();
        for (TemplatePiece piece : pieces) {
            text.append(piece instanceof Link link ? link(link) : outsideOfLink(piece));
        }
        return withoutEmptyLines(text.toString()).strip();
    }

    private static String withoutEmptyLines(String text) {
        return Arrays.stream(text.split("\n", -1))
                .filter(line ->
                        !line.contains(EMPTY) || !line.replace(EMPTY, "").isBlank())
                .map(line -> line.replace(EMPTY, ""))
                .collect(Collectors.joining("\n"));
    }

    private String outsideOfLink(TemplatePiece piece) throws BrokenTemplateException {
        if (piece instanceof Literal literal) {
            return literal.text();
        }
        if (piece instanceof Value value && value.placeholder().kind() == Placeholder.Kind.MARKUP) {
            int limit = nextLimit(value.placeholder().limit());
            return take(value.placeholder().markup(event, severity, limit));
        }
        if (piece instanceof Macro macro) {
            int limit = nextLimit(MAX_MACRO);
            return take(ListRenderer.fitLines(
                    macros.resolve(macro.text())
                            .strip()
                            .lines()
                            .limit(MAX_MACRO + 1)
                            .map(line -> LogLineFormatter.format(Excerpt.truncate(line, READ)))
                            .toList(),
                    limit));
        }
        return line(((Value) piece).placeholder());
    }

    private String line(Placeholder placeholder) {
        int limit = nextLimit(placeholder.limit());
        String plain = placeholder.plain(event, severity);
        if (placeholder == Placeholder.URL) {
            String address = Mrkdwn.address(plain);
            return take(address.length() <= limit ? address : "");
        }
        return take(plain.isBlank() ? "" : Mrkdwn.line(plain, limit));
    }

    /** Renders a link; only its label if its address is empty or too long. */
    private String link(Link link) throws BrokenTemplateException {
        StringBuilder address = new StringBuilder();
        for (TemplatePiece piece : link.address()) {
            address.append(piece instanceof Literal literal ? literal.text() : inAddress(piece));
        }
        StringBuilder label = new StringBuilder();
        for (TemplatePiece piece : link.labelPieces()) {
            label.append(piece instanceof Literal literal ? literal.text() : inLabel(piece));
        }
        if (address.indexOf(EMPTY) >= 0) {
            return label.isEmpty() ? EMPTY : label.toString();
        }
        return "<" + address + (label.toString().replace(EMPTY, "").isBlank() ? "" : "|" + label) + ">";
    }

    private String inAddress(TemplatePiece piece) throws BrokenTemplateException {
        if (piece.equals(new Value(Placeholder.URL))) {
            return line(Placeholder.URL);
        }
        int limit = nextLimit(Placeholder.URL.limit());
        String encoded =
                URLEncoder.encode(plain(piece).strip(), StandardCharsets.UTF_8).replace("+", "%20");
        String address = encoded.replace("%2F", "/");
        return take(address.length() <= limit ? address : "");
    }

    private String inLabel(TemplatePiece piece) throws BrokenTemplateException {
        int limit = nextLimit(piece instanceof Value value ? value.placeholder().limit() : MAX_MACRO);
        String plain = plain(piece);
        return take(plain.isBlank() ? "" : Mrkdwn.line(plain, limit).replace('|', '¦'));
    }

    private String plain(TemplatePiece piece) throws BrokenTemplateException {
        return piece instanceof Macro macro
                ? Excerpt.truncate(macros.resolve(macro.text()), READ)
                : ((Value) piece).placeholder().plain(event, severity);
    }

    /** Counts the next value, and returns how many characters it may have. */
    private int nextLimit(int limit) {
        values--;
        return Math.min(limit, remaining - values * RESERVE);
    }

    private String take(String value) {
        remaining -= value.length();
        return value.isEmpty() ? EMPTY : value;
    }
}

package io.jenkins.plugins.slacknotify.message.template;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
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

/** Puts what is known of one build into a template, and shares the room among it. Used once. */
final class TemplateFiller {
    private static final int MACRO_LIMIT = 1_500;

    /** What each value is left, whatever those before it take: a name, cut. */
    private static final int SHARE = 20;

    /** Stands where nothing is known; no text of a build holds it, nor does a template. */
    private static final String NOTHING = "\u0000";

    private final BuildEvent event;
    private final Severity severity;
    private final MacroResolver macros;
    private final List<TemplatePiece> pieces;
    private int room;
    private int values;

    TemplateFiller(BuildEvent event, Severity severity, MacroResolver macros, List<TemplatePiece> pieces) {
        this.event = event;
        this.severity = severity;
        this.macros = macros;
        this.pieces = pieces;
        values = (int) TemplateValidator.flatten(pieces)
                .filter(TemplateValidator::isValue)
                .count();
        room = ParsedTemplate.MAX_FILLED_LENGTH - signs();
    }

    /** What the template's author wrote, with the signs that make links. */
    private int signs() {
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
            text.append(piece instanceof Link link ? link(link) : outside(piece));
        }
        return withoutEmptyLines(text.toString()).strip();
    }

    private static String withoutEmptyLines(String text) {
        return Arrays.stream(text.split("\n", -1))
                .filter(line ->
                        !line.contains(NOTHING) || !line.replace(NOTHING, "").isBlank())
                .map(line -> line.replace(NOTHING, ""))
                .collect(Collectors.joining("\n"));
    }

    private String outside(TemplatePiece piece) throws BrokenTemplateException {
        if (piece instanceof Literal literal) {
            return literal.text();
        }
        if (piece instanceof Value value && value.placeholder().kind() == Placeholder.Kind.MARKUP) {
            int most = most(value.placeholder().limit());
            return taken(value.placeholder().markup(event, severity, most));
        }
        if (piece instanceof Macro macro) {
            int most = most(MACRO_LIMIT);
            return taken(ListRenderer.fitLines(
                    macros.resolve(macro.text())
                            .strip()
                            .lines()
                            .map(LogLineFormatter::format)
                            .toList(),
                    most));
        }
        return line(((Value) piece).placeholder());
    }

    private String line(Placeholder placeholder) {
        int most = most(placeholder.limit());
        String plain = placeholder.plain(event, severity);
        if (placeholder == Placeholder.URL) {
            String address = Mrkdwn.address(plain);
            return taken(address.length() <= most ? address : "");
        }
        return taken(plain.isBlank() ? "" : Mrkdwn.line(plain, most));
    }

    /** A link whose address is not known, or too long, is no more than its label. */
    private String link(Link link) throws BrokenTemplateException {
        StringBuilder address = new StringBuilder();
        for (TemplatePiece piece : link.address()) {
            address.append(piece instanceof Literal literal ? literal.text() : inAddress(piece));
        }
        StringBuilder label = new StringBuilder();
        for (TemplatePiece piece : link.labelPieces()) {
            label.append(piece instanceof Literal literal ? literal.text() : inLabel(piece));
        }
        if (address.indexOf(NOTHING) >= 0) {
            return label.isEmpty() ? NOTHING : label.toString();
        }
        return "<" + address + (label.toString().replace(NOTHING, "").isBlank() ? "" : "|" + label) + ">";
    }

    private String inAddress(TemplatePiece piece) throws BrokenTemplateException {
        if (piece.equals(new Value(Placeholder.URL))) {
            return line(Placeholder.URL);
        }
        int most = most(Placeholder.URL.limit());
        String encoded =
                URLEncoder.encode(plain(piece).strip(), StandardCharsets.UTF_8).replace("+", "%20");
        String address = encoded.replace("%2F", "/");
        return taken(address.length() <= most ? address : "");
    }

    private String inLabel(TemplatePiece piece) throws BrokenTemplateException {
        int most = most(piece instanceof Value value ? value.placeholder().limit() : MACRO_LIMIT);
        String plain = plain(piece);
        return taken(plain.isBlank() ? "" : Mrkdwn.line(plain, most).replace('|', '¦'));
    }

    private String plain(TemplatePiece piece) throws BrokenTemplateException {
        return piece instanceof Macro macro
                ? macros.resolve(macro.text())
                : ((Value) piece).placeholder().plain(event, severity);
    }

    /** How many characters the next value may have. */
    private int most(int limit) {
        values--;
        return Math.min(limit, room - values * SHARE);
    }

    private String taken(String value) {
        room -= value.length();
        return value.isEmpty() ? NOTHING : value;
    }
}

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
 * Reads a template, once. Where macros begin and end is as the Token Macro plugin reads them (its class {@code Parser}): a
 * quoted argument may hold a closing brace, and a backslash takes the meaning from what follows it.
 */
final class TemplateParser {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern MACRO = Pattern.compile(
            "\\$\\{#?[\\p{L}_](?:[^}\"\\\\]|\\\\.|\"(?:[^\"\\\\]|\\\\.)*+\")*+}|\\$[\\p{L}_][\\p{L}\\p{Nd}_]*");

    /** Control characters have no place in a message, but for the ends of lines. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{gc=Cc}\\p{gc=Cs}&&[^\\n\\t]]");

    private final String text;
    private int at;

    TemplateParser(String text) {
        this.text = CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    List<TemplatePiece> parse() throws BrokenTemplateException {
        return until("");
    }

    /**
     * Up to the end, or to one of these characters.
     *
     * @param ends which characters end what is read; none where it stands outside of a link
     */
    private List<TemplatePiece> until(String ends) throws BrokenTemplateException {
        List<TemplatePiece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            TemplatePiece piece = next(ends.isEmpty());
            if (piece instanceof Literal some) {
                literal.append(some.text());
            } else {
                end(literal, pieces);
                pieces.add(piece);
            }
        }
        end(literal, pieces);
        return pieces;
    }

    private static void end(StringBuilder literal, List<TemplatePiece> pieces) {
        if (!literal.isEmpty()) {
            pieces.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private TemplatePiece next(boolean outside) throws BrokenTemplateException {
        char first = text.charAt(at);
        if (isTwice(first, '{') || isTwice(first, '}') || isTwice(first, '$')) {
            return literal(2);
        }
        return switch (first) {
            case '{' -> value();
            case '$' -> macro();
            case '<' -> link(outside);
            default -> literal(1);
        };
    }

    private boolean isTwice(char first, char sign) {
        return first == sign && text.startsWith(String.valueOf(sign), at + 1);
    }

    /** The next character, written with so many. */
    private Literal literal(int length) {
        String sign = text.substring(at, at + 1);
        at += length;
        return new Literal(sign);
    }

    private Value value() throws BrokenTemplateException {
        Matcher found = PLACEHOLDER.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            throw new BrokenTemplateException("After " + here() + " there is no placeholder. The placeholders are "
                    + Placeholder.all() + ". Write {{ for a brace.");
        }
        at = found.end();
        return new Value(Placeholder.named(found.group(1))
                .orElseThrow(() -> new BrokenTemplateException("There is no placeholder " + found.group()
                        + ". The placeholders are " + Placeholder.all() + ". Write {{ for a brace.")));
    }

    private TemplatePiece macro() throws BrokenTemplateException {
        Matcher found = MACRO.matcher(text).region(at, text.length());
        if (found.lookingAt()) {
            at = found.end();
            return new Macro(found.group());
        }
        if (text.startsWith("${", at)) {
            throw new BrokenTemplateException(
                    "The macro at " + here() + " has no name or no end. Write $$ for a dollar sign.");
        }
        return literal(1);
    }

    private Link link(boolean outside) throws BrokenTemplateException {
        String begin = here();
        at++;
        List<TemplatePiece> address = outside ? until("|>") : List.of();
        List<TemplatePiece> label = null;
        if (outside && text.startsWith("|", at)) {
            at++;
            label = until(">");
        }
        if (address.isEmpty() || at == text.length()) {
            throw new BrokenTemplateException("The link or mention that begins at " + begin
                    + " has no end, or stands within another one. Write &lt; for the sign itself.");
        }
        at++;
        return new Link(address, label);
    }

    /** For whoever looks for the place. */
    private String here() {
        String rest = text.substring(at).replace("\n", " ");
        return "'" + Excerpt.truncateWithEllipsis(rest, 20) + "'";
    }
}

package io.jenkins.plugins.slacknotify.message.template;

import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Link;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Literal;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Macro;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Value;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks what stands where in a template, so that no build can turn a link of the template into a mention or another link. */
final class TemplateValidator {
    private static final int MAX_VALUES = 40;

    /** An address that holds the whole name of the server, so that a value after it cannot change the server. */
    private static final Pattern SERVER = Pattern.compile("https?://[^/?#\\s]+[/?#].*", Pattern.DOTALL);

    private TemplateValidator() {}

    /** @throws BrokenTemplateException if the template holds too many values, or one in a place where it is not allowed */
    static void check(List<TemplatePiece> pieces) throws BrokenTemplateException {
        long values = flatten(pieces).filter(TemplateValidator::isValue).count();
        if (values > MAX_VALUES) {
            throw new BrokenTemplateException("The template has " + values + " placeholders and macros, and at most "
                    + MAX_VALUES + " are allowed. Leave some out.");
        }
        for (TemplatePiece piece : pieces) {
            if (piece instanceof Link link) {
                checkAddress(link.address());
                checkParts(link);
            }
        }
    }

    private static void checkAddress(List<TemplatePiece> address) throws BrokenTemplateException {
        boolean literal = address.stream().noneMatch(TemplateValidator::isValue);
        boolean ofBuild = address.get(0).equals(new Value(Placeholder.URL));
        boolean ofServer = address.get(0) instanceof Literal start
                && SERVER.matcher(start.text()).matches();
        if (!literal && !ofBuild && !ofServer) {
            throw new BrokenTemplateException("The address of a link has to begin with {url}, or with https://, a"
                    + " server's name and a slash, before it can hold something of a build. Nothing of a build can stand"
                    + " in a mention. Write &lt; for the sign itself.");
        }
    }

    private static void checkParts(Link link) throws BrokenTemplateException {
        for (TemplatePiece part : flatten(List.of(link)).toList()) {
            if (part instanceof Value value && value.placeholder().kind() == Placeholder.Kind.MARKUP) {
                throw new BrokenTemplateException(value.placeholder().inBraces()
                        + " has links or lines of its own, so it cannot be a part of a link.");
            }
        }
    }

    /** Tests whether a piece is filled with text of a build. */
    static boolean isValue(TemplatePiece piece) {
        return piece instanceof Value || piece instanceof Macro;
    }

    /** Replaces links by the pieces of which they consist. */
    static Stream<TemplatePiece> flatten(List<TemplatePiece> pieces) {
        return pieces.stream().flatMap(TemplateValidator::flatten);
    }

    private static Stream<TemplatePiece> flatten(TemplatePiece piece) {
        if (piece instanceof Link link) {
            return Stream.concat(flatten(link.address()), flatten(link.labelPieces()));
        }
        return Stream.of(piece);
    }
}

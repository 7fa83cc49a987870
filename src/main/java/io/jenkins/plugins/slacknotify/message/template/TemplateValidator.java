package io.jenkins.plugins.slacknotify.message.template;

import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Link;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Literal;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Macro;
import io.jenkins.plugins.slacknotify.message.template.TemplatePiece.Value;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may stand where in a template, so that no build can make a mention or another link of one that is in it. */
final class TemplateValidator {
    private static final int VALUES_AT_MOST = 40;

    /** Up to the server's name and beyond, so that a value cannot change it. */
    private static final Pattern SERVER = Pattern.compile("https?://[^/?#\\s]+[/?#].*", Pattern.DOTALL);

    private TemplateValidator() {}

    static void check(List<TemplatePiece> pieces) throws BrokenTemplateException {
        long values = flatten(pieces).filter(TemplateValidator::isValue).count();
        if (values > VALUES_AT_MOST) {
            throw new BrokenTemplateException("The template has " + values + " placeholders and macros, and at most "
                    + VALUES_AT_MOST + " are allowed. Leave some out.");
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

    static boolean isValue(TemplatePiece piece) {
        return piece instanceof Value || piece instanceof Macro;
    }

    /** All pieces, with those of links in the place of the links. */
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

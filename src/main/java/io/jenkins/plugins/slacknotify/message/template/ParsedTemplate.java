package io.jenkins.plugins.slacknotify.message.template;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A template for messages about builds, parsed and checked. It is mrkdwn with {@link Placeholder}s in braces, such as
 * <code>{job}</code>, and macros of the Token Macro plugin, such as <code>${BUILD_LOG, maxLines=5}</code>. Two braces stand for
 * one, and two dollar signs for one.
 *
 * <p><b>Guarantees</b> for a filled template: it has at most {@value #MAX_FILLED_LENGTH} characters, whatever the build contains.
 * No text of a build or macro begins a mention, link or other markup in angle brackets, not even inside one that the template
 * opened: in the address of a link it is encoded and stands after the name of a server, in the label it has no bar, and in a
 * mention it is not allowed. A line whose values are all empty, and that has no text of its own, is left out.
 *
 * <p><b>Not guaranteed:</b> a {@code *} or {@code _} of a build may show as bold or italic.
 */
public final class ParsedTemplate {
    /** The longest template, in characters. */
    public static final int MAX_LENGTH = 2_000;

    /** The longest filled template, in characters: it fits into the 3,000 characters of a section. */
    static final int MAX_FILLED_LENGTH = 2_900;

    private final List<TemplatePiece> pieces;

    private ParsedTemplate(List<TemplatePiece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Parses and checks a template.
     *
     * @throws BrokenTemplateException if the template cannot be used for any build
     */
    public static ParsedTemplate parse(String text) throws BrokenTemplateException {
        if (text.length() > MAX_LENGTH) {
            throw new BrokenTemplateException(String.format(
                    Locale.ENGLISH,
                    "The template has %,d characters, and at most %,d are allowed. Shorten it.",
                    text.length(),
                    MAX_LENGTH));
        }
        List<TemplatePiece> pieces = new TemplateParser(text).parse();
        TemplateValidator.check(pieces);
        return new ParsedTemplate(pieces);
    }

    /** The reason why a template cannot be used for any build; empty if it can. */
    public static Optional<String> validationError(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (BrokenTemplateException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The macros in the template, as they are written. */
    public List<String> macros() {
        return TemplateValidator.flatten(pieces)
                .filter(TemplatePiece.Macro.class::isInstance)
                .map(macro -> ((TemplatePiece.Macro) macro).text())
                .toList();
    }

    /**
     * Fills the template with the values of a build.
     *
     * @return mrkdwn
     * @throws BrokenTemplateException if a macro has no value, or if the filled template is blank
     */
    public String fill(BuildEvent event, Severity severity, MacroResolver macros) throws BrokenTemplateException {
        String filled = new TemplateFiller(event, severity, macros, pieces).fill();
        if (filled.lines().allMatch(Mrkdwn::isBlank)) {
            throw new BrokenTemplateException("The template says nothing of this build, as nothing is known of what it"
                    + " asks for. Add words of your own, or {headline}.");
        }
        return filled;
    }
}

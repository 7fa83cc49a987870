package io.jenkins.plugins.slacknotify.message.template;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to be said of builds: mrkdwn with {@link Placeholder}s in braces, such as <code>{job}</code>, and
 * macros of the Token Macro plugin, such as <code>${BUILD_LOG, maxLines=5}</code>. Two braces stand for one, and two dollar
 * signs for one.
 *
 * <p><b>Guaranteed</b> of what is said: it has at most {@value #MAX_FILLED_LENGTH} characters, whatever the build contains, and no
 * text of a build or macro begins a mention, link or other markup in angle brackets, not even where the template has opened
 * one: in the address of a link it stands encoded and after the name of a server, in its label without a bar, in a mention
 * not at all. A line of which nothing is left, because nothing is known that it could say, is left out.
 *
 * <p><b>Not guaranteed:</b> as everywhere, a {@code *} or {@code _} of a build may show as bold or italic.
 */
public final class ParsedTemplate {
    /** The longest template, in characters. */
    public static final int MAX_LENGTH = 2_000;

    /** Below the 3,000 characters of a section. */
    static final int MAX_FILLED_LENGTH = 2_900;

    private final List<TemplatePiece> pieces;

    private ParsedTemplate(List<TemplatePiece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** @throws BrokenTemplateException where it cannot be used, whatever the build */
    public static ParsedTemplate parse(String text) throws BrokenTemplateException {
        if (text.length() > MAX_LENGTH) {
            throw new BrokenTemplateException(String.format(
                    "The template has %,d characters, and at most %,d are allowed. Shorten it.",
                    text.length(), MAX_LENGTH));
        }
        List<TemplatePiece> pieces = new TemplateParser(text).parse();
        TemplateValidator.check(pieces);
        return new ParsedTemplate(pieces);
    }

    /** Why a template cannot be used, whatever the build; empty where it can. */
    public static Optional<String> validationError(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (BrokenTemplateException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The macros in it, as they are written. */
    public List<String> macros() {
        return TemplateValidator.flatten(pieces)
                .filter(TemplatePiece.Macro.class::isInstance)
                .map(macro -> ((TemplatePiece.Macro) macro).text())
                .toList();
    }

    /**
     * What it says of a build, in mrkdwn.
     *
     * @throws BrokenTemplateException where a macro has no value, or nothing is said
     */
    public String fill(BuildEvent event, Severity severity, MacroResolver macros) throws BrokenTemplateException {
        String said = new TemplateFiller(event, severity, macros, pieces).fill();
        if (said.lines().allMatch(Mrkdwn::isBlank)) {
            throw new BrokenTemplateException("The template says nothing of this build, as nothing is known of what it"
                    + " asks for. Add words of your own, or {headline}.");
        }
        return said;
    }
}

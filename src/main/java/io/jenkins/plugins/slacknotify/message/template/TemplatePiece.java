package io.jenkins.plugins.slacknotify.message.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/** A piece of a {@link ParsedTemplate}. */
sealed interface TemplatePiece {
    /** Text that is sent as the template's author wrote it. */
    record Literal(String text) implements TemplatePiece {}

    record Value(Placeholder placeholder) implements TemplatePiece {}

    /**
     * A macro of the Token Macro plugin.
     *
     * @param text the macro from the dollar sign to its end
     */
    record Macro(String text) implements TemplatePiece {}

    /**
     * A link, mention or date between {@code <} and {@code >}.
     *
     * @param address the text before the bar
     * @param label the text after the bar; null if there is no bar
     */
    record Link(List<TemplatePiece> address, @CheckForNull List<TemplatePiece> label) implements TemplatePiece {
        List<TemplatePiece> labelPieces() {
            return label == null ? List.of() : label;
        }
    }
}

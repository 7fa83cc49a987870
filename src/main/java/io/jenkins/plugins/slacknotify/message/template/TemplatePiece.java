package io.jenkins.plugins.slacknotify.message.template;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/** A piece of a {@link ParsedTemplate}. */
sealed interface TemplatePiece {
    /** What the template's author wrote, as it is sent. */
    record Literal(String text) implements TemplatePiece {}

    /** What is known of the build. */
    record Value(Placeholder placeholder) implements TemplatePiece {}

    /**
     * What the Token Macro plugin knows of the build.
     *
     * @param text from the dollar sign to the end
     */
    record Macro(String text) implements TemplatePiece {}

    /**
     * What stands between {@code <} and {@code >}: a link, a mention or a date.
     *
     * @param label null where there is none
     */
    record Link(List<TemplatePiece> address, @CheckForNull List<TemplatePiece> label) implements TemplatePiece {
        /** The label; nothing where there is none. */
        List<TemplatePiece> labelPieces() {
            return label == null ? List.of() : label;
        }
    }
}

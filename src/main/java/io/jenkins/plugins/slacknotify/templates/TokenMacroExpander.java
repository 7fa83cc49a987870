package io.jenkins.plugins.slacknotify.templates;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import java.io.IOException;
import java.util.stream.Stream;
import org.jenkinsci.plugins.tokenmacro.MacroEvaluationException;
import org.jenkinsci.plugins.tokenmacro.TokenMacro;

/** The {@link MacroExpander} of the Token Macro plugin. */
@Extension(optional = true)
public final class TokenMacroExpander implements MacroExpander {
    /** The text that the plugin's class {@code TokenMacro} returns in the place of a value, for a pipeline for example. */
    private static final String NOT_FOR_THIS_JOB = " is not supported in this context";

    @Override
    public boolean knows(String name) {
        return TokenMacro.all().stream().anyMatch(macro -> accepts(macro, name));
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the Token Macro plugin is missing.
    private static boolean accepts(TokenMacro macro, String name) {
        return macro.acceptsMacroName(name);
    }

    @Override
    public String expand(Run<?, ?> run, String macro) throws BrokenTemplateException {
        try {
            String value = TokenMacro.expand(run, null, TaskListener.NULL, macro);
            if (value == null || value.endsWith(NOT_FOR_THIS_JOB)) {
                throw new BrokenTemplateException(macro + " has no value for this kind of job.");
            }
            return value;
        } catch (MacroEvaluationException | IOException | RuntimeException | LinkageError e) {
            // The text may quote what the macro has read, and that of this exception is masked.
            throw new BrokenTemplateException(macro + " has no value: " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenTemplateException(macro + " was given up.");
        }
    }

    /** The innermost message, as the plugin wraps what its macros throw. */
    private static String reason(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((outer, inner) -> inner)
                .orElseGet(thrown::toString);
    }
}

package io.jenkins.plugins.slacknotify.templates;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;

/** Knows what macros mean; there is one where the Token Macro plugin is. */
public interface MacroExpander extends ExtensionPoint {
    /** Whether there is such a macro, by its name. */
    boolean knows(String name);

    /**
     * The value of one macro for a run, as it is. Has no workspace.
     *
     * @param macro as it stands in the template, such as <code>${BUILD_LOG, maxLines=5}</code>
     * @throws BrokenTemplateException where it has none
     */
    String expand(Run<?, ?> run, String macro) throws BrokenTemplateException;
}

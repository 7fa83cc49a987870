package io.jenkins.plugins.slacknotify.templates;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;

/**
 * The port to the plugin that expands macros in templates. It has an implementation where the Token Macro plugin is installed.
 */
public interface MacroExpander extends ExtensionPoint {
    /** Whether there is a macro of a name. */
    boolean knows(String name);

    /**
     * Expands one macro for a run, to its value as it is. There is no workspace.
     *
     * @param macro as it stands in the template, such as <code>${BUILD_LOG, maxLines=5}</code>
     * @throws BrokenTemplateException where the macro has no value
     */
    String expand(Run<?, ?> run, String macro) throws BrokenTemplateException;
}

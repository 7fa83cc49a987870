package io.jenkins.plugins.slacknotify.message.template;

/** Resolves macros of the Token Macro plugin for one build. */
@FunctionalInterface
public interface MacroResolver {
    /**
     * The value of a macro.
     *
     * @param macro as it stands in the template, such as <code>${BUILD_LOG, maxLines=5}</code>
     * @return not escaped, of any length and content
     * @throws BrokenTemplateException if it has no value
     */
    String resolve(String macro) throws BrokenTemplateException;
}

package io.jenkins.plugins.slacknotify.message.template;

/** What the Token Macro plugin makes of macros for one build. */
@FunctionalInterface
public interface MacroResolver {
    /**
     * @param macro as it stands in the template, such as <code>${BUILD_LOG, maxLines=5}</code>
     * @return the value as it is, of any length and content
     * @throws BrokenTemplateException where there is none
     */
    String resolve(String macro) throws BrokenTemplateException;
}

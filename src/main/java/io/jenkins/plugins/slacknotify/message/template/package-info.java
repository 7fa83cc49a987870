/**
 * Parses, checks and fills the templates that users write for messages about builds.
 *
 * <p>Knows the rooms {@code wording} and {@code text}. Macros are resolved by a port, {@link
 * io.jenkins.plugins.slacknotify.message.template.MacroResolver}. Must not know where a template is stored, or the Token Macro
 * plugin. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.message.template;

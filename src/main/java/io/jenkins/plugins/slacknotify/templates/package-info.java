/**
 * Macros of other plugins in the templates of messages: their validation, and their expansion for completed runs without
 * revealing secrets. It implements the engine's port {@link io.jenkins.plugins.slacknotify.engine.spi.Macros}, and knows
 * Jenkins and the Token Macro plugin; it does not know where a message goes.
 */
package io.jenkins.plugins.slacknotify.templates;

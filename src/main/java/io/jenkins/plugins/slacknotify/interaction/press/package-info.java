/**
 * A press of a button below the message of a build: what was pressed, by whom, and the answers that are alike for all buttons.
 *
 * <p>Knows accounts and the buttons of {@code message}. Must not know what a button does. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction.press;

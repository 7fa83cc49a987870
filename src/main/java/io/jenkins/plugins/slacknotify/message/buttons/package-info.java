/**
 * The buttons below the message of a build: which ones a build has, what they are called, and what a press of them says.
 *
 * <p>Knows builds and wording. Must not know who presses a button, nor what is done then. No Jenkins.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.message.buttons;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;

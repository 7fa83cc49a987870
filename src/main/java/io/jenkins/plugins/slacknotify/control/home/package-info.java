/**
 * Reads what home tabs show, and reminds people once a day of what waits for their answer.
 *
 * <p>Loads no builds but those that run, and those that are shown. Must not know how a tab looks.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.control.home;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;

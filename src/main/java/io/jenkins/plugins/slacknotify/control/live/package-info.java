/**
 * Keeps up to date what Slack shows of Jenkins beside messages: previews of links, and home tabs.
 *
 * <p>Knows the ports of {@code interaction} and their fillings. Must not know how a card or a tab looks.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.control.live;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;

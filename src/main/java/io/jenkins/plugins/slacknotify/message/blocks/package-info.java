/**
 * Reads and checks the blocks that a job's author wrote, extracts their text, and builds blocks as JSON.
 *
 * <p>Knows the limits in Slack's Block Kit reference, and the room {@code text}. Must not know builds or whole messages. No
 * Jenkins.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.message.blocks;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;

/** Blocks that a job's author wrote: read, checked by Slack's documented limits, and told in a line of text. No Jenkins. */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.message.blocks;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;

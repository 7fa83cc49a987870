/** Which jobs and branches the patterns of a rule match now, for those who write them. */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.config.pattern;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;

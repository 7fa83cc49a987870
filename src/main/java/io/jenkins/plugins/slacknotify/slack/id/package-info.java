/**
 * The form of Slack's ids. Packages that must not know the way to Slack may know this one.
 *
 * <p>No Jenkins. Knows nothing but the language.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.slack.id;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
